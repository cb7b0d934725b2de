"""How German asks for an introduction."""

from __future__ import annotations

from models.introductions.wording import Language, either, expression

# Accents are gone before these are tried ("könntest" is "konntest"); "ue" and "oe" are how some people type them.
_YOU = r"(?:du|sie|ihr|euch)"
_POLITE = either(
    rf"\b(?:k(?:o|oe)nn|w(?:u|ue)rd|w(?:a|ae)r|kann|mag|m(?:o|oe)cht|h(?:a|ae)tt|darf|willst|wollt)\w* {_YOU}\b",
    rf"\b(?:wenn|falls|ob|dass) (?:{_YOU}|es)\b",
    rf"\b{_YOU} (?:vielleicht |bitte |eventuell |evtl )?(?:k(?:o|oe)nn|w(?:u|ue)rd|kann)\w*\b",
    r"\b(?:bitte|dankbar|gefallen|moglich|moeglich|moglichkeit|freuen|lieb|nett|hilfreich|toll|super|klasse)\b",
    r"\b(?:konntest|koenntest|kannst|wurdest|wuerdest|magst|willst)\b",
    r"\b(?:stell|mach|bring|verbind|vernetz|stellst|machst|bringst|verbindest|vernetzt|gibst|leitest|schickst|fragst|vermittel|vermittelst)\w*(?: du| sie)? (?:mich|uns|mir)\b",
)
_ME = r"\b(?:mich|uns|mir|mein\w*|unser\w*|wir|beide)\b"
_ASKED = rf"{_POLITE}(?=.*{_ME}|.*(?:kontakt|verbindung|draht|lebenslauf|profil)|.*gutes wort)"
_ACT = either(
    r"\bbekannt(?: zu)? ?(?:zu)?mach\w*",
    r"\bvernetz\w*",
    r"\b(?:verbinden|verbindest|verbindet|verknupf\w*|zusammenbring\w*|zusammenzubringen|zusammenfuhr\w*|verkuppel\w*)\b",
    r"\b(?:vor(?:zu)?stell\w*|stell\w*\b.{1,60}\bvor)\b",
    r"\b(?:kontakt|verbindung|draht|link)\b.{0,30}?\b(?:her(?:zu)?stell\w*|vermittel\w*|knupf\w*|auf(?:zu)?bau\w*|geb\w*|mach\w*|verschaff\w*|gib|bring\w*|setz\w*|schaff\w*)",
    r"\b(?:stell\w*|vermittel\w*|knupf\w*|gib|gebt|geben|gibst)\b.{0,25}\bkontakt\b",
    r"\b(?:intro|vorstellung|einfuhrung)\b.{0,20}\b(?:mach\w*|geb\w*|schick\w*|bekomm\w*|arrangier\w*)",
    r"\b(?:mach\w*|gib|gibst|schick\w*)\b.{0,20}\bintro\b",
    r"\b(?:lebenslauf|profil|bewerbung|unterlagen|portfolio|cv|deck|nachricht|mail|anfrage|nummer|kontaktdaten|daten)\b.{0,40}?\b(?:weiter(?:zu)?(?:leit|geb|reich|schick)\w*|zukommen|zu(?:zu)?spiel\w*|zeig\w*|schick\w*|geb\w*|ubermitt\w*)",
    r"\b(?:gutes wort|wortchen|ein wort)\b",
    r"\b(?:empfehl|empfiehl|erwahn)\w*",
    r"\b(?:an|auf) (?:uns|mich) (?:beide|zusammen)\b",
    r"\bfrag\w*\b.{0,60}\bob\b",
    r"\b(?:nummer|mail\w*|kontaktdaten|adresse) von\b.{1,40}\bgeb\w*",
    r"\bturoffner\b|\btur\w* (?:offnen|aufmachen)\b",
)
_BARE = either(
    r"\b(?:kennst du|kennen sie|kennt ihr|hast du|haben sie)\b.{0,20}?\b(?:jemand\w*|wen|leute|kontakte?|einen kontakt|ansprechpartner\w*)\b.{0,12}\b(?:bei|von|aus|zu|in|im)\b",
    r"\b(?:brauche?n?|suche?n?|wunsche?n?|hatte\w?|ware\w?|freue?n?|bitte\w?)\b.{0,30}\b(?:intro|zugang zu|kontakt zu|draht zu|vorstellung bei)\b",
    r"\b(?:draht|intro|kontakt|kurze mail|wort|empfehlung)\b.{0,40}\b(?:ware|wurde|konnte)\b",
    r"\b(?:meinst du|glaubst du|meinen sie|denkst du)\b.{1,50}\b(?:zeit|lust|bereit|offen|interess\w+|mir|mich|uns|gesprach)\b",
)
_WISHES = either(
    r"\b(?:wurde\w?|mochte\w?|will|wollen|wurd|hatte\w?)\b.{0,60}\b(?:kennenlernen|kennen lernen|kennenzulernen|sprechen|treffen|interviewen|unterhalten|reden|austauschen|erreichen|kontaktieren|anzusprechen|interessieren)\b",
    r"\b(?:brauche?|suche)\b.{0,30}\b(?:zugang|kontakt|draht)\b",
)
_LINKS = either(
    r"\b(?:du kennst|sie kennen|kennst du|kennen sie|ihr kennt|kennst ja|kennst doch)\b",
    r"\b(?:hast|haben)\b.{0,20}\bkontakt (?:zu|mit)\b",
    r"\b(?:dein|ihr)\w{0,2} (?:\w+ )?(?:freund|freundin|bekannte\w?|kolleg\w+|kontakt|chef|chefin|netzwerk)\b",
    r"\bvielleicht kannst du\b|\bkannst du da\b|\bkonnen sie da\b",
    r"\b(?:mit|zu) \w+(?: \w+)? (?:verbunden|vernetzt|befreundet)\b",
)
_DECOYS = either(
    r"\b(?:mich|uns) (?:kurz |erst ?mal |gerne |einmal )?(?:selbst |personlich )?vor(?:zu)?stellen\b",
    r"\b(?:dank\w*|merci)\b(?!.{0,6}\bim voraus).{0,60}\b(?:vernetz\w*|kontakt|bekannt|vorgestellt|vorstellung|intro|vermitt\w*)\b(?!.*\b(?:konntest|kannst|konnten sie)\b)",
    r"\b(?:kontakt bleiben|in kontakt geblieben|in kontakt zu bleiben)\b",
    r"\b(?:stelle?|mache?|vernetze?|bringe?|verbinde?|kann|konnte|darf|durfte|mochte|wurde|werde)\b(?: ich| wir)?(?: \w+){0,2} (?:dich|dir|euch|ihnen)\b.{0,60}\b(?:vor|bekannt|vernetz\w*|kontakt|vor(?:zu)?stell\w*|zusammen\w*|verbind\w*)\b",
    r"\b(?:ich|wir) (?:kann|konnen|konnte|konnten|mache?n?|stelle?n?|bringe?n?|vernetze?n?|wurde\w?|mochte\w?)(?: \w+){0,2} (?:dich|dir|euch|ihnen|sie)\b.{0,60}\b(?:vor|bekannt|vernetz\w*|kontakt|vor(?:zu)?stell\w*|zusammen\w*|verbind\w*)\b",
    r"\b(?:ihnen|dir|euch) (?:\w+ ){0,6}vor(?:zu)?stellen\b",
    r"\bdarf ich (?:sie|ihnen|dich|dir|euch)\b",
    r"\bwollen wir uns\b|\blass(?:en sie)? uns\b",
    r"\b(?:kann|konnte|konnen) (?:ich )?mir\b.{0,20}\bvorstellen\b",
    r"\b(?:hat|hatte|habe|haben|wurde|wurden)\b.{0,60}\b(?:vorgestellt|bekannt ?gemacht|vernetzt|hergestellt|vermittelt|empfohlen)\b",
)

GERMAN = Language(
    name="German",
    stems=(
        "bekannt", "vernetz", "verbind", "kontakt", "vorst", "stell", "vorzustellen", "vermitt", "weiterleit", "weitergeb", "weiterzu",
        "lebenslauf", "zukommen", "wort ", "wörtchen", "empfehl", "empfiehl", "kennenl", "draht", "zugang", "intro", "kennst", "kennen", "nummer", "frag",
        "sprechen", "zusammenbr",
    ),
    everyday=frozenset("ich du sie und der die das mit mir mich uns wir ist nicht zu den ein eine hallo danke kannst ob".split()),
    acts=expression(r"\b(?:mich|uns|mir) (?!selbst)\b.{1,60}\b(?:bekannt ?(?:zu)?mach(?:st|en|t)|vernetz(?:en|t|est)|in kontakt (?:zu )?bring(?:st|en|t))\b"),
    not_asked=expression(r"(?:\b(?:ich|wir|er|hat|haben|nicht|danke?|lass|lassen sie|wollen wir|sollen wir|wird|werden|will|kann|\w+ (?:wird|will|kann|hat)) (?:\w+ ){0,2})$"),
    services=expression(_ACT),
    asked=expression(_ASKED),
    verb_last=True,
    requests=expression(_BARE),
    wishes=expression(_WISHES),
    links=expression(_LINKS),
    decoys=expression(_DECOYS),
    before_target=expression(r"\b(?:mit|zu|an|bei|von|fur|dem|der|den|mich|uns|mir|kennst|kennen|wurde|konntest du|kannst du|du|sie)(?= )"),
)
