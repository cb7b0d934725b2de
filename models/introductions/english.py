"""How English asks for an introduction."""

from __future__ import annotations

from models.introductions.wording import Language, either, expression

_YOU = r"(?:you|u|ya)"
_MODAL = r"(?:could|can|cld|cud|would|wud|will|might|may|couldn't|can't|won't|wouldn't)"

# Who would be introduced: the writer, or somebody the writer speaks for.
_OURS = (
    r"(?:team|company|start-?up|founders?|ceo|boss|co-?founder|colleagues?|friends?|brother|sister|son|daughter|wife|"
    r"husband|partner|cousin|nephew|niece|clients?|students?|mentee|candidate|business|group|firm|manager)"
)
_ME = either(
    r"me",
    r"us",
    r"(?:the )?(?:two|both|three) of (?:us|them)",
    rf"(?:my|our)(?: \w+)? {_OURS}",
    r"(?:him|her|them|my \w+) and (?:me|i|myself)",
)

# Typos that people make in the two words that matter most: intrduce, introduse, conect.
_INTRODUCE = r"(?:re-?|e-?)?intr\w{0,2}d(?!\w*ed\b)\w{2,5}"
_CONNECT = r"(?:con{1,3}ec?t|link|hook|match|patch|acquaint|e-?intro|intro)(?:ing)?"

_ACTS = (
    rf"\b(?:{_INTRODUCE}|{_CONNECT}) {_ME}\b",
    rf"\b(?:put|get|bring)(?:ting|ing)? {_ME} (?:back )?in(?:to)? (?:touch|contact|front|connection|the (?:door|room))\b",
    rf"\b(?:set|setting|bring|bringing) {_ME} (?:up|together)\b",
    rf"\b(?:loop|rope|bring)(?:ing)? {_ME} in\b",
    r"\b(?:cc|cc'ing|ccing|copy|copying) (?:us|me)\b",
)

_ADJECTIVE = (
    r"(?:quick|short|warm|brief|kind|e-?mail|personal|proper|little|small|friendly|direct|soft|nice|virtual|linkedin|"
    r"mutual|double opt-in|possible)"
)
_AN = rf"(?:(?:an?|the|that|this|some|any|your|one|another) )?(?:{_ADJECTIVE},? (?:and )?)*"
_INTRO = (
    r"(?:e-?)?intr(?:os?|\w{0,2}ducti?ons?|odutions?)\b"
    r"(?! (?:call|course|chat|session|video|chapter|offer|price|class|webinar|workshop|text|page|lecture|week|round|talk|guide)\b)"
)
_PERSON = r"[\w'.-]+(?: [\w'.-]+){0,3}"
_THINGS = (
    r"(?:cv|resume|profile|portfolio|details|application|deck|pitch|number|contacts?|e-?mail|address|one-?pager|blurb|notes?|"
    r"message|invitation|info|information|proposal|bio|letter|name|request|paper)"
)
_REACH = r"(?:e-?mail|contact|number|phone|details|info|mobile|address|coordinates)"
_SERVICES = (
    # make an introduction, arrange a link
    rf"\b(?:mak|do|arrang|facilitat|brok|giv|writ|send|provid|establish|offer|initiat|creat|forg|swing|manag|get|hav|help|work|"
    rf"organi[sz]|set)\w*(?: up| out| with| on)?(?: {_ME})? {_AN}(?:{_INTRO}|(?:connection|contact|link|referral|bridge)\b)",
    # pass my CV on, slip him our deck
    rf"\b(?:pass|forward|send|hand|slip|shar|submit|get|drop|giv|show|deliver|put|relay|run|pop)\w*(?: on| along| over)?"
    rf"(?: {_PERSON})? (?:my|our|this|the following)(?: \w+){{0,2}} {_THINGS}\b",
    # put in a good word, vouch for me, recommend us to
    r"\b(?:put|say|leave|drop|have)(?:ting|ing|ping)?(?: in)? (?:an?|one|some|the|that)(?: \w+)? words?\b",
    rf"\b(?:vouch|speak up)(?:ing)? for {_ME}\b",
    rf"\b(?:recommend|refer|mention|suggest|nominat|point|steer|direct)\w* (?:{_ME}|(?:my|our) \w+) (?:to|for|with|at|towards?)\b",
    r"\b(?:mention|drop)(?:ping|ing)? (?:\w+ )?(?:my|our) name\b",
    # get us a meeting, set up a call with
    rf"\b(?:get|give|land|set|arrang|score|secure)\w*(?: up)? {_ME} (?:an?|some|in|on|the|five|\d+)\b.{{0,30}}?"
    r"\b(?:meeting|call|appointment|audience|slot|way in|foot in|quote|time|chat|minutes|coffee|interview)\b",
    r"\b(?:set up|setting up|arrang\w+|organi[sz]\w+|schedul\w+|broker)(?: for)? (?:an?|the|some)(?: \w+){0,2} "
    r"(?:call|meeting|chat|coffee|lunch|dinner|conversation|time|catch-?up|drinks?)\b(?= (?:with|between))",
    rf"\b(?:arrang|help|enabl)\w* (?:for )?{_ME}(?: to)? (?:meet|reach|get|connect|talk|speak|contact|find)\b",
    r"\bopen(?:ing)? (?:an?|the|some|that) doors?\b",
    r"\bsend(?:ing)? [\w'-]+(?: [\w'-]+)? (?:my|our) way\b",
    # ask her whether I may call
    rf"\b(?:ask|check with|sound out|ping|nudge|text|tell|drop|write|message)(?:ing)?(?: to)? (?!me\b|us\b|{_YOU}\b){_PERSON}? "
    r"(?:if|whether|about|an? (?:line|note))\b.{0,40}?\b(?:i|me|us|we|open|interested|willing|up for|keen|join)\b",
    # give me his number
    rf"\b(?:shar|giv|send|get|provid|have|pass)\w*(?: on| along)?(?: me| us)? (?:(?:his|her|their|the)|(?!your?\b|my\b|our\b)"
    rf"[\w'-]+(?: [\w'-]+)?'s?)(?: \w+)? {_REACH}\b(?! (?:sheet|form))",
)

_ASKED = (
    rf"\b{_MODAL} {_YOU}\b",
    rf"\b{_YOU} (?:could|might|can|would)\b",
    rf"\bif {_YOU}\b",
    r"\bmind\b",
    rf"\bare {_YOU} (?:able|willing|comfortable|open|up|happy|in a position|ok|okay)\b",
    rf"\b{_YOU} (?:wanted|offered|promised|said|were going|had offered|kindly offered|mentioned)\b",
    r"\b(?:any|some) ?(?:way|chance|possibility|how|hope)\b",
    r"\b(?:would|is|will|might|could) (?:it be|there be|it)\b",
    r"\b(?:please|pls|plz|plse|kindly)\b",
    rf"\b(?:want|like|love|need|ask|asking|beg|trust|hope|hoping|wonder\w*|think|curious)(?: for| if| whether| that)? {_YOU}\b",
    r"\b(?:well|close|good) enough to\b",
    r"\b(?:grateful|appreciate|thankful|obliged|indebted|delighted|thrilled|in advance|favou?r)\b",
    r"\b(?:ask|request|beg|trouble|bother)(?:ing)?(?: you)? (?:for|to)\b",
    r"\b(?:great|amazing|helpful|lovely|fantastic|awesome|wonderful|huge|brilliant) (?:if|to have|to get)\b",
    r"(?:^\W*|[,:)-] ?|\b(?:so|then|and|just|or|but|maybe|perhaps) )$",
)

_WANTED = (
    r"\b(?:love|like|appreciate|grateful|thankful|need|use|ask|request|look|hop|hope|obliged|value|welcome|seek|interested|after|"
    r"beg|chance|favou?r|thrilled|delighted|glad|happy|take|possib\w+|please)(?:ing)?(?: (?:me|you|very much|so much|greatly))?"
    r"(?: you)?(?: up)?,?(?: (?:for|of|on|in|to have|to get|to receive|about))?(?: the (?:favou?r|kindness) of)? "
)
_WELCOME = (
    r"(?:would|will|might|could|may|is)(?: \w+)? (?:be|mean|help|make|do|go|possible|all|what|appreciated|open|great|save)\b"
)
_FROM_YOU = r"(?:word|note|mail|e-?mail|line|nudge|message|nod|recommendation|referral|intro|introduction) (?:from you|of yours)"
_READY = r"(?:be (?:up|open|willing|interested|game|keen|ok|free|able)|talk|take|spare|consider|meet|speak|mind|have|give|see|listen)"
_REQUESTS = (
    rf"{_WANTED}{_AN}{_INTRO}",
    rf"\b{_INTRO}(?: (?:to|with|from)\b.{{1,60}}?)?,? {_WELCOME}",
    rf"\bwould {_AN}{_INTRO} be\b",
    rf"\b{_FROM_YOU}\b.{{0,40}}?\b(?:would|could|will|might|goes)\b",
    rf"^\W*(?:and |so |re:? ?)?{_AN}{_INTRO} (?:to|with) [^?]+\?",
    r"\b(?:like|love|want|hop\w+|glad|happy|delighted|thrilled|possible|keen|need) to (?:be|get)(?: \w+)? "
    r"(?:introduced|connected|put in (?:touch|contact)|linked|referred|acquainted) (?:up )?(?:to|with)\b",
    rf"\bif {_YOU}(?: \w+)? (?:introduced|connected|linked|hooked|put|got|brought) {_ME}\b",
    # do you know anyone at
    rf"\b(?:do|did|would|might) {_YOU}(?: \w+){{0,2}} (?:know|have) (?:any|some|a good |an? )?"
    r"(?:one|body|contacts?|people|folks|person|connections?|way in|line)\b.{0,6} (?:at|in|from|inside|within|to)\b",
    rf"\bwho(?:m)? do {_YOU} know\b.{{0,12}} (?:at|in|from|inside|within)\b",
    # do you think he would take a call
    rf"\b(?:think|believe|know if|wonder if|wondering if|would|guess)\b(?! (?:{_YOU}|it|i|we|that you)\b) (?:that )?{_PERSON}?"
    rf"(?: would| might| could)? {_READY}\b.{{0,40}}?"
    r"\b(?:me|us|call|coffee|chat|minutes|conversation|hour|advice|talk|discussion|lunch|meeting|mov\w+)\b",
)

_WISHES = (
    r"\b(?:love|like|want|need|hop|keen|eager|dying|try|wish|thrilled|great|interested|glad|delighted|struggl|able|honou?red|fun|"
    r"nice|amazing|curious)(?:ing|ed|e)?(?: \w+){0,2} (?:to|in)(?: \w+)? (?:meet|talk to|talk with|speak to|speak with|chat to|"
    r"chat with|get to know|get in touch|get in contact|get in front|reach|sit down with|interview|have (?:an?|the|my) \w+ with|get "
    r"hold of|learn from|hear from|connect with|connect to|show|run (?:it|this|something) (?:by|past)|contact)(?:ing)?\b"
    rf"(?! (?:{_YOU}|your (?:team|company|opinion|thoughts)|in person|up|again|soon|more)\b)",
)
_RELATION = (
    r"(?:friend|buddy|mate|pal|contact|colleague|connection|boss|ex-boss|cousin|neighbou?r|co-?worker|partner|client|classmate|"
    r"acquaintance|namesake)"
)
_LINKS = (
    rf"\b{_YOU}(?: (?:happen to|also|still|probably|must|may|might|rea?lly|actually|both|seem to))* "
    r"(?:know|knew|worked|work|met|share)\b(?! (?:how|what|when|if|whether|why|that|where|more|of|a|me)\b)",
    rf"\b(?:{_YOU}(?:'re| are|'ve been| were)?|(?:are|were) {_YOU})(?: (?:still|also|both|already|quite|very|by any chance))* "
    r"(?:in (?:touch|contact)|connected|linked|friends|friendly|close|pals|tight|mates)\b",
    rf"\b{_YOU} (?:and|&) [\w' .-]{{2,30}} are\b",
    r"\b(?:in|of|from) your (?:network|contacts|connections|circle)\b",
    rf"\byour(?: \w+){{0,2}} {_RELATION}\b",
    r"\bmutual (?:connection|contact|friend)\b",
    r"\b(?:through|via|thanks to) you\b",
    rf"\b(?:with|without) your help\b|\b(?:could|can|would) {_YOU}(?: \w+)? help\b|\bplease arrange\b",
)

_NOT_ASKED = (
    r"\b(?:thanks?|thx|cheers|grateful|appreciated?)\b.{0,30} (?:for|on)(?: \w+)? ",
    r"\b(?:no need|need not|not|never|\w+n't|dont|without|instead of|after|before|since|by|from|when|tried|try)(?: \w+)?(?: to)? ",
    rf"\b(?!(?:{_YOU}|anyone|someone|somebody|anybody)\b)\w+ (?:will|can|could|would|might|to|had|did|has)(?: \w+){{0,2}} ",
    r"\b(?:i|we)(?:'ll|'d|'m|'re)?(?: \w+){0,3} ",
    r"\b(?:let|allow|permit) me(?: to)?(?: \w+)? ",
)
_OFFERED = r"(?:mak|do|send|arrang|facilitat|giv|set up|provid)\w*(?: you)?"
_DONE = r"(?:introduc|connect|putting|linking|hooking|passing|referring|vouching|recommending|forwarding)\w*"
_DECOYS = (
    r"\b(?:no need|not necessary|don't (?:need|have|bother|worry)|never ?mind)\b.{0,20}\b(?:introduc|intro|connect|put)\w*",
    r"\bintroduce (?:yourself|yourselves|myself|ourselves)\b(?!.*\b(?:introduce|connect) me)",
    rf"\b(?:if|do|would|should|whenever) {_YOU}(?:'d| would| ever| do| still)* (?:need|want|like|wish|care for)\b"
    rf"(?: (?:me|us) to)?(?: more)? {_AN}(?:{_INTRO}|introduce|connect|make|put you)",
    rf"\b(?:(?:i|we)(?:'ll|'d| will| would| can| could|'m|'re| am| are)|happy|glad|delighted|let me|going to|pleased)"
    rf"(?: (?:also|gladly|then|be|very|so|happy|glad|delighted|pleased|to))* {_OFFERED} {_AN}{_INTRO}",
    rf"\b(?:thanks?|thank (?:you|u)|thx|cheers)\b(?!.*\bin advance)(?!.*[,:-] .*\b{_MODAL} (?:{_YOU}|i)\b).{{0,40}}"
    rf"\b(?:{_INTRO}|{_DONE})",
    rf"\b(?:did|has|have|how was|was|following)\b.{{0,12}} (?:the|your|that|his|her|our) {_INTRO}",
    r"\b(?:remember|recall|forget|forgot) (?:how|when|that time|the time|you)\b",
    r"\b(?:already|yesterday|last (?:week|year|month|time|night)|years ago|back then)\b.{0,40}\b(?:introduced|connected|put)\b",
    r"\b(?:introduced|connected|put)\b.{0,30}\b(?:already|last (?:week|year|month))\b(?!.*\b(?:could|would|can) you)",
    rf"\b{_CONNECT} me to (?:the |your )?(?:wi-?fi|vpn|server|internet|network|printer|call|meeting|database|api)\b",
)

ENGLISH = Language(
    name="English",
    stems=(
        "intr", "conn", "conec", "touch", "contact", "hook", "loop", "link", "cv", "resume", "résumé", "profile", "portfolio",
        "deck", "details", "word", "vouch", "refer", "recommend", "mention", "meet", "know", "think", "talk", "speak", "reach",
        "ask", "cc", "set us", "bring", "door", "my way", "our way", "email", "e-mail", "number", "phone", "in front", "in the room", "name", "would",
        "arrang", "invitation", "pass ", "forward", "interview", "learn", "point", "steer", "nominat", "meeting", "call",
    ),
    everyday=frozenset(),
    acts=expression(*_ACTS),
    not_asked=expression(rf"(?:{either(*_NOT_ASKED)})$"),
    services=expression(*_SERVICES),
    asked=expression(*_ASKED),
    verb_last=False,
    requests=expression(*_REQUESTS),
    wishes=expression(*_WISHES),
    links=expression(*_LINKS),
    decoys=expression(*_DECOYS),
    before_target=expression(
        r"\b(?:to|with|meet|meeting|reach|of|ask|asking|know|between me and|slip|tell|touch|and|interview|think|would|show|at|from|"
        r"give|contact|through to|get)(?= )"
    ),
)
