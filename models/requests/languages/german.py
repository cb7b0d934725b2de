"""How German asks for an introduction. Umlauts are gone before a pattern is tried: könntest reads konntest or "
"koenntest."""

from __future__ import annotations

from ..lexicon import word_set
from ..patterns import CLAUSE_START, Cue, Language, Need, screen, starting

_YOU = r"(?:du|sie|ihr)"
_ME = r"(?:mich|uns|mir)"
_ASKED = starting(
    rf"(?:koe?nn|kann|wue?rd|wae?r|mag|moe?cht|hae?tt|will|woll|darf|due?rf|sei)\w* (?:{_YOU}|es|ich|wir)\b",
    rf"(?:wenn|falls|ob|dass) (?:{_YOU}|man)\b",
    rf"{_YOU} (?:\w+ )?(?:koe?nn|kann|wue?rd)\w*\b",
    r"\w{2,}st du\b|\w{3,}en sie (?:mich|uns|mir)\b",
    r"(?:koe?nntest|kannst|wue?rdest|magst|willst|moe?chtest|hast du lust|machst du)\b",
    r"(?:bitte|dankbar|gefallen|moe?glich\w*|freuen|nett|hilfreich|hilfe|super|klasse|mega|in der lage|lieb|"
    r"wae?re? .{0,20} (?:toll|super|schon))\b",
    rf"(?:stell|mach|bring|verbind|vernetz|gib|leit|schick|frag|vermittel|verschaff|leg|nenn)\w* (?:{_YOU} "
    rf")?{_ME}\b",
)

# Only the writer can gain by these; the participles (vorgestellt, gebracht) tell of the past and are left out.
_BRING_TOGETHER = (
    r"(?:bekannt (?:zu )?mach(?:en|st|t)|bekanntmach\w*|bekannt(?=\W*$)|vernetz(?:en|est|t)|verbind(?:en|est|"
    r"et)|verknue?pf(?:en|st)|vor(?:zu)?stell(?:en|st)|vor|zusammen(?:zu)?(?:bring|fue?hr)(?:en|st)|"
    r"connect(?:en|est)|(?:in (?:kontakt|verbindung)|ins gesprach) (?:zu )?(?:bring|setz|komm)(?:en|st))"
)
_ACTS = (
    rf"{_ME}\b(?! (?:selbst|kurz|bei dir|bei ihnen)).{{0,70}}? {_BRING_TOGETHER}\b(?! (?:hast|hat|haben|worden|"
    rf"wurde))",
    r"mit .{2,40} (?:in (?:kontakt|verbindung)|ins gesprach) (?:zu )?(?:komm|tret)en\b",
    r"an .{2,40} (?:heran|ran)(?:zu)?kommen\b",
)
_PAPERS = (
    r"(?:lebenslauf|profil|bewerbung|unterlagen|portfolio|cv|\w*deck|nachricht|mail|anfrage|nummer|"
    r"telefonnummer|kontaktdaten|daten|adresse|mailadresse|zeilen|brief|gruss|namen)"
)
_HAND_ON = (
    r"(?:weiter(?:zu)?(?:leit|geb|reich|schick)|zukommen|zu(?:zu)?spiel|zeig|schick|geb|gib|ue?bermitt|"
    r"vor(?:zu)?leg|fallen|nenn|schreib|hinterlass|richt|besorg)\w*"
)
_SERVICES = (
    r"(?:kontakt|verbindung|draht|link|brucke|zugang|ture?n?) (?:zu|zum|zur|mit|bei|zwischen)\b.{1,50}? "
    r"(?!aufn|bleib|hal)\w+(?:en|st|eln|ern)\b",
    r"(?:kontakt|verbindung) (?:her(?:zu)?stell|vermittel|knue?pf|auf(?:zu)?bau|verschaff|anbahn)\w*",
    r"(?:stell|vermittel|knue?pf|gib|geb|verschaff|mach)\w*\b.{0,30} (?:kontakt|intro|bekanntmachung|"
    r"einfue?hrung)\b",
    r"(?:intro|vorstellung|einfue?hrung|termin|gesprach|treffen)\b.{0,30} (?:mach|geb|schick|bekomm|arrangier|"
    r"organisier|vermitt|einfae?del)\w*",
    rf"{_PAPERS}\b.{{0,50}}? {_HAND_ON}",
    rf"{_HAND_ON}\b.{{0,40}}? {_PAPERS}\b",
    r"(?:gutes wort|wortchen|ein wort|tue?roe?ffner)\b",
    rf"(?:{_ME}|mein\w*|unser\w*)\b.{{0,40}} (?:empfehl|empfiehl|erwae?hn|vor(?:zu)?schlag|ins spiel)\w*",
    r"(?:an|auf) (?:uns|mich) (?:beide|zusammen)\b",
    r"frag\w*,? ob\b.{0,60}\b(?:mit (?:mir|uns)|mich|uns|mir)\b",
    r"tur\w* (?:zu )?(?:offnen|aufmachen)\b",
)
# Speaking to somebody for the writer.
_SPEAK = (
    r"(?:frag|sag|erzahl|schreib|sprech|sprich|ansprechen|ansprich|anruf|anschreib|vorwarn|bescheid|ausrichten|"
    r"anklopf|bitten|wink|reden?|rede|antesten|aushorchen|uberzeug|ausfrag|einleg|anzuschreiben|anzusprechen|"
    r"anzurufen)\w*",
)
_SPEAK_FOR_ME = (
    r"(?:bei|mit) .{2,40} (?:fur|uber|von) (?:mich|uns|mir) \w+(?:en|st)\b",
    r"(?:ihm|ihr|ihnen|herrn?|frau|bei|mit)\b.{0,40} (?:von|uber|fur|ueber) (?:mir|mich|uns)\b.{0,30} "
    r"(?:erzahl|schreib|sag|sprech|bericht|red|einleg|einsetz)\w*",
)
_NOUN = (
    r"(?:draht|intro|kontakt|mail|wort|wink|empfehlung|vorstellung|vermittlung|bekanntmachung|einfuhrung|"
    r"verbindung)"
)
_REQUESTS = (
    rf"(?:uber|um) (?:eine?n? )?(?:\w+ )?{_NOUN}\b.{{0,40}} (?:freuen|bitten|dankbar|froh)\b",
    r"(?:kennst du|kennen sie|kennt ihr|hast du|haben sie)\b.{0,20}? (?:jemand\w*|wen|leute|kontakte|"
    r"ansprechpartner\w*)\b.{0,12} (?:bei|von|aus|zu|in|im)\b",
    r"(?:brauche?n?|suche?n?|wunsche?n?|hatte\w?|freue?n?|bitte\w?)\b.{0,30} (?:intro|vorstellung|zugang|"
    r"kontakt|draht) (?:zu|bei|an)\b",
    rf"{_NOUN}(?: (?:zu|von|an|per|bei|mit)\b.{{0,30}})? (?:ware|wurde|konnte)\b",
    r"(?:meinst du|glaubst du|meinen sie|denkst du|glauben sie)\b.{1,50} (?:zeit|lust|bereit|offen|interess\w+|"
    r"mir|mich|uns|gesprach)\b",
    r"wer\b.{0,20} (?:ansprechpartner\w*|zustandig)\b.{0,20} bei (?!ihnen|euch|dir)",
    r"(?:an wen|bei wem)\b.{0,20} (?:ich mich|wir uns)\b",
)
_WOULD_SHE = (
    r"(?:wurde|wue?rde|konnte|koennte|ware|hatte)\b.{2,60}? (?:mir|mich|uns|unser\w*|ihr|ihm|mein\w*)\b.{0,40} "
    r"(?:unterhalten|reden|sprechen|treffen|telefonieren|helfen|erzahlen|zeit|lust)\b(?=[^?]*\?)",
)
_WISHES = (
    r"(?:wurde\w?|mochte\w?|will|wollen|wurd|hatte\w?|muss|versuche?)\b.{0,60} (?:kennen ?(?:zu)?lernen|"
    r"sprechen|treffen|interviewen|unterhalten|reden|austauschen|erreichen|kontaktieren|anzusprechen|"
    r"interessieren|gewinnen|zeigen|fragen|erfahren|einladen)\b",
    r"(?:brauche?|suche)\b.{0,30} (?:zugang|kontakt|draht)\b",
    r"an .{2,40} (?:heran|ran)(?:zu)?komm\w*|an .{2,40} (?:nicht )?(?:heran|ran)\b",
)
_LINKS = (
    r"(?:du|sie|ihr) kenn(?:st|en|t)\b|kenn(?:st|en|t) (?:du|sie|ihr|ja|doch)\b",
    r"(?:hast|haben)\b.{0,20} kontakt (?:zu|mit)\b|draht zu\b|(?:ihren|deinen) kontakten\b|du (?:hast|hattest) "
    r"(?:mir|doch)\b.{0,12} von\b|stehst du\b.{0,20} (?:verbindung|kontakt)\b",
    r"(?:dein|ihr)\w{0,2} (?:\w+ )?(?:freund|freundin|bekannte\w?|kolleg\w+|kontakt\w*|chef|chefin|netzwerk)\b",
    r"uber (?:dich|sie)\b|(?:ihre|seine|deren) nummer\b",
    r"mit \w+(?: \w+)? (?:verbunden|vernetzt|befreundet|gearbeitet)\b|(?:du|sie) und\b",
)
_I_DO = (
    r"(?:stelle?n?|mache?n?|vernetze?n?|bringe?n?|verbinde?n?|kann|konnten?|konnen|darf|durfte|mochten?|"
    r"wurden?|werden?|soll|sollen)"
)
_TOGETHER = r"(?:vor|bekannt|vernetz\w*|kontakt|vor(?:zu)?stell\w*|zusammen\w*|verbind\w*)\b"
_DECOYS = (
    r"(?:ich|wir|darf|durfen|mochten?|wollten?|wurden?)\b.{0,30} (?:mich|uns) (?:(?:kurz|erst ?mal|gerne?|"
    r"einmal|selbst|personlich|ihnen|dir) )*vor(?:zu)?stellen\b",
    r"(?:danke?|dankeschon|merci)\b(?!.{0,6} im voraus).{0,60} (?:vernetz|kontakt|bekannt|vorgestellt|"
    r"vorstellung|intro|vermitt|verbind)\w*(?!.* (?:konntest|kannst|konnten sie)\b)",
    r"kontakt (?:zu )?bleiben\b|in kontakt geblieben\b",
    rf"{_I_DO}(?: ich| wir)?(?: \w+){{0,2}} (?:dich|dir|euch|ihnen)\b.{{0,60}} {_TOGETHER}",
    rf"(?:ich|wir) {_I_DO}(?: \w+){{0,2}} (?:dich|dir|euch|ihnen|sie)\b.{{0,60}} {_TOGETHER}",
    r"(?:ihnen|dir|euch) (?:\w+ ){0,6}vor(?:zu)?stellen\b",
    r"(?:darf|soll) ich (?:sie|ihnen|dich|dir|euch)\b(?! (?:bitten|fragen|um|darum|auch bitten))",
    r"(?:wollen wir uns|lass uns|lassen sie uns)\b",
    r"stell\w* (?:ich )?(?:mir|uns)\b.{0,12} vor\b(?!stell)(?!.*\?)",
    r"(?:kann|konnte|konnen) (?:ich )?mir\b.{0,20} vorstellen\b",
    r"(?:wlan|vpn|server|drucker|netz|internet)\b|(?:schone?|liebe|herzliche) grusse\b",
    r"(?:hat|hatte|habe|haben|hast)\b.{0,60} (?:vorgestellt|bekannt ?gemacht|vernetzt|hergestellt|vermittelt|"
    r"empfohlen)\b",
)
_ME_NOW = r"(?:ich|mich|mir|uns|wir|mein\w*|unser\w*)\b"

GERMAN = Language(
    name="German",
    everyday=word_set(
        "ich du sie und der die das mit mir mich uns wir ist nicht zu den ein eine kannst ob von bei dir es "
        "auf im fur dich ihm ihr einen magst wurde hallo bitte danke"
    ),
    screen=screen(
        "k.nn|koenn|kann|w.rd|wuerd|w.r|waer|mag |magst|m.cht|moecht|h.tt|haett|will|woll|darf|d.rf|duerf|wenn|"
        "falls|ob |dass|bitte|dankbar|gefallen|m.glich|moeglich|freu|nett|hilf|super|klasse|mega|lieb|stell|"
        "mach|bring|verbind|vernetz|gib|leit|schick|frag|vermitt|verschaff|leg|nenn|hast du|haben sie|kenn|"
        "brauch|such|w.nsch|meinst|glaub|meinen|denk|wer |wem|wen |muss|seien",
        "einset|f.r mich|f.r uns|heran|ran|unterst.tz|bekannt|vernetz|verbind|verkn|vor|zusammen|connect|"
        "kontakt|gespr.ch|an |draht|link|br.ck|zugang|t.r|intro|stell|termin|treff|lebens|profil|bewerb|unterl|"
        "portfolio|"
        r"cv|\w*deck|nachricht|mail|anfrage|nummer|telefon|daten|adresse|zeilen|brief|namen|wort|w.rt|empf|"
        r"erw.hn|"
        "erwaehn|frag|sag|erz.hl|schreib|sprech|sprich|anruf|ansch|anspr|bescheid|ausricht|bitt|wink|red|.berz|"
        "einleg|jemand|wen|leute|ansprechp|wer|kennen|interview|unterhalt|austausch|erreich|gewinn|zeig|erfahr|"
        "einlad|uns|weiter",
    ),
    cues=(
        Cue(starting(*_ACTS), 0.9, after=(_ASKED,), anywhere=True),
        Cue(starting(*_SERVICES), 0.9, after=(_ASKED, CLAUSE_START), anywhere=True),
        Cue(starting(*_REQUESTS), 0.9),
        Cue(starting(*_SPEAK_FOR_ME), 0.8, after=(_ASKED,), anywhere=True),
        Cue(starting(*_SPEAK), 0.8, after=(_ASKED,), anywhere=True, needs=(Need.ME, Need.PERSON, Need.REASON)),
        Cue(starting(*_WOULD_SHE), 0.7, needs=(Need.LINK,)),
        Cue(starting(*_WISHES), 0.7, needs=(Need.PERSON, Need.LINK)),
    ),
    decoys=starting(*_DECOYS),
    links=starting(*_LINKS),
    asking=_ASKED,
    help=starting(
        r"(?:kannst du|konnen sie|konntest du|konnten sie) (?:da|mir da|mir dabei|vielleicht|was|mir helfen|"
        r"uns helfen)\b|(?:dein\w*|ihr\w*) (?:hilfe|unterstutzung)\b"
    ),
    me=starting(_ME_NOW),
    before_target=starting(
        r"(?:mit|zu|an|bei|von|fur|dem|der|den|mich|uns|mir|kennst|kennen|wurde|konntest du|kannst du|du|sie|"
        r"hast du|ob)(?= )"
    ),
)
