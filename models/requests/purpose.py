"""What an introduction is wanted for, from the words of the request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from .model import weigh_reasons
from .patterns import either
from .tokenize import read


class Purpose(StrEnum):
    """What an introduction is wanted for."""

    JOB = "job"
    """The asker looks for work."""
    HIRING = "hiring"
    """The asker has work to give."""
    PITCH = "pitch"
    """The asker looks for money for a company."""
    SALES = "sales"
    """The asker has something to sell."""
    ADVICE = "advice"
    """The asker wants to learn something."""
    PARTNERSHIP = "partnership"
    """The asker wants to do something together."""
    PRESS = "press"
    """The asker wants to report, or looks for a guest or a speaker."""
    OTHER = "other"
    """No reason, or none of these."""


# Somebody a company looks for.
_ROLE = (
    r"(?:engineers?|developers?|devs?|leads?|head|managers?|director\w*|designers?|producers?|coo|cto|cfo|ceo|"
    r"officer|scientists?|analysts?|nurses?|controllers?|chef|teachers?|architects?|assistants?|accountants?|"
    r"artists?|technicians?|recruiters?|sales\w*|marketers?|interns?|trainees?|people|person|someone|drivers?|"
    r"editors?|chairs?|\w*fuhrer\w*|jef[ea]|responsable|ingenier\w+|gerente|desarrollador\w*|analista\w*|"
    r"vendedor\w*|\w*leiter\w*|\w*entwickler\w*|\w*kraft|ingenieur\w*|directeur|directrice|developpeu\w+|chef "
    r"de \w+)"
)
_LOOK = (
    r"(?:look(?:s|ing)? for|search(?:es|ing)? for|in search of|in need of|after|seek(?:s|ing)?|need(?:s|ing)?|"
    r"hir(?:es?|ing)|recruit(?:s|ing)?|want(?:s|ing)?)"
)
_WE = r"(?:we|i|i'm|we're|i've|we've|(?:my|our) (?:\w+ ){1,3}(?:is|are))"

# For each purpose the words that decide; each entry counts once. Among equals the first purpose wins.
_DECIDING: dict[Purpose, Sequence[str]] = {
    Purpose.PRESS: (
        r"journalist\w*|reporter|podcast|documentary|documental|documentaire|newsroom|redaktion|journaliste|"
        r"periodista|reportaje|press requests?",
        r"(?:trade|student|weekend|sunday|local)(?: \w+)? (?:magazine|paper|supplement|radio)|reporting (?:on|"
        r"from)|(?:radio|tv|my|our|the|small) (?:show|feature)|jury|reviewing|on stage|speak at our|profile of|"
        r"on the record|curating an? \w+ \w*",
        r"(?:an?|my|our|this|the) (?:\w+ )?(?:article|feature|column|magazine|newspaper|blog post|op-ed)|"
        r"(?:story|piece|book|film) (?:on|about|that|for|i)|writ\w+ (?:about|on|up|for a)",
        r"(?:as|to have|invite|our|the|customer|wonderful|great|a) (?:\w+ )?(?:guest|speaker|panell?ists?|"
        r"panel|keynote|episode|moderator)|keynote|(?:on|for) (?:our|the|a) (?:\w+ )?panel",
        r"einen? artikel|un (?:article|articulo|reportage)|table ronde|debat|mesa redonda|podiumsdiskussion|"
        r"presse|prensa|zeitung|zeitschrift|rundfunk|revista|emission",
    ),
    Purpose.PITCH: (
        r"rais(?:e|es|ing|ed) (?:a|our|an|in|this|next|\d|money|capital|funds|the|seed)|(?:are|start|am|we're|"
        r"i'm) raising|fund-?rais\w*|(?:pre-?)?seed|series [a-d]|cap table",
        r"(?:bridge|funding|angel|investment|financing|first|our) round|round of (?:funding|financing)|pitch "
        r"deck|term sheet|cheques?|venture capital|vcs?|(?:business )?angels?|runway",
        r"invest(?:ment|ing|s|or|ors)?|\w*investor\w*|geldgeber\w*|kapitalgeber\w*|finanzierung\w*|beteiligung|"
        r"inversor\w*|inversion\w*|ronda|backers?|print money|co-?invest\w*|teaser|slots left|anchor investor|"
        r"\d+m round|geld fur|fund(?:ing)? our",
        r"(?:rais\w+|seek\w*|search|looking for|find|need|look for|buscamos|busco|suchen|brauchen) (?:\w+ "
        r")?(?:capital|kapital|funding|finance|financing|funds)|tour de table|levee de fonds|on leve|levons|"
        r"lever des fonds|investisseu\w+|fundable|financiacion|financement|\d+k",
    ),
    Purpose.HIRING: (
        rf"{_WE}(?: (?!that|is|you|he|she|they|has)[\w'-]+){{0,8}}? {_LOOK}(?: [\w'-]+){{0,5}}? {_ROLE}|"
        rf"{_WE}(?: are| am)?(?: \w+)? (?:hiring|recruiting)|(?:lead|running|runs?)\w* (?:a|the) search",
        r"executive search|search committee|head-?hunt\w*|recruiter here|search firm|talent (?:partner|"
        r"acquisition)|(?:perfect|ideal|strong|great|good|excellent) (?:candidate|fit)|dream hire|(?:backend|"
        r"frontend|sales|marketing|data|tech) (?:ppl|people|folks)|lust auf einen wechsel|our \w+ (?:left|quit|"
        r"resigned)|find a new one|shortlist of|like to hire|back from retirement|(?:\w+ quit|lost our \w+)",
        r"(?:consider|tempted by|open to|up for|ready for|think about|thinking about) (?:an? )?(?:move|moving|"
        r"change|switch|new role)|timing might be right|poach\w*|lure|hunted|bring (?:him|her) on board|"
        r"join(?:ing)? us",
        r"(?:role|position|job)(?: \w+){0,4} (?:interest|suit|fit) (?:him|her|them)|(?:his|her|'s) "
        r"(?:background|profile|skills|experience) (?:is|are|looks?|fits?)|offer (?:him|her|them|\w+(?: \w+)?) "
        r"a (?:job|role|position)",
        r"(?:we|i) (?:have|got|'ve got)(?: \w+){0,3} (?:opening|role|position|vacancy|spot|seat)|(?:to fill|"
        r"filling|fill)|our (?:open|new) (?:role|position)|(?:grow|build|expand)\w* (?:my|our|its|a|the)(?: "
        r"\w+)? team",
        r"(?:want|like|have|love) (?:him|her|them|\w+ \w+) (?:for|as) (?:our|my|the)|my client|successor|"
        r"replacement",
        rf"(?:wir|ich) (?:suchen?|brauchen?)(?: [\w-]+){{0,3}} {_ROLE}|besetzen|einstellen|bei uns im team|in "
        rf"unser\w* team|kandidat\w*|stelle als|team auf|(?:bauen|baue)\b.{{0,30}} team|gern (?:den|die) \w+ "
        rf"\w+ dabei",
        r"(?:estamos|estoy) (?:contratando|buscando)|vacante|contratar|fichar|(?:busco|buscamos|necesitamos|"
        r"necesito) un[ao]? (?!consejo|favor|inversor|socio|trabajo|empleo|abogad)\w+",
        rf"je recrute|nous recrutons|on recrute|embaucher|poste a pourvoir|(?:avons|ai) un poste|(?:je|nous|"
        rf"on) cherch\w+ une? {_ROLE}",
    ),
    Purpose.JOB: (
        r"(?:my|mein\w*|mi|mon) (?:\w+ )?(?:cv|resume|lebenslauf|curriculum|application|bewerbung|candidature|"
        r"portfolio|profile|perfil|profil|dossier|reel|github)|cover letter",
        r"hiring manager|(?:laid|let me) (?:off|go)|lost my job|between jobs|open to work|redundan\w+|(?:refer|"
        r"recommend)(?:ring|ing)? me (?:for|at|to (?:him|her|them))|put me forward|vouch for me|mention me|"
        r"internship|trainee\w*|junior",
        r"appl(?:y|ied|ying|ications?)|bewerb\w*|beworben|postul\w*|vorstellungsgesprach|entretien d'embauche|"
        r"ultima entrevista|interviewing|(?:fresh|recent) graduate|finish\w* my|on the market|strong match|"
        r"number one|my final year|exploring new \w+|stelle\b.{0,40} frei|final-round|been following \w+ \w+|"
        r"leaving \w+ at|a place in|dream (?:job|studio|company|employer)|passed (?:all )?my|relocate to|job "
        r"offer|arbeitssuchend|en recherche d|transfer before|visa|roles? open",
        r"(?:looking|look|searching|hunting) for (?:a |my |an )?(?:\w+ )?(?:job|role|position|opportunit\w+|"
        r"oportunit\w+|challenge|internship|work)|next (?:role|job|step)|work (?:for (?:him|her|them|me)|"
        r"there)|like to work (?:for|at|with|in)|available from|(?:for|find|now|part), a job|job (?:search|"
        r"hunt|hunting|interview|market)|years? (?:of )?experience",
        rf"(?!we\b|i\b|contacts\b|group\b)\w+ (?:is|are|has been) (?:\w+ )?{_LOOK}(?: [\w'-]+){{0,5}}? {_ROLE}|"
        rf"is hiring|are hiring|anybody hiring|hires|advertis\w+",
        r"(?:has|they have|have (?:just )?posted|with|posted|see|saw|there is|there's|post\w*)(?: \w+){0,5} "
        r"(?:openings?|vacanc\w+|posting|job)|(?:openings?|vacanc\w+) (?:in|at|for|there)|(?:role|position|job|"
        r"opening)\b.{0,20} (?:at|with|posted|reads|open|\(ref)|the posting",
        r"(?!wir|ich)\w+ (?:sucht|suchen) |vertrag\b.{0,30} (?:lauft aus|endet)|auf die stelle|praktik\w+|"
        r"ausbildung|berufseinstieg|jobsuche|was neues|etwas neues|neue herausforderung|werkstudent\w*|bei \w+ "
        r"(?:als .{0,30})?(?:anfangen|arbeiten|einsteigen)",
        r"(?!je|nous|on)\w+ (?:cherche|recherche|recrute) |(?:un )?stage|alternance|je termine mes etudes|un "
        r"emploi|me fait rever|ma candidature|cherche une assistante|travailler (?:chez|pour|la)",
        r"(?:estan|esta) (?:contratando|buscando)|buscan|vi una oferta|mi candidatura|practicas|busco "
        r"(?:trabajo|empleo)|un (?:empleo|puesto)|recomendarme|trabajar (?:ahi|alli|con|en)",
    ),
    Purpose.PARTNERSHIP: (
        r"(?:a|industry|local|launch|new|our|as|research|ideal|regional|content|media) partners?|"
        r"partner(?:ship|ships|schaft)|partner with|\w+partner|partenari\w+|partenaires?|alianza|alliance|"
        r"joint \w+|co-?(?:market|host|brand|develop|sell|creat|organi[sz]|produc|fund)\w*|kooper\w*|"
        r"cooperat\w*",
        r"zusammenarbeit\w*|collab\w*|kollaborat\w*|colabora\w*|team(?:ing)? up|join forces|integration|"
        r"together with (?:him|her|them)|sell together|work(?:ing)? together|to share \w+ \w+ with|great "
        r"things together|do .{0,25}together",
        r"pilot\w*|reseller|distributor|forschungs(?:vorhaben|projekt)\w*|research (?:project|proposal)|"
        r"consortium|two (?:organi[sz]ations|companies|teams)|local (?:carrier|partner|operator)|complement|"
        r"should coordinate|perfect source|(?:school|university|institute|club) (?:and|could)|summer school",
        r"projet commun|proyecto (?:comun|conjunto)|gemeinsam\w* (?:projekt|\w+)|monter un projet|montar un|"
        r"auf die beine|sponsor\w*|socios?|(?:our|a) (?:charity|foundation|non-?profit|ngo|association)|start "
        r"at",
    ),
    Purpose.SALES: (
        r"(?:we|i) (?:sell|offer|supply|help|provide|manufacture|speciali[sz]e|produce|build|developed|"
        r"represent|print|clean|design|translate|locali[sz]e|install|deliver|train|repair|run|fix)|we(?:'ve| "
        r"have) (?:helped|developed)|we (?:make|can fix|have something)|present our|offer the same|okay, sales|"
        r"our agency|tender|we do \w+ \w+|high on my wish list|paid for itself|pitch (?:them|him|her) our",
        r"(?:our|a) (?:[\w-]+ ){0,2}(?:product|platform|solution|software|service|offer|offering|sensors?|app|"
        r"tool|line|machine|planner|monitoring|system|services|dashboard|pumps?|studio|stock|range|storage)\w*",
        r"(?:cut|cuts|reduc\w+|sav(?:e|es|ing)|lower\w*|doubl\w+|increas\w+|boost\w*)(?: \w+){0,4} (?:costs?|"
        r"time|money|millions|thousands|a lot|spoilage|spend|pipeline|revenue|sales|by|water|waste|margins?|"
        r"energy|fuel)|\d+ ?% (?:less|more|faster|cheaper|fuel)|by \d+ ?%",
        r"demo|procurement|purchasing|decision.?makers?|signs? off|buyers?|quota|book of business|prospects?|"
        r"sales (?:call|meeting|pitch)|break into|running into walls|margins?|provider|vendor|on paper|fair "
        r"hearing|competitors|whoever (?:handles|buys|decides)",
        r"(?:new|potential|paying|first) (?:customers|clients)|take(?:s)? decisions on|launched an? \w+ "
        r"service|walk (?:him|her|them) through|samples|show (?:him|her|them) our|fast-growing (?:firms|"
        r"companies)",
        r"wir (?:bieten|verkaufen|vertreiben|liefern|produzieren)|unser\w* (?:[\w-]+ )?(?:angebot|losung|"
        r"produkt|\w*software|\w*dienst)|hersteller|abnehmer|ich vertrete|vertrieb\w*|software "
        r".{0,30}entwickelt|muster|wenn es um \w+ geht|einkauf|wir haben eine?n? \w+, ",
        r"vend(?:emos|o)|ofrecemos|somos una empresa de|suministramos|empresa ofrece|fabricamos|nuestr[ao]s? "
        r"(?:producto|solucion|servicio|catalogo|muestras)\w*|muestras|qui s'occupe des",
        r"(?:notre|un nouveau|nos) (?:logiciel|offre|solution|produit|service|echantillon)\w*|nous "
        r"(?:proposons|vendons|offrons|fabriquons|fournissons)|societe propose|demonstration|clients "
        r"potentiels|aimerait travailler avec",
    ),
    Purpose.ADVICE: (
        r"advice|advise|mentor\w*|guidance|pick [\w' ]{3,30} brains?|(?:honest|second) opinion|orientacion|"
        r"inherited|learn (?:from|how)|lessons|ratschlag|(?:einen|um|sein\w* |ihr\w* )rat|tipps?|consejos?|"
        r"conseils?|aconsej\w*",
        r"career (?:path|advice|in|change|talk)\w*|thesis|dissertation|phd|my studies|masterarbeit|"
        r"bachelorarbeit|tesis|memoire|(?:her|his|their|with|su|de) experience|experiencia|erfahrung\w*|"
        r"reconversion|parcours|i am studying|studying how",
        r"(?:ask|have|many|some|few|two|short|stupid|ein paar|viele|quelques|mille|unas) (?:\w+ "
        r"){0,3}(?:questions?|fragen|preguntas)|(?:about|hear|hearing|learn|ask|see|know|understand|studying) "
        r"(?:that )?how (?:he|she|they|\w+)",
        r"what (?:it|the job|this)(?:'s| is) like|shadow|went through|been through|same (?:boat|thing)|do the "
        r"same|hinter sich|turned (?:a|an|his|her|the) \w+ \w+ into|hear from someone",
        r"figur(?:e|ing) out|perspective|insights?|(?:thinking|think) (?:about|of) (?:a |leaving|starting|"
        r"moving|becoming|changing|buying|turning)|uberlege|(?:her|his) opinion|no se a quien preguntar|scared|"
        r"wants to become|torn between|stuck between|an? clue|no idea|where to start|feel lost|hesite|frank "
        r"(?:chat|talk|word)|operation|dispute|need an? (?:good )?(?:lawyer|solicitor|accountant|doctor|tax "
        r"\w+)|legal (?:problem|question)|drowning|for a living|won't believe|kurz davor|ausfragen|pars de "
        r"zero|problema con|aprender|nervous|never done|talk to our \w+ about|je debute|son metier|understand "
        r"how|import rules|tausend fragen|souci avec|how (?:he|she) made the switch|explain to me",
    ),
}
# Words that only add up: two of them weigh less than one that decides.
_ADDING: dict[Purpose, str] = {
    Purpose.PRESS: r"interview\w*|entrevist\w*|quote|statement|leaked|readers|listeners|on (?:the )?air|feature|"
    r"guest|speaker|radio|magazine|supplement",
    Purpose.PITCH: r"startups?|start-ups?|founders?|co-?founder|grund\w+|fundador\w*|fondat\w+|funds?|fonds|deck|"
    r"pitch\w*|accelerator|memo|valuation|subscribed|ma boite|owner of|capital|kapital",
    Purpose.HIRING: r"candidates?|hire|join (?:us|our|my)|my team|our team|profile looks|spot on|salary|role|"
    r"position|first choice|seat|experienced|discreet\w*|delicate|equipo|equipe|cto|cfo",
    Purpose.JOB: r"(?:good |kind )?word (?:in )?for me|gutes wort|bien de mi|mot pour moi|join (?:his|her|their)|"
    r"resume|cv|role|position|job|work|openings?|referral|about me|degree|spot|stelle|trabajo|etudes|empfehlen",
    Purpose.PARTNERSHIP: r"together with|gemeinsam\w*|juntos|ensemble|taller|institut\w*|foundation|stiftung|"
    r"fundacion|universit\w+|workshop|launch\w*|programme|incubator|festival|association|charity|bring our",
    Purpose.SALES: r"sell|sales|customers?|clients?|kunden|clientes|pricing|budget|licen[cs]e|contract|archiving|"
    r"we can \w+|tool|product|platform|software|company|supplier|pitch",
    Purpose.ADVICE: r"(?:fifteen|twenty|ten|15|20|30) minutes|half an hour|an hour|media hora|halbe stunde|coffee|"
    r"cafe|kaffee|bier|beer|career|student|i'm about to|talk to|questions?|experience|learn|lio|dudas|me lance|"
    r"ubernehmen|redesigning|how (?:he|she|they)|year of|stranger|tell him|exams|rules",
}
_DECIDES = 3
_MOST_HINTS = 2
_WORD_WEIGHS, _ENOUGH = 0.3, 6
"""What each point of these words adds to what was learnt, and how many points are enough."""


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{either(words)}(?!\w)")


_SIGNS = {
    purpose: ([_whole(words) for words in lines], _whole(_ADDING[purpose])) for purpose, lines in _DECIDING.items()
}


@lru_cache(maxsize=8)
def classify(text: str) -> Purpose:
    """What the writer of this request wants the introduction for."""
    message = read(text)
    if not message.sentences:
        return Purpose.OTHER
    learnt = weigh_reasons(message)
    spoken = {purpose: _weight(message.small, *signs) for purpose, signs in _SIGNS.items()}
    return max(Purpose, key=lambda purpose: learnt[purpose] + _WORD_WEIGHS * min(spoken.get(purpose, 0), _ENOUGH))


def words_for(purpose: str, text: str) -> tuple[str, ...]:
    """The words of the text that speak for this purpose, as they stand there; none for `other`."""
    message = read(text)
    deciding, adding = _SIGNS.get(Purpose(purpose), ((), None))
    found = [sign.search(message.small) for sign in deciding]
    if adding and not any(found):
        found = [adding.search(message.small)]
    return tuple(dict.fromkeys(message.text[match.start() : match.end()] for match in found if match))


def has_purpose(small: str) -> bool:
    """Whether this text, in small letters without accents, leaves no doubt that something is wanted."""
    return any(sign.search(small) for deciding, _ in _SIGNS.values() for sign in deciding)


def _weight(small: str, deciding: Sequence[re.Pattern[str]], adding: re.Pattern[str]) -> int:
    surely = sum(_DECIDES for sign in deciding if sign.search(small))
    return surely + min(len(set(adding.findall(small))), _MOST_HINTS)


_REASON = re.compile(
    r"\b"
    + either(
        r"because|since|so that|in order to|to (?:discuss|talk about|ask|learn|explore|explain|show|see if|"
        r"pitch|present)|about|regarding",
        r"concerning|weil|damit|wegen|um .{1,60} zu|es geht um|porque|para (?:que|hablar|ver|proponer|"
        r"preguntar)|sobre",
        r"car|parce que|afin|au sujet de|pour (?:que|parler|discuter|voir|proposer|lui)",
    )
    + r"\b"
)


def has_reason(small: str) -> bool:
    """Whether this text, in small letters without accents, says why in so many words."""
    return bool(_REASON.search(small))


def says_why(text: str) -> bool:
    """Whether the request gives a reason, rather than only a name."""
    return classify(text) is not Purpose.OTHER or has_reason(read(text).small)


_TO_PASS_ON = re.compile(
    r"\b"
    + either(
        r"forward\w*|blurb|weiterleiten|weitergeben|reenvi\w+|transferer|transmettre|copy.?paste|copy and "
        r"paste|paste",
        r"(?:two|three|few|couple of|zwei|drei|dos|tres|deux|trois) (?:lines|sentences|zeilen|satze|lineas|"
        r"lignes|phrases)",
    )
    + r"\b"
)
_FEWEST_WORDS = 25


def forwardable(text: str) -> bool:
    """Whether it can be passed on as it is: it brings or offers lines to forward, or says what for at some "
    "length."""
    if _TO_PASS_ON.search(read(text).small):
        return True
    return (
        classify(text) is not Purpose.OTHER
        and len(text.split()) >= _FEWEST_WORDS
        and bool(_REASON.search(read(text).small))
    )
