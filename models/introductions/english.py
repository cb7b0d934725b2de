"""How English asks for an introduction."""

from __future__ import annotations

from .wording import CLAUSE_START, Cue, Language, either, ending, starting

_YOU = r"(?:you|u|ya)"
_MODAL = r"(?:could|can|cld|cud|would|wud|will|might|may|couldn't|can't|won't|wouldn't)"
# A person in the middle of a pattern, where a lookahead passes over them.
_PERSON = r"[\w'.-]+(?: [\w'.-]+){0,3}?"

# Who would be introduced: the writer, or somebody the writer speaks for.
_OURS = (
    r"(?:team|company|start-?up|founders?|ceo|boss|co-?founder|colleagues?|friends?|brother|sister|son|daughter|wife|"
    r"husband|partner|cousin|nephew|niece|clients?|students?|mentee|candidate|business|group|firm|manager)"
)
_ME = either(
    r"me",
    r"us(?: both| two)?",
    r"(?:the )?(?:two|both|three) (?:of (?:us|them)|companies|organi[sz]ations|teams|sides|firms)",
    rf"(?:my|our)(?: \w+)? {_OURS}",
    r"(?:him|her|them|my \w+) and (?:me|i|myself)",
)

# With the typos people make in the words that matter most: intrduce, introduse, conect.
_INTRODUCE = r"(?:(?:re-?|e-?)?intr\w{0,2}d(?!\w*ed\b)\w{2,5}|present(?:ing)?)"
_CONNECT = r"(?:con{1,3}ec?t|link|hook|match|patch|acquaint|pair|plug|e-?intro|intro)(?:ing)?"
_ADJECTIVE = (
    r"(?:quick|short|warm|brief|kind|e-?mail|personal|proper|little|small|friendly|direct|soft|nice|virtual|linkedin|"
    r"mutual|double opt-in|possible|good|great|formal|simple|lovely)"
)
_AN = rf"(?:(?:an?|the|that|this|some|any|your|one|another) )?(?:{_ADJECTIVE},? (?:and )?)*"
_INTRO = (
    r"(?:e-?)?intr(?:os?|\w{0,2}ducti?ons?|odutions?)\b(?! (?:call|course|chat|session|video|chapter|offer|price|class|"
    r"webinar|workshop|text|page|lecture|week|round|talk|guide)\b)"
)

# Only the writer can gain by these.
_JOIN = (
    rf"(?:{_INTRODUCE}|{_CONNECT}) {_ME}(?: up)?",
    rf"(?:put|get|bring)(?:ting|ing)? {_ME} (?:back )?in(?:to)? (?:touch|contact|front|connection)",
    rf"(?:set|setting|bring|bringing|get|getting) {_ME} (?:up|together|acquainted|in)",
    rf"mak(?:e|ing) {_ME} acquainted",
    rf"(?:loop|rope|bring|get)(?:ing|ting)? {_ME} in",
)
_ALONE = (
    *(rf"{join}\b(?! (?:with|to|of)\b)" for join in _JOIN),
    r"(?:cc|cc'ing|ccing|copy|copying) (?:us|me)\b",
    rf"(?:put|add|get)(?:ting|ing)? {_ME} (?:both )?on (?:an?|one|the same) (?:e-?mail|thread|mail)",
)
_JOIN_WITH = (
    *(rf"{join} (?:with|to|of) " for join in _JOIN),
    rf"(?:get|land|give|score|secure|book)(?:ting|ing)? {_ME} (?:\S+ ){{1,5}}?(?:with|from|before|in front of) ",
)

# Writers do these for others, too. First those that lead up to the person...
_SERVICES_FOR = (
    # pass my CV on to, flag my application to, bring this to the attention of
    r"(?!add|send|transfer|attach|apply|forward|point)\w{3,}(?: on| along| over)? (?:my|our)(?: [\w-]+){1,3}?(?: on| along| over)? "
    r"(?:to|past|by|before|with|in front of|at) ",
    r"(?:send|forward|pass|hand|show|bring|relay|mention|run|flag|float)\w*(?: on| along| over)? (?:my|our|this|these|it|me|us)"
    r"(?: [\w-]+){0,3}?(?: on| along| over)? (?:to|past|by)(?: the attention of)? ",
    # slip him my CV, give her our number
    rf"(?:slip|send|hand|show|give|get|pass|forward|drop|e-?mail)(?:ing|ping)? (?={_PERSON} (?:my|our) \w+)",
    # ask her whether I may call, let her know that we, drop him a line about me
    rf"(?:ask|check with|sound out|ping|text|tell|write|write to|message|call|e-?mail|nudge)(?:ing)? (?={_PERSON} (?:if|whether|about|that)\b"
    r".{0,50}?\b(?:i|me|my|us|we|our|open|interested|willing|up for|keen|join|talk to)\b)",
    rf"(?:ask|tell|write to|call|message|convince|persuade)(?:ing)? (?={_PERSON} (?:for (?:me|us)|on (?:my|our) behalf|to (?:talk|speak|meet|call|see|have)\b))",
    rf"(?:drop|send|write|shoot|give)(?:ping|ing)? (?={_PERSON} (?:an?|one|two|some|the)(?: \w+){{0,2}} (?:line|lines|note|word|words|message|e-?mail|nudge|call)\b.{{0,30}}\b(?:me|us|my|our)\b)",
    rf"let(?:ting)? (?={_PERSON} know\b)",
    rf"send(?:ing)? (?={_PERSON} (?:my|our) way\b)",
    rf"(?:recommend|refer|mention|suggest|nominat|point|steer|direct)\w* (?:{_ME}|(?:my|our) \w+) (?:to|for|with|at|towards?) ",
    r"(?:set up|setting up|arrang\w+|organi[sz]\w+|schedul\w+|broker\w*)(?: for)?(?: me| us)? (?:an?|the|some)(?: \w+){0,2} "
    r"(?:call|meeting|chat|coffee|lunch|dinner|conversation|time|catch-?up|drinks?) (?:with|between me and|between us and) ",
    rf"(?:arrang|help|enabl|allow)\w* (?:for )?{_ME}(?: to)? (?:meet|reach|get to|get through to|get in touch with|get hold of|get in front of|"
    r"connect with|talk to|talk with|speak to|speak with|contact|find) ",
    r"(?:put|say|leave|drop|have)(?:ting|ing|ping)?(?: in)? (?:an?|one|some|the|that)(?: \w+)? words?(?: in)?(?: for (?:me|us))? (?:with|to|at) ",
    r"open(?:ing)? (?:an?|the|some|that|your)(?: \w+)? doors? (?:to|at|for (?:me|us) (?:at|with)) ",
)
# ...then those that say it all by themselves.
_REACHED_AT = r"(?:e-?mail|contacts?|number|phone|details|info|mobile|address|coordinates)"
_THINGS = (
    r"(?:cv|resume|profile|portfolio|details|application|deck|pitch|number|contacts?|e-?mail|address|one-?pager|blurb|"
    r"notes?|message|invitation|info|information|proposal|bio|letter|name|request|paper|paragraph)"
)
_SERVICES = (
    rf"(?:mak|do|arrang|facilitat|brok|giv|writ|send|provid|establish|offer|initiat|creat|forg|swing|manag|get|hav|help|"
    rf"work|organi[sz]|set)\w*(?: up| out| with| on)?(?: {_ME})? {_AN}"
    rf"(?:{_INTRO}|(?:connection|contact|link|referral|bridge)\b)",
    rf"(?:pass|forward|share|submit|relay|circulat)\w*(?: on| along| over)? (?:my|our|this|these|the following|the)(?: \w+){{0,2}} {_THINGS}\b"
    r"(?! (?:to (?:the|your) \w+|sheet|form))",
    r"(?:put|say|leave|have)(?:ting|ing)?(?: in)? (?:an?|the) (?:good |kind |nice )?word (?:in )?(?:for me|for us)\b|put(?:ting)? in a (?:good )?word\b",
    rf"(?:vouch|speak up|intercede)(?:ing)? for {_ME}\b",
    r"(?:mention|drop|lend)(?:ping|ing)? (?:\w+ )?(?:my|our|me your|us your) name\b",
    rf"(?:refer|recommend)(?:ring|ing)? {_ME} (?:to|for|at|in)\b",
    rf"get {_ME} (?:in|through) the door\b|open(?:ing)? (?:an?|the|some|that)(?: \w+)? doors?\b|pav(?:e|ing) the way\b",
    rf"(?:shar|giv|send|get|provid|have|pass)\w*(?: on| along)?(?: me| us)? (?:(?:his|her|their)|(?!your?\b|my\b|our\b|the\b)"
    rf"[\w'-]+(?: [\w'-]+){{0,2}}'s?)(?: \w+)? {_REACHED_AT}\b(?! (?:sheet|form))",
)

_ASKED = starting(
    rf"{_MODAL} {_YOU}\b",
    rf"{_YOU} (?:could|might|can|would|wouldn't)\b",
    rf"(?:if|that|and have|persuade|get) {_YOU}(?:'d|'re| |\b)",
    r"mind\b",
    rf"are {_YOU} (?:able|willing|comfortable|open|up|happy|in a position|ok|okay)\b",
    rf"{_YOU} (?:wanted|offered|promised|said|were going|had offered|kindly offered|mentioned|be so kind)\b",
    r"(?:any|some) ?(?:way|chance|possibility|how|hope)\b",
    r"(?:would|is|will|might|could) (?:it be|there be|it|there a|this be|this)\b|is possible\b|possible that\b",
    r"(?:please|pls|plz|plse|kindly)\b",
    rf"(?:want|like|love|need|ask|asking|beg|trust|hope|hoping|wonder\w*|think|curious|persuade)(?: for| if| whether| that)? {_YOU}\b",
    r"(?:know|knew|close|friends)\b.{1,40} (?:well|close|good) enough to\b",
    r"(?:grateful|appreciate|thankful|obliged|indebted|delighted|thrilled|in advance|favou?r|helps?|honou?red)\b",
    r"(?:ask|request|beg|trouble|bother)(?:ing)?(?: you)? (?:for|to)\b",
    r"(?:great|amazing|helpful|lovely|fantastic|awesome|wonderful|huge|brilliant|better) (?:if|to have|to get)\b",
    r"(?:so|then|and|just|or|but|maybe|perhaps) $",
)

# What makes the bare noun a wish: "would appreciate", "looking for", "any chance of".
_WANTED = ending(
    r"(?:love|like|appreciate|grateful|thankful|need|use|ask|request|look|hop|hope|obliged|value|welcome|seek|interested|"
    r"after|beg|chance|favou?r|thrilled|delighted|glad|happy|take|possib\w+|please)(?:ing)?"
    r"(?: (?:me|you|very much|so much|greatly))?(?: you)?(?: up)?,?(?: (?:for|of|on|in|to have|to get|to receive|to request|about))?"
    r"(?: the (?:favou?r|kindness) of)? ",
)
_READY = (
    r"(?:be (?:up|open|willing|interested|game|keen|ok|free|able|tempted)|talk|take|spare|consider|meet|speak|mind|have|give|see|listen|"
    r"agree|like|want|let|look)"
)
_FOR_US = (
    r"(?:me|us|our|my|call|coffee|chat|minutes|conversation|hour|advice|talk|discussion|lunch|meeting|mov\w+|a move|beer)"
)
_REQUESTS = (
    rf"{_INTRO}(?: (?:to|with|from)\b.{{1,60}}?)?,?(?: \w+)? (?:would|will|might|could|may|is all|is what)\b",
    rf"(?:would|could|is) {_AN}{_INTRO}(?: (?:to|with) .{{1,40}})? (?:be|possible|on the cards)\b",
    r"(?:word|note|mail|e-?mail|line|nudge|message|nod|recommendation|referral|intro|introduction)(?: [\w' ]{1,30})? "
    r"(?:from you(?:r side)?|of yours)\b.{0,40}?\b(?:would|could|will|might|goes)\b",
    r"(?:like|love|want|hop\w+|glad|happy|delighted|thrilled|possible|keen|need) to (?:be|get)(?: \w+)? "
    r"(?:introduced|connected|put in (?:touch|contact)|linked|referred|acquainted) (?:up )?(?:to|with)\b",
    rf"if {_YOU}(?: \w+)? (?:introduced|connected|linked|hooked|put|got|brought) {_ME}\b",
    # do you know anyone at; whom should I approach there
    rf"(?:(?:do|did|would|might) {_YOU}(?: \w+){{0,2}} )?(?:know|have) (?:any|some|a good |an? )"
    r"(?:one|body|contacts?|people|folks|person|connections?|way in|line) (?:at|in|from|inside|within|over at)\b(?=[^?]*\?)",
    rf"(?:who(?:m)?|which of|any of)\b[^?]{{0,20}} {_YOU} know\b[^?]{{0,12}} (?:at|in|from|inside|within)\b",
    r"who(?:m)? (?:should|would|could|can) (?:i|we) (?:approach|talk to|speak to|contact|ask) (?:there|at|in)\b(?! your)",
    # do you think he would take a call
    rf"(?:think|believe|know if|wonder if|wondering if|chance|would|guess|might|reckon)\b(?! (?:{_YOU}|it|i|we|that you)\b) (?:that )?{_PERSON}"
    rf"(?: would| might| could|'d| may)? {_READY}\b[^?]{{0,50}}?\b{_FOR_US}\b(?=[^?]*\?)",
)
_FRAGMENT = rf"(?:and |so |re:? ?)?{_AN}{_INTRO} (?:to|with) (?=[^?]+\?)"
_CONTACT_OF = (
    rf"(?:the |a )?(?:{_REACHED_AT}) (?:of|for) ",
    rf"(?:obliged|grateful|thankful|need|have|get|got|share|appreciate|after)(?: for)? (?={_PERSON}'s (?:\w+ )?{_REACHED_AT})",
)

_WISHES = (
    r"(?:love|like|want|need|hop|keen|eager|dying|try|wish|thrilled|great|interested|glad|delighted|struggl|able|honou?red|happy|lot|"
    r"fun|nice|amazing|curious|works?|if i could|that i can)(?:ing|ed|e|s)?(?: [\w ]{0,20})? (?:(?:to|in)(?: \w+)? )?(?:meet|talk to|talk with|speak to|speak with|"
    r"chat to|chat with|get to know|know|get in touch with|get in contact with|get in front of|reach|sit down with|interview|have|have (?:an?|the|my) "
    r"\w+ with|get hold of|learn from|learn how|hear from|hear how|ask|connect with|connect to|show|run (?:it|this|something) (?:by|past)|contact|shadow|"
    r"pitch|approach|invite|buy|work for|work with|join)(?:ing|ting)? ",
    r"(?:if|whether) (?:he|she|they)(?:'d| would| could| might)? (?:let|give|take|spare|talk|meet|see)\b.{0,20}(?:me|us)\b",
)
_RELATION = (
    r"(?:friend|buddy|mate|pal|contact|colleague|connection|boss|ex-boss|cousin|neighbou?r|co-?worker|partner|client|"
    r"classmate|acquaintance|namesake|team ?mate)"
)
_LINKS = (
    rf"{_YOU}(?: (?:happen to|also|still|probably|must|may|might|rea?lly|actually|both|seem to|two|guys))* "
    r"(?:know|knew|worked|work|met|share|go way back|used to|studied)\b(?! (?:how|what|when|if|whether|why|that|where|more|of|a|me)\b)",
    rf"(?:{_YOU}(?:'re| are|'ve been| were)?|(?:are|were) {_YOU})(?: (?:still|also|both|already|quite|very|by any chance|all|well))* "
    r"(?:in (?:touch|contact)|connected|linked|friends|friendly|close|pals|tight|mates|on (?:good|first-name) terms)\b",
    rf"{_YOU} (?:and|&) [\w' .-]{{2,30}} (?:are|go|were|used|worked)\b",
    rf"{_YOU} (?:told|mentioned|raved|spoke|talked|said|quoted|recommended)\b|{_YOU} raving\b",
    r"(?:in|of|from|on) your (?:network|contacts|connections|circle|list)\b",
    rf"your(?: \w+){{0,2}} {_RELATION}\b|{_RELATION}s? of yours\b|trusts? {_YOU}\b|{_YOU} two\b",
    r"mutual (?:connection|contact|friend)\b|(?:through|via|thanks to) you\b|(?:with|without) your help\b",
    rf"{_MODAL} {_YOU}(?: \w+)? (?:help|make (?:it|that|this) happen|do the honou?rs|broker|arrange|sort|swing|ask (?:him|her|them))\b",
    rf"please (?:arrange|help|assist)\b|if {_YOU} (?:asked|ask) (?:him|her|them)\b",
)

_NOT_ASKED = ending(
    r"(?:thanks?|thx|cheers|grateful|appreciated?)\b.{0,30} (?:for|on)(?: \w+)? ",
    r"(?:no need|need not|not|never|\w+n't|dont|without|instead of|after|before|since|by|from|when|tried|try)(?: \w+)?(?: to)? ",
    rf"(?!(?:{_YOU}|anyone|someone|somebody|anybody)\b)\w+ (?:will|can|could|would|might|to|had|did|has)(?: \w+){{0,2}} ",
    r"(?:i|we)(?:'ll|'d|'m|'re)?(?: \w+){0,3} ",
    r"(?:let|allow|permit) me(?: to)?(?: \w+)? ",
    r"who(?:'s| is| has| had|'d| would)? (?:\w+ )?",
)
_OFFERED = r"(?:mak|do|send|arrang|facilitat|giv|set up|provid)\w*(?: you)?"
_DONE = r"(?:introduc|connect|putting|linking|hooking|passing|referring|vouching|recommending|forwarding)\w*"
_DECOYS = (
    r"(?:no need|not necessary|don't (?:need|have|bother|worry)|never ?mind)\b.{0,20}\b(?:introduc|intro|connect|put)\w*",
    r"introduce (?:yourself|yourselves|myself|ourselves)\b(?!.*\b(?:introduce|connect) me)",
    rf"(?:if|do|would|should|whenever) {_YOU}(?:'d| would| ever| do| still)* (?:need|want|like|wish|care for)\b"
    rf"(?: (?:me|us) to)?(?: more)? {_AN}(?:{_INTRO}|introduce|connect|make|put you)",
    rf"(?:(?:i|we)(?:'ll|'d| will| would| can| can't| cannot| could|'m|'re| am| are)|happy|glad|delighted|let me|going to|pleased)"
    rf"(?: (?:also|gladly|then|be|very|so|happy|glad|delighted|pleased|to))* {_OFFERED} {_AN}{_INTRO}",
    rf"(?:thanks?|thank (?:you|u)|thx|cheers)\b(?!.*\bin advance)(?!.*[,:-] .*\b{_MODAL} (?:{_YOU}|i)\b).{{0,40}}"
    rf"\b(?:{_INTRO}|{_DONE})",
    rf"(?:did|has|have|how was|was|following)\b.{{0,12}} (?:the|your|that|his|her|our) {_INTRO}",
    r"(?:remember|recall|forget|forgot) (?:how|when|that time|the time|you tried)\b",
    r"(?:already|yesterday|last (?:week|year|month|time|night)|years ago|back then)\b.{0,40}\b(?:introduced|connected|put)\b",
    r"(?:introduced|connected|put)\b.{0,30}\b(?:already|last (?:week|year|month))\b(?!.*\b(?:could|would|can) you)",
    r"(?:best wishes|regards|say hi|says hi|said hi|say hello|my love|congratulations|late)\b",
    rf"being introduced\b|{_YOU} asked me to\b|meet(?:s)? {_YOU}\b",
)

ENGLISH = Language(
    name="English",
    stems=(
        "intr", "con+ec?t(?:ing)? (?!with you)", "touch", "contact", "hook", "loop", "link(?:ing)? ", "match(?:ing)? (?:us|me)",
        "cc", "copy", "bring", "set(?:ting)? ", "cv", "r.sum", "profile", "portfolio", "deck", "one-?pager", "blurb", "pass(?:ing)? ",
        "forward", "word", "vouch", "refer", "recommend", "mention", "nominat", "my name", "our name", "get (?:me|us)",
        "give (?:me|us)", "door", "my way", "our way", "ask(?:ing)? ", "e-?mail", "number", "phone", "arrang", "organi",
        "note from you", "line", "nudge", "would [a-z.' ]+ be", "think (?!you|we|i )", "wonder", "know (?:any|some|a |the |who)",
        "know", "meet(?:ing)? (?!you\\b)", "talk(?:ing)? ", "speak", "chat", "reach", "in front", "interview", "present",
        "learn", "hear", "run (?:it|this)", "have any", "hand", "slip", "invitation", "help", "acquaint", "my \\w+ to", "our \\w+ to", "let (?!me|us)", "tell ",
        "approach", "pave", "lend", "might", "shadow", "friend", "you two", "thread",
    ),
    everyday=frozenset(["i", "you", "to", "the", "a", "of", "and", "is", "are", "for", "with", "your", "that", "would", "could", "can", "me", "we", "it", "in", "at", "my", "on", "have", "if", "do", "be", "this"]),
    cues=(
        Cue(starting(*_JOIN_WITH), 0.9, after=(_ASKED, CLAUSE_START), person_follows=True),
        Cue(starting(*_ALONE), 0.9, after=(_ASKED, CLAUSE_START)),
        Cue(starting(*_SERVICES_FOR), 0.9, after=(_ASKED, CLAUSE_START), person_follows=True),
        Cue(starting(*_SERVICES), 0.9, after=(_ASKED, CLAUSE_START)),
        Cue(starting(*_CONTACT_OF), 0.9, after=(_ASKED,), person_follows=True),
        Cue(starting(rf"{_AN}{_INTRO}"), 0.9, after=(_WANTED,)),
        Cue(starting(_FRAGMENT), 0.9, after=(CLAUSE_START,), person_follows=True),
        Cue(starting(*_REQUESTS), 0.9),
        Cue(starting(*_JOIN_WITH), 0.8, unless=_NOT_ASKED, person_follows=True),
        Cue(starting(*_ALONE), 0.8, unless=_NOT_ASKED),
        Cue(starting(*_WISHES), 0.7, needs_link=True, person_follows=True),
    ),
    decoys=starting(*_DECOYS),
    links=starting(*_LINKS),
    before_target=starting(
        r"(?:to|with|meet|meeting|reach|of|ask|asking|know|between me and|slip|tell|touch|and|interview|think|would|show|"
        r"give|contact|through to|get|let|drop|chance|at)(?= )"
    ),
)
