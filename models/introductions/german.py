"""How German asks for an introduction. Umlauts are gone before a pattern is tried: könntest reads konntest or koenntest."""

from __future__ import annotations

from .wording import Cue, Language, starting

_YOU = r"(?:du|sie|ihr)"
_ME = r"(?:mich|uns|mir)"
_ASKED = starting(
    rf"(?:koe?nn|kann|wue?rd|wae?r|mag|moe?cht|hae?tt|will|woll|darf|sei)\w* {_YOU}\b",
    rf"(?:wenn|falls|ob|dass) {_YOU}\b",
    rf"{_YOU} (?:\w+ )?(?:koe?nn|kann|wue?rd)\w*\b",
    r"(?:koe?nntest|kannst|wue?rdest|magst|willst|mochtest)\b",
    r"(?:bitte|dankbar|gefallen|moe?glich\w*|freuen|nett|hilfreich|super|klasse|in der lage)\b",
    rf"(?:stell|mach|bring|verbind|vernetz|gib|leit|schick|frag|vermittel|verschaff)\w* (?:{_YOU} )?{_ME}\b",
)

# Only the writer can gain by these; the participles (vorgestellt, gebracht) tell of the past and are left out.
_BRING_TOGETHER = (
    r"(?:bekannt ?(?:zu)?mach(?:en|st|t)|vernetz(?:en|est|t)|verbind(?:en|est|et)|verknue?pf(?:en|st)|vor(?:zu)?stell(?:en|st)|vor|"
    r"zusammen(?:zu)?(?:bring|fue?hr)(?:en|st)|connect(?:en|est)|(?:in kontakt|ins gesprach) (?:zu )?(?:bring|setz)(?:en|st))"
)
_ACTS = (rf"{_ME}\b(?! (?:selbst|kurz|bei dir|bei ihnen)).{{1,70}}? {_BRING_TOGETHER}\b(?! (?:hast|hat|haben|worden|wurde))",)
_PAPERS = (
    r"(?:lebenslauf|profil|bewerbung|unterlagen|portfolio|cv|deck|nachricht|mail|anfrage|nummer|kontaktdaten|daten|adresse)"
)
_HAND_ON = (
    r"(?:weiter(?:zu)?(?:leit|geb|reich|schick)|zukommen|zu(?:zu)?spiel|zeig|schick|geb|gib|uebermitt|ubermitt|vor(?:zu)?leg)\w*"
)
_SERVICES = (
    r"(?:kontakt|verbindung|draht|link|brucke|zugang|ture?n?) (?:zu|zum|zur|mit|bei)\b.{1,50}? (?!aufn|bleib|hal)\w+(?:en|st|eln|ern)\b",
    r"(?:kontakt|verbindung) (?:her(?:zu)?stell|vermittel|knue?pf|auf(?:zu)?bau|verschaff|anbahn)\w*",
    r"(?:ihr|ihm)\b.{0,40} (?:uber|von|fur) (?:mich|mir|uns)\b.{0,20} (?:schreib|erzahl|sag|sprech|einleg)\w*",
    r"(?:stell|vermittel|knue?pf|gib|geb|verschaff|mach)\w*\b.{0,30} (?:kontakt|intro|bekanntmachung|einfuhrung)\b",
    r"(?:intro|vorstellung|einfuhrung|termin|gesprach)\b.{0,30} (?:mach|geb|schick|bekomm|arrangier|organisier|vermitt)\w*",
    rf"{_PAPERS}\b.{{0,50}}? {_HAND_ON}",
    rf"{_HAND_ON}\b.{{0,40}}? {_PAPERS}\b",
    r"(?:gutes wort|wortchen|ein wort|tue?roe?ffner)\b",
    rf"(?:{_ME}|mein\w+|unser\w*)\b.{{0,40}} (?:empfehl|empfiehl|erwahn)\w*",
    r"(?:an|auf) (?:uns|mich) (?:beide|zusammen)\b",
    r"frag\w*\b.{0,60}\bob\b.{0,40}\b(?:ich|mich|mir|uns|wir|bereit|offen|interess\w+|lust|zeit)\b",
    r"tur\w* (?:zu )?(?:offnen|aufmachen)\b",
)
_REQUESTS = (
    r"(?:uber|um) (?:eine?n? )?(?:\w+ )?(?:intro|vorstellung|vermittlung|kontakt|empfehlung)\b.{0,40} (?:freuen|bitten|dankbar|froh)\b",
    r"(?:kennst du|kennen sie|kennt ihr|hast du|haben sie)\b.{0,20}? "
    r"(?:jemand\w*|wen|leute|kontakte|ansprechpartner\w*)\b.{0,12} (?:bei|von|aus|zu|in|im)\b",
    r"(?:brauche?n?|suche?n?|wunsche?n?|hatte\w?|freue?n?|bitte\w?)\b.{0,30} (?:intro|zugang zu|kontakt zu|draht zu|vorstellung bei)\b",
    r"(?:draht|intro|kontakt|mail|wort|empfehlung) (?:zu|von|an)\b.{0,30} (?:ware|wurde|konnte)\b",
    r"(?:meinst du|glaubst du|meinen sie|denkst du)\b.{1,50} (?:zeit|lust|bereit|offen|interess\w+|mir|mich|uns|gesprach)\b",
)
_WISHES = (
    r"(?:wurde\w?|mochte\w?|will|wollen|wurd|hatte\w?)\b.{0,60} (?:kennen ?(?:zu)?lernen|sprechen|treffen|interviewen|unterhalten|"
    r"reden|austauschen|erreichen|kontaktieren|anzusprechen|interessieren)\b",
    r"(?:brauche?|suche)\b.{0,30} (?:zugang|kontakt|draht)\b",
)
_LINKS = (
    r"(?:du|sie|ihr) kenn(?:st|en|t)\b|kenn(?:st|en|t) (?:du|sie|ihr|ja|doch)\b",
    r"(?:hast|haben)\b.{0,20} kontakt (?:zu|mit)\b|(?:dein|ihr) draht zu\b|du (?:hast|hattest) mir\b.{0,12} von\b",
    r"(?:dein|ihr)\w{0,2} (?:\w+ )?(?:freund|freundin|bekannte\w?|kolleg\w+|kontakt\w*|chef|chefin|netzwerk)\b",
    r"(?:kannst du|konnen sie|konntest du) (?:da|mir da|vielleicht|was)\b",
    r"mit \w+(?: \w+)? (?:verbunden|vernetzt|befreundet)\b",
)
_I_DO = r"(?:stelle?n?|mache?n?|vernetze?n?|bringe?n?|verbinde?n?|kann|konnten?|konnen|darf|durfte|mochten?|wurden?|werden?)"
_DECOYS = (
    r"(?:mich|uns) (?:(?:kurz|erst ?mal|gerne?|einmal|selbst|personlich|ihnen|dir) )*vor(?:zu)?stellen\b",
    r"(?:danke?|dankeschon|merci)\b(?!.{0,6} im voraus).{0,60} (?:vernetz|kontakt|bekannt|vorgestellt|vorstellung|intro|vermitt)\w*"
    r"(?!.* (?:konntest|kannst|konnten sie)\b)",
    r"kontakt (?:zu )?bleiben\b|in kontakt geblieben\b",
    rf"{_I_DO}(?: ich| wir)?(?: \w+){{0,2}} (?:dich|dir|euch|ihnen)\b.{{0,60}} "
    r"(?:vor|bekannt|vernetz\w*|kontakt|vor(?:zu)?stell\w*|zusammen\w*|verbind\w*)\b",
    rf"(?:ich|wir) {_I_DO}(?: \w+){{0,2}} (?:dich|dir|euch|ihnen|sie)\b.{{0,60}} "
    r"(?:vor|bekannt|vernetz\w*|kontakt|vor(?:zu)?stell\w*|zusammen\w*|verbind\w*)\b",
    r"(?:ihnen|dir|euch) (?:\w+ ){0,6}vor(?:zu)?stellen\b",
    r"darf ich (?:sie|ihnen|dich|dir|euch)\b",
    r"(?:wollen wir uns|lass uns|lassen sie uns)\b",
    r"(?:kann|konnte|konnen) (?:ich )?mir\b.{0,20} vorstellen\b",
    r"(?:wlan|vpn|server|drucker|netz|internet)\b",
    r"(?:hat|hatte|habe|haben|hast|wurde|wurden)\b.{0,60} (?:vorgestellt|bekannt ?gemacht|vernetzt|hergestellt|vermittelt|empfohlen)\b",
)

GERMAN = Language(
    name="German",
    stems=(
        "bekannt", "vernetz", "verbind", "kontakt", "vorst", "stell", "vor", "vermitt", "weiter", "lebenslauf", "zukommen", "wort",
        "w.rtchen", "empf", "erw.hn", "kennen", "kenns?t", "draht", "zugang", "intro", "nummer", "frag", "sprechen", "zusammen", "cc",
        "profil", "bewerbung", "unterlagen", "t.r", "meinst", "glaubst", "auf uns", "an uns",
    ),
    everyday=frozenset(["ich", "du", "sie", "und", "der", "die", "das", "mit", "mir", "mich", "uns", "wir", "ist", "nicht", "zu", "den", "ein", "eine", "kannst", "ob", "von", "bei", "dir", "es", "auf", "im", "fur", "dich", "ihm", "ihr", "einen", "magst", "wurde"]),
    cues=(
        Cue(starting(*_ACTS), 0.9, after=(_ASKED,), anywhere=True),
        Cue(starting(*_SERVICES), 0.9, after=(_ASKED,), anywhere=True),
        Cue(starting(*_REQUESTS), 0.9),
        Cue(starting(*_WISHES), 0.7, needs_link=True),
    ),
    decoys=starting(*_DECOYS),
    links=starting(*_LINKS),
    before_target=starting(
        r"(?:mit|zu|an|bei|von|fur|dem|der|den|mich|uns|mir|kennst|kennen|wurde|konntest du|kannst du|du|sie)(?= )"
    ),
)
