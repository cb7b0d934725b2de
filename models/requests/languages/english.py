"""How English asks for an introduction."""

from __future__ import annotations

import re

from ..lexicon import word_set
from ..patterns import CLAUSE_START, Cue, Language, Need, either, ending, screen, starting
from .english_acts import (
    ALONE,
    AN,
    BRING,
    INTRO,
    JOIN_WITH,
    ME,
    MODAL,
    PERSON,
    REACHED_AT,
    SERVICES,
    SPEAK,
    SPEAK_FOR_ME,
    SPEAK_TO,
    YOU,
)

_ASKED_YOU = (
    rf"{MODAL} {YOU}\b",
    rf"{YOU} (?:could|might|can|would|wouldn't)\b",
    rf"(?:if|that|and have|persuade|get|when are|when will) {YOU}(?:'d|'re| |\b)",
    r"mind\b|feel like\b|fancy\b|how about\b",
    rf"are {YOU} (?:able|willing|comfortable|open|up|happy|in a position|ok|okay|going to)\b",
    rf"{YOU} (?:wanted|offered|promised|said|were going|had offered|kindly offered|mentioned|be so kind|to)\b",
    r"(?:any|some|a) ?(?:way|chance|possibility|how|hope)\b",
    r"(?:would|is|will|might|could) (?:it be|there be|it|there a|this be|this)\b|is possible\b|possible that\b|"
    r"it would\b|would mean\b",
    r"(?:please|pls|plz|plse|kindly)\b",
    rf"(?:want|like|love|need|ask|asking|beg|trust|hope|hoping|wonder\w*|think|curious|persuade|reckon)(?: for|"
    rf" if| whether| that)? {YOU}\b",
    r"(?:know|knew|close|friends)\b.{1,40} (?:well|close|good) enough to\b",
    r"(?:grateful|appreciate|thankful|obliged|indebted|delighted|thrilled|in advance|favou?r|helps?|"
    r"honou?red)\b",
    r"(?:ask|request|beg|trouble|bother)(?:ing)?(?: you)? (?:for|to)\b",
    r"(?:great|amazing|helpful|lovely|fantastic|awesome|wonderful|huge|brilliant|better) (?:if|to have|to "
    r"get)\b",
    r"(?:so|then|and|just|or|but|maybe|perhaps) $",
)
_ASKED = starting(rf"{MODAL} (?:i|we)\b", *_ASKED_YOU)
_BIDDEN = starting(*_ASKED_YOU)

# What makes the bare noun a wish: "would appreciate", "looking for", "any chance of".
_WANTED = ending(
    rf"(?:love|like|appreciate|grateful|thankful|need|use|ask|request|look|hop|hope|obliged|value|welcome|seek|"
    rf"interested|treasure|after|beg|chance|favou?r|open|thrilled|delighted|glad|happy|take|possib\w+|please|"
    rf"trouble|bother|want|after|feel like)(?:ing)?(?: (?:me|you|very much|so much|greatly))?(?: you)?(?: "
    rf"up)?,?(?: (?:for|of|on|in|to|to have|to get|to receive|to request|about|making|doing))?(?: the "
    rf"(?:favou?r|kindness) of)? {AN}",
)
_READY = (
    r"(?:be (?:up|open|happy|glad|ready|willing|interested|game|keen|ok|free|able|tempted)|talk|take|spare|"
    r"consider|meet|speak|mind|have|give|see|listen|agree|like|want|let|look|tell)"
)
_FOR_US = (
    r"(?:i|we|me|us|our|my|(?:she|he|they) (?:got|called|wrote|contacted|came)|call|coffee|chat|minutes|"
    r"conversation|hour|advice|talk|discussion|lunch|meeting|mov\w+|a move|beer|stranger)"
)
_FROM_YOU = (
    r"(?:word|note|e-?mail|mail|line|nudge|message|nod|call|recommendation|referral)(?: [\w' ]{1,30})? (?:from "
    r"you(?:r side)?|of yours|by you)\b"
)
_REQUESTS = (
    rf"{INTRO}(?: (?:to|with|from)\b.{{1,60}}?)?,?(?: \w+)? (?:would|will|might|could|may|is all|is what)\b",
    rf"(?:would|could|is|might|may) {AN}{INTRO}(?: (?:to|with) .{{1,40}})? (?:be|possible|on the cards|"
    rf"something|an option|okay|ok|too much)\b",
    r"(?:word|note|mail|e-?mail|line|nudge|message|nod|recommendation|referral|intro|introduction)(?: [\w' "
    r"]{1,30})? (?:from you(?:r side)?|of yours)\b.{0,40}?\b(?:would|could|will|might|goes|is|carries|means|"
    r"opens)\b",
    r"(?:like|love|want|hop\w+|glad|happy) to be introduced\b(?! to (?:you|u|your)\b)",
    rf"if {YOU}(?: \w+)? (?:introduced|connected|linked|hooked|put|got|brought) {ME}\b",
    rf"do {YOU} (?:still |happen to )?have (?:(?:his|her|their)|(?!my|your?|our|the|an?\b|any)[\w'-]+(?: "
    rf"[\w'-]+){{0,2}}'s?) (?:\w+ )?{REACHED_AT}\b",
    r"(?:both of us|us both|we both|the two of us)\b.{0,15} (?:cc|copy|thread|loop)\b",
    r"ask (?:if|whether) (?:he|she|they)\b.{0,60}\b(?:me|us|my|our)\b",
    # how do I reach her; may I use your name
    r"(?:how|where) (?:can|could|do|would|should|might) (?:i|we)(?: best)? (?:reach|contact|approach|get "
    r"(?:hold|in touch|through|to)|find)\b(?! (?:you|your)\b)",
    r"best way to (?:reach|contact|approach|get (?:to|hold of|in touch with|through to))\b(?! (?:you|your)\b)",
    r"(?:may|can|could|might) (?:i|we) (?:use|mention|drop|say|refer to|tell|quote)(?: \w+)? (?:you|your name|"
    r"you sent|that you)\b",
    # do you know anyone at; whom should I approach there
    rf"(?:(?:do|did|would|might) {YOU}(?: \w+){{0,2}} )?(?:know|have|got) (?:any|some|a good |an? )?(?: "
    rf"?[\w-]+ )?(?:one|body|contacts?|people|folks|person|connections?|way in|line|faces?|friends?) (?:at|in|"
    rf"from|inside|within|over at)\b(?=[^?]*\?)",
    r"know (?:any|some)(?: [\w-]+){1,5} who (?:might|would|could|can|may)\b(?=[^?]*\?)",
    rf"(?:who(?:m)?|which of|any of)\b[^?]{{0,20}} {YOU} know\b[^?]{{0,12}} (?:at|in|from|inside|within)\b",
    r"who(?:m)? (?:should|would|could|can|do) (?:i|we) (?:have to )?(?:approach|talk|speak|contact|ask|send|"
    r"write|turn|bribe)\b(?! your)",
    r"(?:have|got|know) (?:an?|any)(?: \w+)? (?:line|way|contact|connection|path|in) (?:to|into|in "
    r"at)\b(?=[^?]*\?)",
    r"(?:friends|anyone|someone|somebody|people|contacts)(?: there| at [\w' ]{1,20}| inside)? (?:who|that) "
    r"(?:could|can|would|might)\b(?=[^?]*\?)(?=.{0,40} (?:word|me|us|my|our|intro\w*|refer\w*)\b)",
    r"anyone(?: there| at [\w' ]{1,20})? (?:you|i|we) (?:could|can|should)\b",
    # do you think he would take a call
    rf"(?:think|believe|know if|wonder if|wondering if|chance|would|could|guess|might|reckon|type who)\b(?! "
    rf"(?:{YOU}|it|i|we|that you)\b)(?: that)?(?: {PERSON})?(?:(?: would| might| could|'d| may) \w+| "
    rf"{_READY})\b[^?]{{0,50}}?\b{_FOR_US}\b(?=[^?]*\?)",
)
_FRAGMENT_START = re.compile(either(rf"(?:^|[.!?,:)-])\W*(?:and |so )?{AN}$"))
_FRAGMENT = rf"{INTRO} (?:to|with) (?=[^?]+(?:\?|please|pls|plz|possible))"
_INTRODUCED = (
    r"(?:be|get|getting)(?: \w+)? (?:introduced|connected|put in (?:touch|contact)|linked|referred|acquainted) "
    r"(?:up )?(?:to|with) "
)
_CONTACT_OF = (
    rf"{REACHED_AT} (?:of|for) ",
    rf"(?:obliged|grateful|thankful|need|have|get|got|share|appreciate|after)(?: for)? (?={PERSON}'s (?:\w+ "
    rf")?{REACHED_AT})",
)

_MEET = (
    r"(?:meet|talk to|talk with|speak to|speak with|chat to|chat with|get to know|know|get (?:in|into) "
    r"(?:touch|contact|conversation) with|get in front of|reach|reach out to|sit down with|interview|have|have "
    r"(?:an?|the|my|some) [\w ]{1,20}? (?:with|from|of)|get hold of|learn from|learn how|hear from|hear how|"
    r"ask|connect with|connect to|show|walk|run (?:it|this|something) (?:by|past)|contact|shadow|pitch|"
    r"approach|invite|buy|work for|work with|join|make contact with|make(?! your))(?:ing|ting)?"
)
_WISHES = (
    rf"(?:love|like|want|need|kill|dream|hop|keen|eager|dying|try|wish|thrilled|great|fantastic|awesome|"
    rf"wonderful|lovely|brilliant|ideal|cool|interested|glad|delighted|struggl|able|honou?red|happy|lot|"
    rf"possibility|chance|way|fun|nice|amazing|curious|works?|if i could|that i can|help)(?:ing|ed|e|s)?(?: "
    rf"[\w ]{{0,20}}?)? (?:(?:to|in)(?: \w+)? )?{_MEET} ",
    rf"(?:can|could|may|might|when will) (?:i|we)(?: finally| please| maybe)? {_MEET} ",
    r"(?:keen|love|like|want|hop\w+|trying)(?: \w+)? to (?:get|be) on (?=[\w' -]{2,40}'s (?:radar|list|"
    r"calendar))",
    r"(?:love|like|want|need|value|appreciate)(?: \w+){0,2} (?:minutes|half an hour|an hour|a moment|a slice) "
    r"of ",
    r"(?:hour|minutes|chat|coffee|call|lunch|dinner|meeting|conversation|word|moment|interview|talk|"
    r"session)(?: of (?:his|her) time)? with ",
    r"(?:want|need|like|love)(?: to have| to get| to win)? ",
    r"(?:help|hand|assistance|advice) (?:with|on|getting to) ",
)
_WOULD_SHE = r"(?:if|whether) (?:he|she|they)(?:'d| would| could| might| had)(?: \w+){1,5} (?:me|us|our|my)\b"
_RELATION = (
    r"(?:friend|buddy|mate|pal|contact|colleague|connection|boss|ex-boss|cousin|neighbou?r|co-?worker|partner|"
    r"client|classmate|acquaintance|namesake|team ?mate)"
)
_LINKS = (
    rf"{YOU}(?:'ve|'d)?(?: (?:happen to|also|still|probably|must|may|might|rea?lly|actually|both|seem to|two|"
    rf"guys|once|kept|keep|already|have|'ve))* (?:know|knew|worked|work|met|share|go way back|used to|studied|"
    rf"did)\b(?! (?:how|what|when|if|whether|why|that|where|more|of|a|me|so)\b)",
    rf"(?:{YOU}(?:'re| are|'ve been| were|'ve)?|(?:are|were) {YOU})(?: (?:still|also|both|already|quite|very|"
    rf"by any chance|all|well))* (?:in (?:touch|contact)|connected|linked|friends|friendly|close|pals|tight|"
    rf"mates|on (?:good|first-name) terms)\b",
    rf"{YOU} (?:and|&) [\w' .-]{{2,30}} (?:are|go|were|used|worked|did|met)\b",
    rf"{YOU}(?: once| kept| keep| always| have)? (?:told|mentioned|raved|spoke|speak (?:so )?highly|talked|"
    rf"talking|said|quoted|recommended|worked)\b|{YOU} raving\b",
    r"(?:in|of|from|on|among) your (?:network|contacts|connections|circle|list)\b",
    rf"your(?: \w+){{0,2}} {_RELATION}\b|{_RELATION}s? of yours\b|trusts? {YOU}\b|{YOU} two\b|an old friend\b",
    rf"{YOU}(?:'ve| have)? (?:got )?(?:have )?[\w' ]{{2,30}}'s ear\b|since {YOU} know each other\b|"
    rf"{YOU}(?:'ve)? co-?\w+ with\b",
    r"mutual (?:connection|contact|friend)\b|(?:through|via|thanks to|from) you\b|(?:with|without) your help\b",
)
_HELP = (
    rf"{MODAL} {YOU}(?: \w+)? (?:help|make (?:it|that|this) happen|do the honou?rs|broker|arrange|sort|swing|"
    rf"ask|kick|put|give|get|write|set|change that)\b",
    rf"please (?:arrange|help|assist)\b|if {YOU} (?:asked|ask) (?:him|her|them)\b|need your help|your help\b|"
    rf"right person to ask|with your\b",
)

_NOT_ASKED = ending(
    r"(?:thanks?|thx|cheers|grateful|appreciated?|glad|happy)\b.{0,30} (?:for|on|that|you)(?: \w+)? ",
    r"(?:no need|need not|not|never|\w+n't|dont|without|instead of|after|before|since|by|from|when|tried|"
    r"try)(?: \w+)?(?: to)? ",
    rf"(?!(?:{YOU}|anyone|someone|somebody|anybody)\b)\w+ (?:will|can|could|would|might|had|did|has)(?: "
    rf"\w+){{0,2}} ",
    r"(?:offered|agreed|promised|wants|wanted|asked|asks|plans|tells|told|(?:is|was|am) going|about|happy|glad|"
    r"like|love)(?: \w+)? to (?:\w+ )?",
    r"(?:i|we)(?:'ll|'d|'m|'re)?(?: \w+){0,3} ",
    r"(?:let|allow|permit) me(?: to)?(?: \w+)? ",
    r"who(?:'s| is| has| had|'d| would)? (?:\w+ )?",
)
_OFFERED = r"(?:mak|do|send|arrang|facilitat|giv|set up|provid|forward|writ|pass|offer)\w*(?: you)?(?: an? \w+ of)?"
_DONE = r"(?:introduc|connect|putting|linking|hooking|passing|referring|vouching|recommending|forwarding|making the)\w*"
_DECOYS = (
    rf"(?:would|do) {YOU} (?:like|want) (?:me|us) to\b|(?:shall|should) (?:i|we) (?:ask|introduce|connect|put|"
    rf"tell|write)\b",
    r"(?:no need|not necessary|don't (?:need|have|bother|worry)|never ?mind)\b.{0,20}\b(?:introduc|intro|"
    r"connect|put)\w*",
    r"introduc(?:e|ing) (?:yourself|yourselves|myself|ourselves)\b(?!.*\b(?:introduce|connect) me)",
    rf"(?:if|do|would|should|whenever) {YOU}(?:'d| would| ever| do| still)* (?:need|want|like|wish|care for|be "
    rf"interested in)\b(?: (?:me|us) to| to be)?(?: more)? {AN}(?:{INTRO}|introduce|connect|make|put you)",
    rf"(?:(?:i|we)(?:'ll|'d| will| would| can| can't| cannot| could|'m|'re| am| are)|happy|glad|delighted|let "
    rf"me|going to|pleased)(?: (?:also|gladly|then|be|very|so|happy|glad|delighted|pleased|to))* {_OFFERED} "
    rf"{AN}{INTRO}",
    rf"(?:introduc|connect|refer|recommend|acquaint)\w* {YOU}\b|put {YOU} in (?:touch|contact)|(?:i'll|i will|"
    rf"i can|we can) (?:ask|introduce|reach out)\b",
    rf"(?:thanks?|thank (?:you|u)|thx|cheers)\b(?!.*\bin advance)(?!.*[,:-] .*\b{MODAL} (?:{YOU}|"
    rf"i)\b).{{0,40}}\b(?:{INTRO}|{_DONE})",
    rf"(?:did|has|have|how was|was|following)\b.{{0,12}} (?:the|your|that|his|her|our) {INTRO}",
    rf"(?:it|that) was (?:\w+ ){{0,2}}(?:kind|nice|good|great|lovely|sweet|generous|thoughtful)\b|"
    rf"(?!{YOU}\b)\w+ (?:offered|agreed|promised|volunteered|is going|was going|has) to (?:\w+ )?(?:introduc|"
    rf"connect|put|get|bring|link|hook)\w*",
    rf"recommend (?:\w+ )?(?:an?|some|any) (?:\w+ )?{INTRO}|{INTRO} (?:to|with) (?:me|us|my|our)\b|just "
    rf"kidding\b",
    r"writ\w+ (?:an?|the) (?:\w+ )?introduction\b|introduction to (?:our|my|your|his|her|the|this) (?:\w+ "
    r")?(?:catalogue|book|report|paper|course|thesis|chapter|topic|subject|series|article|talk|speech|lecture|"
    r"novel)\b|no introduction needed\b|needs no introduction\b|intro to (?:my|your|our|his|her) (?:book|talk|"
    r"article)\b",
    r"(?:remember|recall|forget|forgot) (?:how|when|that time|the time|you tried)\b",
    r"(?:already|yesterday|last (?:week|year|month|time|night)|years ago|back then)\b.{0,40}\b(?:introduced|"
    r"connected|put)\b",
    r"(?:introduced|connected|put)\b.{0,30}\b(?:already|last (?:week|year|month))\b(?!.*\b(?:could|would|can) "
    r"you)",
    r"(?:best wishes|regards|say hi|says hi|said hi|say hello (?:to|from)|me to say hello|my love|"
    r"congratulations|congrats|late)\b",
    rf"being introduced\b|{YOU} asked me to\b|meet(?:s)? {YOU}\b|let me know\b|your (?:thoughts|view|opinion|"
    rf"take) on\b|tell me (?:what|how|when|if|whether|why|more)\b",
    rf"(?:send|share|forward|show|give|pass)\b(?!.*\b{REACHED_AT}\b).{{1,50}} (?:with|to) (?:me|us)\b(?! to)|"
    rf"ask \w+(?: \w+)? to (?:send|sign|resend|confirm|approve|return)\b",
)

_REASONED = (Need.ME, Need.PERSON, Need.REASON)

ENGLISH = Language(
    name="English",
    everyday=word_set(
        "i you to the of and is are for with your that would could can me we it in at my on have if do be this"
    ),
    screen=screen(
        "could |can you|can u|can i|can we|cld |cud |would |will you|will it|might |may i|mind|please|pls|plz|"
        "kindly|you could|you can|you might|you to|you would|u could|are you|grateful|thankful|oblig|apprec|"
        "delighted|thrilled|hono|in advance|favo|any way|any chance|anyway |anyone|anybody|some way|chance|"
        "possib|is there|love to|love an|love fift|love your|love for|like to|like you|like an|want to|want "
        "you|want an|need to|need an|need you|need |hop|wonder|think|reckon|curious|feel like|fancy|how about|"
        "ask |trouble you|kill|dream|beg |great if|trying to|tried to|keen|eager|look(?:ing)? for|request|"
        "intro|you know|u know|know any|know some|do you|did you|who |whom |which of|introduce me|connect me|"
        "put me|when are you|happy to|glad|use your|help me|get me|put us|set us|hook |loop me|cc us|bring us|"
        "make us|you wanted|you offered|you promised|mean a lot|word from|if |you'd|type who|who'd|how can|how "
        "do|how could|how should|where can|best way|we want|need your|let's|let us|open to|worth |from you|"
        "honest|might |a word|pass |forward|tell |send |persuade|want |rather |help",
        "intr|e-intr|con+ec?t|hook|match|acquaint|pair|plug|put|get|bring|set |setting|loop|cc |copy|add|make|"
        "making|arrang|help|pass|forward|shar|submit|relay|circulat|word|vouch|speak|interce|mention|drop|lend|"
        "refer|recommend|open|pav|do the|broker|nudg|ask|check|sound|text|tell|writ|mess|call|phon|e-?mail|"
        "shoot|send|slip|hand|giv|show|let |letting|invit|convinc|persua|warn|approach|sugg|propos|nomin|point|"
        "steer|direct|flag|pitch|sell|champion|endors|float|talk|pull|organi|schedul|kick|contact|number|"
        "details|know|who|which|meet|chat|touch|reach|interview|hear|learn|shadow|minutes|hour|take|spare|link|"
        "present|line|note|land|run|got |face|friend|be up|be open|coffee|bridge|way |have |broach|rais|"
        "announce|bring|from you|ping|opt-in|double|test|plug|warn|alert|feel out|gauge|tempt|remind|role|for "
        "our|for my|spend",
    ),
    cues=(
        Cue(starting(*JOIN_WITH), 0.9, after=(_ASKED, CLAUSE_START), or_not=_NOT_ASKED, needs=(Need.PERSON_NEXT,)),
        Cue(starting(*ALONE), 0.9, after=(_ASKED, CLAUSE_START), or_not=_NOT_ASKED),
        Cue(starting(*SERVICES), 0.9, after=(_ASKED, CLAUSE_START)),
        Cue(starting(INTRO, r"(?:connections?|contacts?)\b(?! (?:form|details|person|us))"), 0.9, after=(_WANTED,)),
        Cue(starting(_FRAGMENT), 0.9, after=(_FRAGMENT_START,), needs=(Need.PERSON_NEXT,)),
        Cue(starting(_INTRODUCED), 0.9, after=(_ASKED, _WANTED), needs=(Need.PERSON_NEXT,)),
        Cue(starting(*_CONTACT_OF), 0.9, after=(_ASKED,), needs=(Need.PERSON_NEXT,)),
        Cue(starting(*_REQUESTS), 0.9),
        Cue(starting(rf"{INTRO} (?:to|with) "), 0.7, needs=(Need.NAME_NEXT, Need.ASKING)),
        Cue(starting(rf"{INTRO}(?! (?:to|with)\b)", _FROM_YOU), 0.7, needs=(Need.ASKING,)),
        Cue(starting(*BRING), 0.8, after=(_BIDDEN,), needs=(Need.NAME_NEXT,)),
        Cue(starting(*SPEAK_FOR_ME), 0.8, after=(_BIDDEN, CLAUSE_START), needs=(Need.PERSON,)),
        Cue(starting(*SPEAK_TO), 0.8, after=(_BIDDEN,), needs=(Need.NAME_NEXT, Need.REASON)),
        Cue(starting(*SPEAK), 0.8, after=(_BIDDEN, CLAUSE_START), needs=_REASONED),
        Cue(starting(_WOULD_SHE), 0.7, needs=(Need.LINK,)),
        Cue(starting(*_WISHES), 0.7, needs=(Need.NAME_NEXT, Need.LINK)),
    ),
    decoys=starting(*_DECOYS),
    links=starting(*_LINKS),
    asking=starting(
        rf"(?:{MODAL} {YOU}|please|pls|plz|kindly|mind|grateful|appreciate|any chance|if {YOU}|do {YOU})\b"
    ),
    help=starting(*_HELP),
    me=starting(r"(?:i|i'd|i'm|i'll|me|my|we|us|our|we'd)\b"),
    before_target=starting(
        r"(?:to|with|meet|meeting|reach|of|ask|asking|know|between me and|slip|tell|touch|and|interview|think|"
        r"would|show|give|contact|through to|get|let|drop|chance|at|bring|sound)(?= )"
    ),
)
