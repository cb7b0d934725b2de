"""What can be asked for in English: acts that bring the writer and somebody else together."""

from __future__ import annotations

from ..patterns import either

YOU = r"(?:you|u|ya)"
"""The owner, as people type it."""
MODAL = r"(?:could|can|cld|cud|would|wud|will|might|may|couldn't|can't|won't|wouldn't|shall)"
"""Verbs of asking."""
PERSON = r"[\w'.-]+(?: [\w'.-]+){0,3}?"
"""Somebody in the middle of a pattern, where a look ahead passes over them."""

_HER = rf"(?!me\b|us\b|{YOU}\b|your?self\b|my\b|our\b)"

_OURS = (
    r"(?:team|company|start-?up|founders?|ceo|boss|co-?founder|colleagues?|friends?|brother|sister|son|"
    r"daughter|wife|husband|partner|cousin|nephew|niece|clients?|students?|mentee|candidate|business|group|"
    r"firm|manager)"
)
ME = either(
    r"me",
    r"us(?: both| two| all)?",
    r"(?:the )?(?:two|both|three)(?: (?:of (?:us|them)|companies|organi[sz]ations|teams|sides|firms))?",
    rf"(?:my|our)(?: \w+)? {_OURS}",
    r"(?:him|her|them|(?:my|our) \w+|[\w'-]+(?: [\w'-]+)?) and (?:me|i|myself|us)",
)
"""Who would be introduced: the writer, or somebody the writer speaks for."""

# With the typos people make in the words that matter most: intrduce, introduse, conect.
_INTRODUCE = r"(?:(?:re-?|e-?)?intr\w{0,2}d(?!\w*ed\b)\w{2,5}|present(?:ing)?)"
_CONNECT = r"(?:con{1,3}ec?t|link|hook|match|patch|acquaint|pair|plug|e-?intro|intro)(?:ing)?"
_ADJECTIVE = r"(?:quick|short|warm|brief|kind|e-?mail|personal|proper|small|friendly|direct|soft|virtual|mutual|formal)"
AN = rf"(?:(?:an?|the|that|this|some|any|your|one|another) (?:[\w-]+,? (?:and )?){{0,2}}?|{_ADJECTIVE} )?"
"""What may stand before "introduction"."""
INTRO = (
    r"(?:(?:e-?)?intr(?:os?|\w{0,2}ducti?ons?|odutions?)|referrals?|(?:double )?opt-?in|hand-?off)\b(?! "
    r"(?:call|course|chat|session|video|chapter|offer|price|class|webinar|workshop|text|page|lecture|week|"
    r"round|talk|guide)\b)(?!:)"
)
"""An introduction, unless it is a course, a call or a chapter."""

_JOIN = (
    rf"(?:{_INTRODUCE}|{_CONNECT}) {ME}(?: up)?",
    rf"{_CONNECT} with {ME}(?= to)",
    rf"(?:put|get|bring)(?:ting|ing)? {ME} (?:back )?in(?:to)? (?:touch|contact|front|connection)",
    rf"(?:set|setting|bring|bringing|get|getting|put|putting) {ME} (?:up|together|acquainted|in|onto)",
    rf"mak(?:e|ing) {ME} (?:acquainted|an? (?:intro\w*|connection|contact|link)|connection|intro\w*)",
    rf"(?:loop|rope|bring|get)(?:ing|ting)? {ME} in",
    rf"(?:get|put|bring|have|seat|sit)(?:ting|ing)? {ME}(?: \w+)? (?:round|around|on|in|into|at) (?:an?|the|"
    rf"one|the same) (?:table|phone|call|room|lunch|dinner)",
    rf"(?:put|patch)(?:ing|ting)? {ME} through",
    rf"(?:take|bring|invite)(?:ing|ting)? {ME} along",
)
ALONE = (
    *(rf"{join}\b(?! (?:with|to|of) \w)" for join in _JOIN),
    r"(?:cc|cc'ing|ccing|copy|copying) (?:us|me)\b",
    rf"(?:put|add|get)(?:ting|ing)? {ME} (?:both )?(?:on|to|into|in) (?:an?|one|the same) (?:e-?mail|thread|"
    rf"mail|chat|group)",
)
"""Acts that only serve the writer, and need not say with whom: "introduce us"."""
JOIN_WITH = (
    rf"{_INTRODUCE} (?={PERSON} to (?:me|us)\b)",
    rf"(?:loop|rope|bring)(?:ing)? {_HER}(?={PERSON} in\b)",
    rf"(?:{_INTRODUCE}|{_CONNECT}) (?:my|our)(?: [\w-]+){{1,3}} (?:to|with) ",
    *(rf"{join} (?:with|to|of) " for join in _JOIN),
    rf"(?:arrang|help|enabl|allow)\w* (?:for )?{ME}(?: to| in| with)?(?: (?!with)\w+){{0,3}} (?:(?:touch|"
    rf"contact|hold|front|chat|interview|meeting|call|coffee|lunch|talk|speak|connect|conversation) (?:with|to|"
    rf"of)|meet|meeting|reach|reaching|contact|find|approach) ",
    rf"(?:get|land|give|score|secure|book)(?:ting|ing)? {ME} (?:\S+ ){{1,5}}?(?:with|from|before|in front of|"
    rf"of) ",
)
"""The same, up to the person: "introduce me to"."""

BRING = (
    r"(?!\w+ed\b|send|take|drive|fly|bring|invite|email|e-mail|write|come|talk|speak|listen|forward|move|"
    r"relocat|like|want|need|allow|tell|remind|expect|teach|would|help|offer|advise|persuade|trust|inspire|"
    r"encourage)[a-z]{4,} (?:me|us) to ",
    r"(?:forward|pass|send|relay|show)(?:ing)?(?: on| along)? (?:it|this|these|that|the (?:below|above|"
    r"following)(?: \w+)?)(?: on| along| over)? to ",
    r"(?:set up|setting up|arrang\w+|organi[sz]\w+|schedul\w+)(?: for)?(?: me| us)? (?:an?|the|some)(?: "
    r"\w+){0,2} (?:call|meeting|chat|coffee|lunch|dinner|conversation|time|catch-?up|drinks?|visit|interview|"
    r"introduction) (?:with|between) ",
    r"[a-z]{3,} (?:it|this|the (?:idea|subject|topic|question|matter)|my case|our case) (?:up )?(?:with|to|"
    r"past|before) ",
)
"""Any verb will do when the writer, or their matter, is brought to somebody: "announce me to", "raise it with"."""
SPEAK_TO = (
    rf"(?:ask|check with|ping|tell|write to|call|nudge|warn|approach|sound out|feel out|convince|persuade|"
    rf"invite|tempt|alert|prepare|find out (?:if|whether)|see (?:if|whether)|check (?:if|whether)|test the "
    rf"waters with|get|reach out to|speak to|speak with|talk to|talk with|remind)(?:ing|ting)? {_HER}",
)
"""Speaking to the person who comes next."""
SPEAK = (
    rf"(?:ask|check with|sound(?:ing)? out|ping|text|tell|write(?: to)?|message|call|phone|e-?mail|nudge|drop|"
    rf"shoot|send|slip|hand|give|show|pass|forward|let|invite|convince|persuade|warn|get|approach|sound|"
    rf"bring)(?:ing|ping)? {_HER}",
    r"(?!\w+ed\b)(?:mention|recommend|refer|suggest|propos|nominat|point|steer|direct|flag|forward|pass|relay|"
    r"shar|bring|put|pitch|sell|show|send|hand|run|submit|champion|endors|get|float)\w*(?: \w+)? (?:me|us|my|"
    r"our|this|it|these)\b",
    r"(?:vouch|speak|speaking|talk|talking|pull|intercede|campaign|lobby)(?:ing)? ",
    r"sound(?:ing)? (?:him|her|them|\w+) out\b",
    r"(?:set up|setting up|arrang\w+|organi[sz]\w+|schedul\w+|broker\w*|host\w*|kick\w* (?:\w+ )?off)(?: for)? ",
    r"(?:put|say|leave|drop|have|give)(?:ting|ing|ping)?(?: in)? (?:an?|one|some|the|that)(?: \w+)? (?:words?|"
    r"heads-?up|line|call|note)\b",
    r"open(?:ing)? (?:an?|the|some|that|your)(?: \w+)? doors? (?:to|at|for (?:me|us) (?:at|with)) ",
    r"(?:put|get|keep)(?:ting)? .{1,40} on (?:his|her|their|[\w']+'s) radar\b",
)
"""Speaking to somebody, or handing something on, in a sentence that names them and the writer."""
_FOR_ME = (
    r"(?:(?:for|about|of) (?:me|us)\b|on (?:my|our) behalf|(?:my|our) (?:application|cv|resume|profile|deck|"
    r"proposal|story|name)\b)"
)
SPEAK_FOR_ME = (rf"(?:{SPEAK[0]}|mention|recommend|speak|talk|put|drop|sound)\w* ?(?=.{{2,60}}{_FOR_ME})",)
"""Speaking for the writer, and saying so."""
REACHED_AT = r"(?:e-?mail|contacts?|number|phone|details|info|mobile|address|coordinates)"
"""Where somebody can be reached."""
_THINGS = (
    r"(?:cv|resume|profile|portfolio|details|application|deck|pitch|number|contacts?|e-?mail|address|"
    r"one-?pager|blurb|notes?|message|invitation|info|information|proposal|bio|letter|name|request|paper|"
    r"paragraph)"
)
SERVICES = (
    rf"(?:ask|sound out|check with) {_HER}(?:{PERSON} )?(?:if|whether) (?:he|she|they)(?:'d|'s|'re| would| is| "
    rf"might| are)?(?: be)? (?:interested|open|willing|up for|game|keen|like|consider|speak|join|(?:has|have) "
    rf"(?:\w+ ){{0,3}}(?:min|minutes|time|moment|hour))\b",
    r"(?:do|doing) (?:the same|likewise) for (?:me|us)\b|borrow(?:ing)? your (?:network|contacts|name|"
    r"rolodex)\b|be (?:my|our) (?:bridge|go-between|matchmaker)\b",
    rf"(?:pass|forward|send|slip|hand|show|give|get|drop|e-?mail)(?:ing|ping)? {_HER}{PERSON} (?:my|our|this|"
    rf"these|the following) (?:\w+ ){{0,2}}{_THINGS}\b",
    rf"(?:drop|send|writ|shoot|giv)(?:ping|ing|e)? {_HER}{PERSON} (?:an?|one) (?:\w+ )?(?:line|note|word|"
    rf"message|e-?mail|nudge|call|ring|heads-?up)\b",
    r"get(?:ting)? (?:a )?word to\b|pass(?:ing)? on (?:an?|the|my) (?:note|message|letter|word)\b",
    r"(?:set|sort|get|start|arrange|organi[sz]e)(?:ting|ing)? (?:something|things?|it) (?:up|going|out)\b|"
    r"mak(?:e|ing) (?:the )?first (?:contact|move|step)\b",
    r"(?:put|throw|toss)(?:ting|ing)? (?:me|us|my name|our name|my hat) (?:forward|in(?:to)? the (?:hat|ring|"
    r"mix)|on (?:his|her|their|the) (?:desk|list|radar))",
    r"(?:talk|big|sing)(?:ing)? (?:me|us) up\b|sing(?:ing)? my praises\b|put(?:ting)? (?:my|our) (?:\w+ "
    r"){1,2}(?:on|in|under|in front of) (?:his|her|their|[\w']+'s)\b",
    r"(?:start|open|begin)(?:ing)? (?:an?|the) (?:e-?mail|thread|group|chat|conversation) (?:with|between)\b",
    rf"(?!\w+ed\b)(?:mak|do|arrang|facilitat|brok|giv|writ|send|provid|establish|offer|initiat|creat|forg|"
    rf"swing|manag|get|hav|help|work|organi[sz]|set)\w*(?: up| out| with| on)?(?: {ME})? {AN}{INTRO}",
    r"(?:mak|do|arrang|facilitat|establish|creat|forg|build|broker|provid)\w*(?: \w+)?(?: \w+)? (?:connection|"
    r"contact|link|bridge)\b",
    rf"(?!\w+ed\b)(?:pass|forward|share|submit|relay|circulat)\w*(?: on| along| over)? (?:my|our|this|these|"
    rf"the following|the)(?: \w+){{0,2}} {_THINGS}\b(?! (?:to (?:the|your) \w+|sheet|form|number))",
    r"(?:put|say|leave|have)(?:ting|ing)?(?: in)? (?:an?|the) (?:good |kind |nice )?word (?:in )?(?:for me|for "
    r"us)\b|put(?:ting)? in an? (?:good |nice |kind )?(?:word|plug|mention)\b|test(?:ing)? the waters?\b",
    rf"(?:vouch|speak up|intercede)(?:ing)? for {ME}\b",
    r"(?:mention|drop|lend)(?:ping|ing)? (?:\w+ )?(?:my|our|me your|us your) name\b",
    rf"(?:refer|recommend)(?:ring|ing)? {ME} (?:to|for|at|in)\b",
    rf"get {ME} (?:in|through) the door\b|open(?:ing)? (?:an?|the|some|that)(?: \w+)? doors?\b|pav(?:e|ing) "
    rf"the way\b|do the honou?rs\b|broker(?:ing)? (?:something|it|this|contact)\b",
    rf"(?:shar|giv|send|get|provid|have|pass)\w*(?: on| along)?(?: me| us)? (?:(?:his|her|their)|(?!your?\b|"
    rf"my\b|our\b|the\b)[\w'-]+(?: [\w'-]+){{0,2}}'s?)(?: \w+)? {REACHED_AT}\b(?! (?:sheet|form))",
)
"""Acts that say it all by themselves once they are asked for."""
