"""How French asks for an introduction."""

from __future__ import annotations

from ..lexicon import word_set
from ..patterns import CLAUSE_START, Cue, Language, Need, ending, screen, starting

_YOU = r"(?:tu|vous|t'|il)"
_ASKED = starting(
    rf"(?:pourr|peu|pouv|voudr|veu|voul|aur|ser|accepter|es|etes|croi|pens|verr|sentir|serait|y a t)\w*[- "
    rf"]{_YOU}\b",
    rf"{_YOU} (?:peu|pouv|pourr|ser|veu|voudr|accept|aur|me|nous|m')\w*",
    rf"(?:si|que|est-ce que|est ce que|comme) {_YOU}\b|qu'{_YOU}\b",
    r"(?:merci de|stp|svp|s'il te plait|s'il vous plait|reconnaissante?|gentil|aimable|amabilite|possible|"
    r"moyen|serait|ravie?|quand est-ce que)\b",
    r"(?:ca|cela) (?:te|vous|t'|vous) ?\w*(?:dirait|ennuierait|derangerait|plairait|embeterait|irait)\b",
    r"(?:j'aimerais|je souhaite\w*|je voudrais|besoin|cherche|top|super|service|grace a toi|aider?|aidez|coup "
    r"de (?:main|pouce)|possibilite)\b",
)
_ACTS = (
    r"(?:me|nous|m'|(?:me|nous) l(?:a|e|es|')) ?present(?:er|es|ez|e|iez|ais|erais|eriez|eras|erez)\b(?! ?:)",
    r"(?:present(?:e|ez)|mets|mettez|recommandez?|introdui\w+|connectez?)-(?:moi|nous)\b",
    r"(?:me|nous|m'|en) ?(?:re)?met(?:tre|s|tez|tes|tiez|tais|trais|triez)(?: tous les deux| tous deux)? en "
    r"(?:(?:relation|contact|lien|rapport)\b|(?:copie|cc)\b(?! d))",
    r"(?:nous |me )?(?:faire|fais|faites|ferais|ferez) (?:nous |me )?rencontrer\b|(?:nous|me) (?:mettre|reunir|"
    r"asseoir) autour d'une table\b|(?:nous|me) (?:reunir|rapprocher)\b",
    r"(?:m'|nous |me )(?:introduire|introduis\w*|connecter|orienter|aiguiller|brancher)\b",
    r"(?:entrer|rentrer|etre mise? en|prendre) (?:en )?(?:contact|relation) avec\b",
)
_REACHED_AT = r"(?:mail|e-mail|email|contact|numero|coordonnees|adresse|tel\w*|portable)"
_SERVICES = (
    r"(?:fai|envo|organis|etabli|facilit|menag|arrang|proposer)\w*(?: \w+)? (?:une?|l'|la|le|les|cette)(?: "
    r"\w+)? ?(?:intro\w*|presentations?|mise en relation|rencontre|contact|lien|connexion|entrevue|rendez-vous|"
    r"dejeuner|appel|cafe|verre)\b",
    r"(?:transm\w*|pass\w*|faire (?:passer|suivre|parvenir)|envoy\w+|remettre|montrer|partager|glisser|"
    r"adresser)\b(?: \w+){0,3} (?:mon|ma|mes|notre|nos)(?: \w+)? (?:cv|profil|candidature|message|coordonnees|"
    r"dossier|portfolio|mail|numero|deck|contact|lettre|nom)\b",
    r"(?:glisser|toucher|dire|placer) (?:un|deux) (?:petit )?mots?\b",
    r"(?:m'|nous |me )recommand(?:er|es|iez|ez|e)\b|me pistonner\b",
    r"(?:parl(?:er|es|iez|ez|ais|e) de (?:moi|nous|notre \w+|mon \w+|ma \w+)|appuyer ma candidature|donner mon "
    r"nom|mentionner mon nom)\b",
    rf"(?:donn|pass|communiqu|transm|partag|envoy|fil|avoir|aurais|as|avez)\w*(?: \w+)? (?:le|l'|les|un|son|"
    rf"ses|leurs?)(?: \w+)? ?{_REACHED_AT}\b",
    r"pour nous (?:connecter|presenter|mettre)\b|ouvrir(?:ait)? (?:la|une|les|des) portes?\b",
)
_SPEAK = (
    r"(?:demand|dire|dis|ecri|parl|propos|transm|signal|suggere|contact|appel|pass|prevenir|previen|sond|"
    r"convain|toucher|raconter|glisser|recommand)\w*",
)
_REQUESTS = (
    r"(?:obtenir|avoir|souhait\w+|demander|solliciter|beneficier d')\s*(?:d')?une (?:mise en relation|intro\w*|"
    r"presentation)\b",
    r"(?:connai\w+[- ](?:tu|vous)|tu connais|vous connaissez|as-tu|avez-vous|tu as|tu aurais)\b.{0,14}? "
    r"(?:quelqu'un|des gens|un contact|des contacts|du monde|qqn)\b.{0,10} (?:chez|a|au|dans|de|en|qui)\b",
    r"(?:mise en relation|introduction|intro|mot|recommandation|mail|presentation|appel|coup de fil) (?:[\w "
    r"]{0,15} )?(?:de ta part|de votre part|de toi)\b",
    r"(?:mise en relation|intro\w*|presentation) (?:avec|a|aupres)\b.{0,60} (?:serait|aiderait|ferait|"
    r"possible)\b",
    r"(?:crois|penses?|pensez|croyez)\b.{0,5} qu.{1,40} \w+rai(?:t|ent)\b.{0,40} (?:me|nous|moi|notre|nos|mon|"
    r"ma|mes|discussion|echange\w*|ouvert\w*|temps|cafe|appel)\b",
    r"a qui (?:puis-je|pourrais-je|dois-je|je peux|on peut) \w+",
)
_WISHES = (
    r"(?:j'aimerais|aimerais|aimerions|voudrais|voudrions|souhait\w+|adorerais|reve de|envie de|j'essaie de|"
    r"cherche a|besoin de|tient a)\b.{0,25} (?:rencontrer|echanger avec|parler (?:a|avec)|discuter avec|"
    r"joindre|contacter|interviewer|inviter|faire une? \w+|connaitre|approcher|faire (?:la|sa) connaissance|"
    r"(?:lui|leur) (?:en )?(?:faire|montrer|presenter|parler|proposer|demander|poser|soumettre))\b",
)
_LINKS = (
    r"(?:tu connais|vous connaissez|connais-tu|connaissez-vous|en contact avec|dans ton reseau|proche de|amie? "
    r"avec|travaille avec)\b",
    r"(?:ton|ta|votre) (?:amie?|copine|pote|contact|collegue|reseau|ancien\w*)\b|parmi (?:tes|vos)\b|(?:de ta|"
    r"de votre) part\b|grace a (?:toi|vous)\b",
    r"(?:pourrais|peux|pouvez|pourriez)[- ](?:tu|vous) (?:m'aider|nous aider|faire|arranger|organiser)\b",
)
_NOT_ASKED = ending(
    r"(?:je|j'|va|vais|merci pour|ne|pas|il|elle|puis-je|permet\w+[- ]moi de|laissez-moi|de|pour|a|on|doit|"
    r"devait|veut|vont) (?:\w+ )?",
    r"(?!tu|vous)[a-z]+ (?:va|vont|doit|peut|veut|a|ont) ",
)
_DECOYS = (
    r"je (?:me|m'|vous|te) ?present\w+|(?:permet\w+|laisse\w*)[- ](?:moi|nous) de (?:me|vous|te|nous) "
    r"present\w+",
    r"(?:je|nous) (?:voudrais|souhaiterais|souhaiterions|aimerais|tiens a|souhaite|me permets de) (?:me|vous|"
    r"te) present\w+",
    r"merci\b(?! de (?:me|nous|m'|bien)).{0,40}\b(?:present|mise en relation|mis en|intro|recommand|"
    r"contact)\w*(?!.*\b(?:pourrais|peux|pourriez)\b)",
    r"(?:te|vous) (?:mettre|mets|presenter|presente|presentons|connecter)\b(?! (?:moi|nous))|(?:j'ai|je t'ai|"
    r"je vous ai) mis\b",
    r"(?:m'a|m'ont|nous a|nous ont|avait|ete|t'ai|vous ai) (?:\w+ )?(?:present|mis|introduit|recommand)\w*",
    r"rest\w+ en contact\b|mon reseau\b|(?:embrasse|salue|passe le bonjour)\b",
)

FRENCH = Language(
    name="French",
    everyday=word_set(
        "merci stp salut je tu vous les et une pour avec nous pas ce est mon ma le au du dans qui sa chez "
        "bonjour ton elle"
    ),
    screen=screen(
        "pour|peu|pouv|voud|veu|voul|aur|ser|accept|es-tu|.tes-vous|crois|croy|pens|conna|verr|sentir|tu |vous|"
        "si |est-ce|comme|merci|stp|svp|s'il|reconn|gentil|aimab|amab|possib|moyen|ravi|quand|j'aim|souhait|"
        "j'ess|voudrais|besoin|cherche|top|super|service|gr.ce|aide|coup de|pr.sent|met|toujours|.a te|.a vous|"
        "cela|as-tu|avez|. qui|une |donne",
        "pr.sent|mise? en|met|recommand|introdui|intro|conn|rencontr|r.uni|rapproch|orient|aiguill|branch|"
        "entrer|contact|relation|lien|entrevue|rendez|d.jeuner|appel|cv|profil|candidature|message|coordonn|"
        "dossier|portfolio|mail|e-mail|num.ro|deck|lettre|nom|mot|piston|parl|appuy|adresse|t.l|portable|porte|"
        "quelqu|du monde|des gens|crois|croy|pens|qui|.chang|discut|joindre|interview|inviter|conna.t|approch|"
        "lui|leur|dire|dis|.cri|propos|transm|signal|sugg|sond|convain|demand|copie|organis|m.nag|pass|donn|"
        "faire|entr.e",
    ),
    cues=(
        Cue(starting(*_ACTS), 0.9, after=(_ASKED, CLAUSE_START), or_not=_NOT_ASKED),
        Cue(starting(*_SERVICES), 0.9, after=(_ASKED, CLAUSE_START)),
        Cue(starting(*_REQUESTS), 0.9),
        Cue(starting(*_SPEAK), 0.8, after=(_ASKED, CLAUSE_START), needs=(Need.ME, Need.PERSON, Need.REASON)),
        Cue(starting(*_WISHES), 0.7, needs=(Need.LINK,)),
    ),
    decoys=starting(*_DECOYS),
    links=starting(*_LINKS),
    asking=_ASKED,
    help=starting(
        r"(?:pourrais|peux|pouvez|pourriez)[- ](?:tu|vous) (?:m'aider|nous aider|faire|arranger|organiser)\b|"
        r"ton aide\b|votre aide\b|coup de (?:main|pouce)\b"
    ),
    me=starting(r"(?:me|moi|mon|ma|mes|nous|notre|nos|je|m'|j')"),
    before_target=starting(
        r"(?:a|au|avec|aupres de|de|chez|demander a|rencontrer|inviter|connais|et|joindre|que|presenterais|"
        r"presenter)(?= )|d'"
    ),
)
