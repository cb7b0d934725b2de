"""What an introduction is wanted for, from the words of the request."""

from __future__ import annotations

import re
from enum import StrEnum

from .wording import read


class Purpose(StrEnum):
    """What an introduction is wanted for."""

    JOB = "job"
    """The asker looks for work."""
    HIRING = "hiring"
    """The asker has work to give."""
    PITCH = "pitch"
    """The asker looks for investors."""
    SALES = "sales"
    ADVICE = "advice"
    PARTNERSHIP = "partnership"
    PRESS = "press"
    """Journalists, podcasts, panels."""
    OTHER = "other"


_WE = r"(?:we|we're|we are|i|i'm|i am|our \w+|my team|our team|i am currently|we're currently|we are currently)"

# Each line of signs counts once; the strongest purpose wins, and among equals the one that stands first.
_SIGNS: tuple[tuple[Purpose, int, str], ...] = (
    (Purpose.PRESS, 4, r"journalist\w*|reporter|podcast|documentary|newsroom|editorial|reportaje|periodista|redaktion|journaliste"),
    (Purpose.PRESS, 3, r"(?:for|as|to have|invite|be) (?:a |our |the |an |my |this )*(?:\w+ )?(?:guest|speaker|panel|panelist|keynote|episode|show)"),
    (Purpose.PRESS, 3, r"(?:a|an|my|our|this|the) (?:\w+ )?(?:article|story|piece|feature|column|book|film|magazine|newspaper|newsletter) (?:on|about|that|for|and|i|we)"),
    (Purpose.PRESS, 3, r"(?:einen|ein) artikel|(?:un|une) (?:article|articulo|debat|emission|table ronde)|zeitung|radio|presse|prensa"),
    (Purpose.PRESS, 2, r"interview(?:er)? (?:him|her|them)|to interview|interviewen|entrevista\w*|(?:quote|statement) from|deadline|leaked|panel"),
    (Purpose.PITCH, 4, r"rais(?:e|ing|ed)|fund-?rais\w*|(?:pre-?)?seed|series [a-d]|(?:bridge|funding|angel|investment) round|our round|pitch deck"),
    (Purpose.PITCH, 4, r"invest\w*|angels?|vcs?|venture capital|business angels?|kapital\w*|finanzierung\w*|invers\w+|ronda|levantando|levons|leve|levee"),
    (Purpose.PITCH, 3, r"(?:pitch|present) (?:our|my|him|her|them)|to pitch|pitchen|accelerator|our startup|my startup|mi startup|unser startup|ma boite"),
    (Purpose.PITCH, 1, r"founders?|grunder\w*|fundador\w*|fondat\w+|fund|startup"),
    (Purpose.HIRING, 4, rf"{_WE} (?:hiring|recruiting|hire|recruit)|(?:am|are) (?:leading|running) a search|executive search|head-?hunt\w*|search firm"),
    (Purpose.HIRING, 4, rf"{_WE} (?:\w+ ){{0,2}}(?:need|looking for|searching for|look for|seek|want) (?:an?|two|three|some|new)(?: \w+){{0,4}} (?:engineer|developer|dev|lead|head|manager|director|designer|"
     r"producers?|coo|cto|cfo|officer|scientist|analyst|nurse|sales\w*|product|marketer|recruiter|chef|teacher|architect|assistant)"),
    (Purpose.HIRING, 4, r"we (?:have|got|ve got|'ve got)(?: an?| two)? (?:\w+ )?(?:opening|role|position|vacancy)|(?:opening|vacancy|role|position) for a\b|to fill|our (?:open|new) (?:role|position)"),
    (Purpose.HIRING, 3, r"(?:perfect|ideal|strong|great|good) candidate|consider (?:moving|a move|a change)|looks spot on|timing might be right|poach\w*|lure"),
    (Purpose.HIRING, 4, r"wir suchen|stelle\w* (?:als .{1,40} )?zu besetzen|einstellen|kandidat\w*|estamos (?:contratando|buscando)|vacante|contratar|busco un[ao]?|je recrute|nous recrutons|(?:avons|ai) un poste"),
    (Purpose.JOB, 4, r"(?:my|mein\w*|mi|mon) (?:\w+ )?(?:cv|resume|lebenslauf|curriculum|application|bewerbung|candidature|portfolio|profile)|cover letter"),
    (Purpose.JOB, 4, r"hiring manager|job (?:search|hunt|interview)|laid off|between jobs|open to work|redundan\w+|referral|refer me|internship|praktikum|practicas|alternance|stage (?:chez|de|en)"),
    (Purpose.JOB, 3, r"appl(?:y|ied|ying|ication)|bewerb\w*|beworben|postul\w*|candidat\w* a|vorstellungsgesprach|entretien d'embauche|ultima entrevista|interviewing"),
    (Purpose.JOB, 3, r"(?:looking|look|searching|hunting) for (?:a |my |an )?(?:new |next )?(?:\w+ )?(?:job|role|position|opportunit\w+|oportunit\w+|challenge|internship|work)|my next (?:role|job|step)"),
    (Purpose.JOB, 3, r"(?:they|he|she|company|\w+) (?:is|are|have|has|just posted)(?: \w+){0,3} (?:hiring|recruiting|openings?|vacanc\w+|job|role|position|openings)|openings? (?:in|at|for)|(?:sucht|suchen) (?:gerade |jemand\w*|ein)|recrute|buscan"),
    (Purpose.JOB, 2, r"(?:good |kind )?word (?:in )?for me|vouch for me|gutes wort|bien de mi|mot pour moi|work (?:there|for (?:him|her|them))|join (?:his|her|their) team"),
    (Purpose.PARTNERSHIP, 4, r"partner(?:ship|schaft)?s?|partenari\w+|partenaires?|alianza|alliance|joint (?:\w+ )?\w+|co-?marketing|co-?\w+ing|kooperation\w*|kooperier\w*|zusammenarbeit\w*"),
    (Purpose.PARTNERSHIP, 3, r"collaborat\w*|kollaborat\w*|colabora\w*|collabora\w*|team up|join forces|integration|pilot\w*|gemeinsam\w*|work together|reseller|distributor"),
    (Purpose.SALES, 4, r"we (?:sell|make|offer|supply|help|represent|provide|manufacture)\b|i (?:sell|represent)\b|our (?:\w+ ){0,2}(?:product|platform|solution|software|tool|service|services|offer|offering|sensors|app)\b"),
    (Purpose.SALES, 3, r"(?:cut|cuts|reduc\w+|sav\w+|lower\w*|doubl\w+|increase\w*) (?:\w+ ){0,4}(?:cost\w*|time|spoilage|spend|pipeline|revenue|sales|by)|demo|procurement|purchasing|decision.?makers?|signs off|buyers?|quota"),
    (Purpose.SALES, 3, r"(?:new|potential|paying) (?:customers|clients)|break into|book of business|prospect\w*|sales (?:call|meeting|pitch)|take(?:s)? decisions on|launched an? \w+ service"),
    (Purpose.SALES, 4, r"wir (?:bieten|verkaufen|vertreiben|liefern)|unser\w* (?:angebot|losung|produkt|software)|vendemos|ofrecemos|empresa ofrece|nuestr[ao] (?:producto|solucion|servicio)|"
     r"nous (?:proposons|vendons|offrons)|societe propose|(?:notre|un nouveau) (?:logiciel|offre|solution|produit)|demonstration|einkaufer"),
    (Purpose.ADVICE, 4, r"advice|advise|mentor\w*|guidance|pick (?:his|her|their|your) brains?|learn from|lessons|ratschlag|(?:einen |um |sein\w* |ihr\w* )rat|tipps?|consejos?|conseils?|aconsej\w*"),
    (Purpose.ADVICE, 3, r"career (?:path|advice|in|change|talk)\w*|thesis|dissertation|phd|masterarbeit|bachelorarbeit|tesis|memoire|her experience|his experience|experience|erfahrung\w*|experiencia|reconversion|parcours"),
    (Purpose.ADVICE, 2, r"(?:ask|have|many|some|few|paar|quelques|unas) (?:\w+ )?(?:questions?|fragen|preguntas)|about how|how (?:he|she|they|tenders|it)|what it(?:'s| is) like|perspective|insights?|thinking about|uberlege|opinion"),
    (Purpose.ADVICE, 1, r"(?:fifteen|twenty|ten|15|20|30) minutes|half an hour|coffee|cafe|kaffee|career|talk to (?:him|her|your)"),
)
_COMPILED = tuple((purpose, weight, re.compile(rf"\b(?:{signs})\b".replace(" ", r"\s+"))) for purpose, weight, signs in _SIGNS)
_ORDER = (Purpose.PRESS, Purpose.PITCH, Purpose.HIRING, Purpose.JOB, Purpose.PARTNERSHIP, Purpose.SALES, Purpose.ADVICE)


def classify(text: str) -> Purpose:
    """What the writer of this request wants the introduction for."""
    small = read(text).small
    weights = dict.fromkeys(_ORDER, 0)
    for purpose, weight, signs in _COMPILED:
        if signs.search(small):
            weights[purpose] += weight
    best = max(_ORDER, key=weights.__getitem__)
    return best if weights[best] > 1 else Purpose.OTHER


_REASON = re.compile(
    r"\b(?:because|since|so that|in order to|to (?:discuss|talk about|ask|learn|explore|explain|show|see if|pitch|present)|about|regarding|"
    r"concerning|weil|damit|wegen|um .{1,60} zu|es geht um|bezuglich|porque|para (?:que|hablar|ver|proponer|preguntar)|sobre|"
    r"car|parce que|afin|au sujet de|pour (?:que|parler|discuter|voir|proposer|lui))\b".replace(" ", r"\s+")
)


def says_why(text: str) -> bool:
    """Whether the request gives a reason, rather than only a name."""
    return classify(text) is not Purpose.OTHER or bool(_REASON.search(read(text).small))


_OFFERED = re.compile(
    r"\b(?:forward\w*|blurb|weiterleiten|weitergeben|reenvi\w+|transferer|transmettre|copy.?paste|"
    r"(?:two|three|few|couple of|zwei|drei|dos|tres|deux|trois) (?:lines|sentences|zeilen|satze|lineas|lignes|phrases))\b".replace(" ", r"\s+")
)
_FEWEST_WORDS = 25


def forwardable(text: str) -> bool:
    """Whether it can be passed on as it is: it brings or offers lines to forward, or says what for at some length."""
    if _OFFERED.search(read(text).small):
        return True
    return classify(text) is not Purpose.OTHER and len(text.split()) >= _FEWEST_WORDS and bool(_REASON.search(read(text).small))
