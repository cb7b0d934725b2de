"""How French asks for an introduction."""

from __future__ import annotations

from models.introductions.wording import Language, either, expression

_YOU = r"(?:tu|vous|t')"
_ASKED = either(
    rf"\b(?:p(?:ourr|eu|ouv)\w*|v(?:oudr|eu|oul)\w*|aur\w+|ser\w+|accepter\w+|es|etes|crois|croyez|pens\w+|connai\w+)[- ]{_YOU}\b",
    rf"\b{_YOU} (?:peux|peut|pouvez|pouvais|pouviez|pourrais|pourriez|serais|seriez|veux|voudrais|accepterais|accepteriez|aurais|auriez|nous|me|m')",
    rf"\b(?:si|que|qu'|est-ce que) ?{_YOU}\b",
    r"\b(?:merci de|stp|svp|s'il (?:te|vous) plait|reconnaissante?|gentil|aimable|amabilite|possible|moyen|serait|j'aimerais|je souhaite\w*|je voudrais|besoin|cherche|ravie?|bienvenue?|top|super|grand service|service)\b",
)
_ACT = either(
    r"\b(?:me|nous|m'|me la|me le|nous la) ?(?:re)?present(?:er|es|ez|e|iez|ais|ons)\b(?!.{0,4}:)",
    r"\b(?:present(?:e|ez)|mets|mettez|recommande[z]?|introdui\w+|connecte[z]?)-(?:moi|nous)\b",
    r"\b(?:me|nous|m'|en) ?(?:re)?(?:mettre|mets|mettez|mettes|mettiez|mettais)(?: tous les deux| tous deux)? en (?:relation|contact|lien|copie|rapport|cc)\b",
    r"\b(?:m'|nous |me )(?:introduire|introduis\w*|recommander|recommand\w+|connecter|connect\w+|orienter|aiguiller|brancher|faire rencontrer)\b",
    r"\b(?:fai\w+|envo\w+|organis\w+|etabli\w*|facilit\w+|menag\w+)\b(?: \w+)? (?:une?|l[ae']|les|cette)(?: \w+)? ?(?:intro\w*|presentations?|mise en relation|rencontre|contact|lien|connexion|entrevue)\b",
    r"\b(?:transmet\w*|transmis|passer|passe|faire (?:passer|suivre|parvenir)|envoy\w+|remettre|montrer|partager|glisser)\b(?: \w+){0,3} (?:mon|ma|mes|notre|nos)(?: \w+)? (?:cv|profil|candidature|message|coordonnees|dossier|portfolio|mail|numero|deck|contact|pitch|lettre)\b",
    r"\b(?:glisser|toucher|dire|placer) (?:un|deux) (?:petit )?mots?\b",
    r"\b(?:parler de (?:moi|nous)|appuyer ma candidature|me pistonner|donner mon nom|mentionner mon nom)\b",
    r"\b(?:donn|pass|communiqu|transmet|partag|envoy|fil)\w*\b(?: \w+)? (?:le|les|son|ses|leurs?)(?: \w+)? (?:mail|email|contact|numero|coordonnees|adresse|06|tel\w*)\b",
    r"\bdemand\w+ a\b.{1,60}\bs(?:i|'il)\b",
    r"\bpour nous (?:connecter|presenter|mettre)\b|\bouvrir (?:la|une) porte\b",
)
_BARE = either(
    r"\b(?:connai\w+[- ](?:tu|vous)|tu connais|vous connaissez|est-ce que tu connais|as-tu|avez-vous)\b.{0,14}\b(?:quelqu'un|des gens|un contact|des contacts|du monde|qqn)\b.{0,10}\b(?:chez|a|au|dans|de|en|qui)\b",
    r"\b(?:mise en relation|introduction|intro|mot|recommandation|mail|presentation)\b.{0,15} (?:de ta part|de votre part|de toi|aupres)\b",
    r"\b(?:une (?:mise en relation|intro\w*|presentation)) (?:avec|a|aupres)\b.{0,60}\b(?:serait|aiderait|ferait)\b",
    r"\b(?:crois|penses?|pensez|croyez)\b.{0,5}\bqu'?.{1,40}\b(?:serait|aurait|accepterait|voudrait|pourrait)\b.{0,40}\b(?:me|nous|moi|discussion|echange\w*|ouvert\w*|temps|cafe|appel)\b",
    r"\btu nous presentes\b|\bvous nous presentez\b",
)
_WISHES = either(
    r"\b(?:j'aimerais|aimerais|aimerions|voudrais|voudrions|souhaite\w*|adorerais|reve de|envie de|j'essaie de|cherche a)\b.{0,25}\b(?:rencontrer|echanger avec|parler (?:a|avec)|discuter avec|joindre|contacter|interviewer|inviter|faire une? \w+|connaitre|approcher)\b",
)
_LINKS = either(
    r"\b(?:tu connais|vous connaissez|connais-tu|connaissez-vous|en contact avec|ton ami\w?|ta copine|ton pote|ton contact|ton collegue|ta collegue|votre (?:ami\w?|contact|collegue|reseau)|dans ton reseau|ton ancien\w*|proche de|amie? avec)\b",
)
_DECOYS = either(
    r"\bje (?:me|m'|vous|te) ?present\w+|\b(?:permet\w+|laisse\w*)[- ](?:moi|nous) de (?:me|vous|te|nous) present\w+|\bje (?:voudrais|tiens a|souhaite|me permets de) (?:me|vous|te) present\w+",
    r"\bmerci\b(?! de (?:me|nous|m'|bien)).{0,40}\b(?:present|mise en relation|mis en|intro|recommand|contact)\w*(?!.*\b(?:pourrais|peux|pourriez)\b)",
    r"\b(?:te|vous) (?:mettre|mets|presenter|presente|presentons|connecter)\b(?! (?:moi|nous))",
    r"\b(?:m'a|m'ont|nous a|nous ont|avait|ete) (?:\w+ )?(?:present|mis|introduit|recommand)\w*",
    r"\brest\w+ en contact\b|\b(?:mon|mes) reseaux?\b",
)

FRENCH = Language(
    name="French",
    stems=(
        "présent", "present", "relation", "contact", "introdui", "intro", "recommand", "mon cv", "mon profil", "ma candidature", " mot ", "rencontr", "connai", "connais",
        "parler", "coordonn", "le mail", "son mail", "numéro", "en lien", "en copie", "connecter", "demander à", "faire passer", "transmettre", "échanger avec", "inviter",
    ),
    everyday=frozenset("je tu vous de la le les et en un une me pour avec bonjour merci salut mon est que nous pas ce".split()),
    acts=expression(_ACT),
    not_asked=expression(r"(?:\b(?:je|j'|va|vais|merci pour|ne|pas|il|elle|puis-je|permet\w+[- ]moi de|laissez-moi|de|pour|a|on) (?:\w+ )?)$"),
    services=expression(_ACT),
    asked=expression(_ASKED),
    verb_last=False,
    requests=expression(_BARE),
    wishes=expression(_WISHES),
    links=expression(_LINKS),
    decoys=expression(_DECOYS),
    before_target=expression(r"\b(?:a|au|avec|aupres de|de|chez|demander a|rencontrer|inviter|connais|et|joindre|d')(?= )"),
)
