"""How French asks for an introduction."""

from __future__ import annotations

from .wording import CLAUSE_START, Cue, Language, ending, starting

_YOU = r"(?:tu|vous|t')"
_ASKED = starting(
    rf"(?:pourr|peu|pouv|voudr|veu|voul|aur|ser|accepter|es|etes|croi|pens|verr|sentir)\w*[- ]{_YOU}\b",
    rf"{_YOU} (?:peu|pouv|pourr|ser|veu|voudr|accept|aur)\w*",
    rf"(?:si|que|est-ce que|est ce que) {_YOU}\b|qu'{_YOU}\b",
    r"(?:merci de|stp|svp|s'il te plait|s'il vous plait|reconnaissante?|gentil|aimable|amabilite|possible|moyen|serait|ravie?)\b",
    r"(?:j'aimerais|je souhaite\w*|je voudrais|besoin|cherche|top|super|service|grace a toi)\b",
)
_ACTS = (
    r"(?:me|nous|m'|(?:me|nous) l(?:a|e|es|')) ?present(?:er|es|ez|e|iez|ais)\b(?! ?:)",
    r"(?:present(?:e|ez)|mets|mettez|recommandez?|introdui\w+|connectez?)-(?:moi|nous)\b",
    r"(?:me|nous|m'|en) ?(?:re)?met(?:tre|s|tez|tes|tiez|tais)(?: tous les deux| tous deux)? en "
    r"(?:(?:relation|contact|lien|rapport)\b|(?:copie|cc)\b(?! d))",
    r"(?:nous |me )?faire (?:nous |me )?rencontrer\b",
    r"(?:m'|nous |me )(?:introduire|introduis\w*|connecter|orienter|aiguiller|brancher|faire rencontrer)\b",
)
_SERVICES = (
    r"(?:fai|envo|organis|etabli|facilit|menag|arrang)\w*(?: \w+)? (?:une?|l'|la|le|les|cette)(?: \w+)? ?"
    r"(?:intro\w*|presentations?|mise en relation|rencontre|contact|lien|connexion|entrevue)\b",
    r"(?:transm\w*|pass\w*|faire (?:passer|suivre|parvenir)|envoy\w+|remettre|montrer|partager|glisser)\b(?: \w+){0,3} "
    r"(?:mon|ma|mes|notre|nos)(?: \w+)? (?:cv|profil|candidature|message|coordonnees|dossier|portfolio|mail|numero|deck|contact|lettre)\b",
    r"(?:glisser|toucher|dire|placer) (?:un|deux) (?:petit )?mots?\b",
    r"(?:m'|nous |me )recommand(?:er|es|iez|ez)\b|me pistonner\b",
    r"(?:parler de (?:moi|nous)|appuyer ma candidature|donner mon nom|mentionner mon nom)\b",
    r"(?:donn|pass|communiqu|transm|partag|envoy|fil)\w*(?: \w+)? (?:le|les|son|ses|leurs?)(?: \w+)? "
    r"(?:mail|email|contact|numero|coordonnees|adresse|tel\w*)\b",
    r"demand\w+ a\b.{1,60} s(?:i |'il).{0,40} (?:me|moi|nous|m'|je|d'accord|ouvert\w*|interesse\w*|disponible)",
    r"pour nous (?:connecter|presenter|mettre)\b|ouvrir (?:la|une) porte\b",
)
_REQUESTS = (
    r"(?:connai\w+[- ](?:tu|vous)|tu connais|vous connaissez|as-tu|avez-vous)\b.{0,14}? (?:quelqu'un|des gens|un contact|des contacts|"
    r"du monde|qqn)\b.{0,10} (?:chez|a|au|dans|de|en|qui)\b",
    r"(?:mise en relation|introduction|intro|mot|recommandation|mail|presentation)\b.{0,15} (?:de ta part|de votre part|de toi)\b",
    r"(?:mise en relation|intro\w*|presentation) (?:avec|a|aupres)\b.{0,60} (?:serait|aiderait|ferait|possible)\b",
    r"(?:crois|penses?|pensez|croyez)\b.{0,5} qu.{1,40} \w+rai(?:t|ent)\b.{0,40} "
    r"(?:me|nous|moi|notre|nos|mon|ma|mes|discussion|echange\w*|ouvert\w*|temps|cafe|appel)\b",
)
_WISHES = (
    r"(?:j'aimerais|aimerais|aimerions|voudrais|voudrions|souhaite\w*|adorerais|reve de|envie de|j'essaie de|cherche a)\b.{0,25} "
    r"(?:rencontrer|echanger avec|parler (?:a|avec)|discuter avec|joindre|contacter|interviewer|inviter|faire une? \w+|connaitre|approcher|"
    r"(?:lui|leur) (?:en )?(?:faire|montrer|presenter|parler|proposer|demander))\b",
)
_LINKS = (
    r"(?:tu connais|vous connaissez|connais-tu|connaissez-vous|en contact avec|dans ton reseau|proche de|amie? avec)\b",
    r"(?:ton|ta|votre) (?:amie?|copine|pote|contact|collegue|reseau|ancien\w*)\b",
)
_NOT_ASKED = ending(
    r"(?:je|j'|va|vais|merci pour|ne|pas|il|elle|puis-je|permet\w+[- ]moi de|laissez-moi|de|pour|a|on) (?:\w+ )?",
)
_DECOYS = (
    r"je (?:me|m'|vous|te) ?present\w+|(?:permet\w+|laisse\w*)[- ](?:moi|nous) de (?:me|vous|te|nous) present\w+",
    r"je (?:voudrais|tiens a|souhaite|me permets de) (?:me|vous|te) present\w+",
    r"merci\b(?! de (?:me|nous|m'|bien)).{0,40}\b(?:present|mise en relation|mis en|intro|recommand|contact)\w*"
    r"(?!.*\b(?:pourrais|peux|pourriez)\b)",
    r"(?:te|vous) (?:mettre|mets|presenter|presente|presentons|connecter)\b(?! (?:moi|nous))",
    r"(?:m'a|m'ont|nous a|nous ont|avait|ete) (?:\w+ )?(?:present|mis|introduit|recommand)\w*",
    r"rest\w+ en contact\b|mon reseau\b",
)

FRENCH = Language(
    name="French",
    stems=(
        "pr.sent", "relation", "contact", "introdui", "intro", "recommand", "cv", "profil", "candidature", "mots?", "rencontr", "conna",
        "parler", "coordonn", "mail", "num.ro", "lien", "copie", "connect", "demander", "passer", "transm", ".changer", "inviter", "mise? en",
        "mets", "mett", "pistonner", "porte", "crois", "pens", "joindre", "m'intro",
    ),
    everyday=frozenset(["je", "tu", "vous", "de", "les", "et", "en", "une", "pour", "avec", "que", "nous", "pas", "ce", "est", "un", "mon", "ma", "le", "au", "du", "dans", "qui", "si", "son", "sa", "chez", "te"]),
    cues=(
        Cue(starting(*_ACTS), 0.9, after=(_ASKED, CLAUSE_START)),
        Cue(starting(*_SERVICES), 0.9, after=(_ASKED, CLAUSE_START)),
        Cue(starting(*_REQUESTS), 0.9),
        Cue(starting(*_ACTS), 0.8, unless=_NOT_ASKED),
        Cue(starting(*_WISHES), 0.7, needs_link=True),
    ),
    decoys=starting(*_DECOYS),
    links=starting(*_LINKS),
    before_target=starting(
        r"(?:a|au|avec|aupres de|de|chez|demander a|rencontrer|inviter|connais|et|joindre)(?= )|d'"
    ),
)
