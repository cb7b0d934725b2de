"""Sentences that sound as if something came of knowing each other: "thanks for referring me", "we signed the contract".

A guess that is only ever asked about. What is wished for, planned, denied or asked is not heard.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .detect import find_request
from .lexicon import word_set
from .patterns import either
from .tokenize import Message, Sentence, read


class Heard(NamedTuple):
    """What a message sounds like, and the words that made it so."""

    words: str
    kind: str


_DONE = r"(?:(?:have|has|had|just|finally|now|'ve|'s|also|already) ?)*"
_THANKS = r"(?:thanks|thank you|thx)(?: \w+){0,4}? for"
_DEAL = r"(?:contract|deal|agreement|order|statement of work|sow)"
_MERCI = r"merci(?: \w+){0,3}? (?:de|d'|pour) ?"
_GRACIAS = r"gracias(?: \w+){0,3}? por"
_DANKE = r"(?:danke|dank)(?: \w+){0,5}?,?"

_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b{either(*patterns)}\b"))
    for kind, patterns in (
        ("referred", (
            rf"{_THANKS} (?:the referral|referring me|recommending me (?:to|for)|(?:passing|sending|forwarding) (?:on |along )?my (?:cv|resume|profile)|putting me forward|putting in a (?:good )?word)",
            rf"{_DANKE} (?:dass|fur das|furs) .{{0,30}}(?:mich .{{0,30}}(?:empfohlen|vorgeschlagen)|(?:lebenslauf|profil|bewerbung) .{{0,20}}weitergeleitet)",
            rf"{_GRACIAS} (?:recomendarme|referirme|(?:pasar|enviar|reenviar) mi (?:cv|perfil|curriculum))",
            rf"{_MERCI}(?:m'avoir recommandee?|m'avoir coopte\w*|avoir (?:transmis|transfere) mon (?:cv|profil)|la cooptation)",
        )),
        ("job", (
            rf"(?:i|she|he|they) {_DONE}(?:got|landed|accepted|took) the (?:job|offer|position|role)",
            rf"they {_DONE}(?:hired|offered) (?:me|him|her)",
            rf"we {_DONE}hired (?:him|her|them|your (?:friend|contact|colleague|candidate|referral))",
            rf"i {_DONE}start(?:ed|ing)? (?:my|the) new (?:job|role|position)",
            r"(?:ich habe|hab(?:e)? ich) (?:jetzt |nun |gerade )?(?:die stelle|den job|die zusage)(?: (?:bekommen|angenommen|erhalten))?",
            r"(?:wir haben|haben wir) (?:ihn|sie|ihren|deine\w*|ihre\w*)(?: \w+){0,3} eingestellt",
            r"(?:he )?conseguido (?:el|este) (?:trabajo|puesto|empleo)|consegui (?:el|este) (?:trabajo|puesto|empleo)",
            r"me (?:han contratado|contrataron|dieron el (?:puesto|trabajo))",
            r"(?:lo|la|le) (?:hemos contratado|contratamos)",
            r"j'ai (?:eu|obtenu|decroche) (?:le|ce) (?:poste|job|travail|boulot)",
            r"(?:nous l'avons|on l'a) (?:embauchee?|recrutee?)",
        )),
        ("interview", (
            r"(?:i|i've|i have|she|he) (?:just |have |has |had )*(?:got|had|passed|made it to) (?:a|an|the|my) (?:second|final) (?:interview|round)",
        )),
        ("customer", (
            rf"(?:we|i|they|he|she) {_DONE}signed (?:the|a|our|your|an) (?:\w+ )?{_DEAL}",
            rf"(?:the|our) {_DEAL} (?:is|was|has been|got) (?:now |finally |just )?signed",
            rf"(?:we|i) {_DONE}closed (?:the|our|a) {_DEAL}",
            rf"(?:they|he|she|\w+) {_DONE}became (?:a|our|my) (?:\w+ )?(?:customer|client)",
            r"(?:wir haben|haben wir|ich habe) (?:den|einen|unseren)(?: \w+)? ?vertrag (?:\w+ )?(?:unterschrieben|unterzeichnet|abgeschlossen)",
            r"(?:der|unser) vertrag ist (?:jetzt |nun |endlich )?(?:unterschrieben|unterzeichnet)",
            r"(?:hemos firmado|firmamos|firme) (?:el|un|nuestro) (?:contrato|acuerdo)",
            r"(?:nous avons|on a|j'ai) (?:enfin )?signe (?:le|un|notre) (?:contrat|accord)",
            r"(?:le|notre) contrat est (?:enfin )?signe",
        )),
        ("investor", (
            rf"(?:they|he|she|\w+) {_DONE}(?:invested in (?:us|our)|led our (?:pre-seed|seed|series \w|round))",
        )),
        ("relationship", (
            rf"{_THANKS} (?:the intro(?:duction)?|introducing (?:us|me)|connecting (?:us|me)|putting (?:us|me) in (?:touch|contact))",
            rf"{_DANKE} (?:fur )?(?:die vermittlung|das intro|die vorstellung|furs vermitteln|den kontakt zu)",
            rf"{_GRACIAS} (?:presentarnos|presentarme a|ponernos en contacto|ponerme en contacto)",
            rf"{_MERCI}(?:(?:nous|m') ?avoir (?:mis|mise|presentes?|presente)(?: en (?:relation|contact))?|la mise en relation)",
        )),
    )
)  # fmt: skip

# What stands before the words in the same sentence and takes them back: a wish, a plan, a denial, a condition.
_SPOILED = re.compile(
    r"\b(?:if|would|could|should|hope|hoping|hopefully|wish|not|never|once|when|whenever|unless|until|before|almost|nearly|want(?:ed)? to|"
    r"wenn|falls|sobald|ob|nicht|nie|hoffe\w*|wurde\w*|konnte\w*|bevor|"
    r"si|ojala|cuando|nunca|no|espero|antes de|"
    r"quand|lorsque|pas|jamais|espere\w*|avant)\b|n't\b",
)
_IN_ADVANCE = re.compile(r"\b(?:in advance|im voraus|de antemano|d'avance|par avance)\b")
_REACH = 60

_DOING = frozenset(
    word + mark
    for word in word_set(
        "hired offered offer job position role signed contract deal agreement order closed became invested led interview "
        "round eingestellt unterschrieben unterzeichnet abgeschlossen stelle job zusage vertrag contratado contrataron "
        "contratamos contrato acuerdo firmado firmamos conseguido conseguí consegui dieron embauché embauchée embauche "
        "puesto trabajo empleo embauchee recruté recrutée recrute recrutee contrat accord eu obtenu décroché decroche"
    )
    for mark in ("", ".", "!", ",")
)
_FOR_WHAT = re.compile(
    r"refer|recommend|intro|connecting|putting|passing|sending|forwarding|empf|vorge|weiterge|vermitt|vorstell|kontakt zu"
    r"|recom|mi cv|mi perfil|mi curr|present|conta[ck]t|coopt|transmis|transf|relation"
)
_DONE_WHAT = re.compile(
    r"hired|(?:they|they've|have) offered|the (?:job|offer|position|role)|new (?:job|role|position)|signed|closed (?:the|our|a) |became |"
    r"invested in|led our |(?:second|final) (?:interview|round)|eingestellt|unterschrieben|unterzeichnet|abgeschlossen|"
    r"die stelle|den job|die zusage|contrat|firmamos|firmado|firm[e\u00e9] |consegu\S+ e[ls]|dieron el|l.(?:avons|a) (?:embauch|recrut)|"
    r"sign[e\u00e9] |j.ai (?:eu|obtenu|d[e\u00e9]croch)"
)
"""Words without which no cue can hold: most messages have none, and that is found out fast."""


def _may_tell(small: str) -> bool:
    """Plain words first: looking for one takes a hundredth of what a pattern takes."""
    if (
        "thank" in small or "gracias" in small or "merci" in small or "dank" in small or "thx" in small
    ) and _FOR_WHAT.search(small):
        return True
    return not _DOING.isdisjoint(small.split()) and _DONE_WHAT.search(small) is not None


def find_outcome(text: str) -> Heard | None:
    """What this message sounds like; `None` when it sounds like nothing, as most do."""
    if not _may_tell(text.lower()):
        return None
    message = read(text)
    found = next(filter(None, (_heard(message, kind, cue) for kind, cue in _CUES)), None)
    if found is None or _IN_ADVANCE.search(message.small) or find_request(text):
        return None
    return found


def _heard(message: Message, kind: str, cue: re.Pattern[str]) -> Heard | None:
    for sentence in message.sentences:
        for match in cue.finditer(message.small, sentence.start, sentence.end):
            if not _is_spoiled(message, sentence, match):
                return Heard(message.text[sentence.start : sentence.end].strip(), kind)
    return None


def _is_spoiled(message: Message, sentence: Sentence, match: re.Match[str]) -> bool:
    before = message.small[max(sentence.start, match.start() - _REACH) : match.start()]
    is_asked = message.small[match.end() : sentence.end].rstrip().endswith("?")
    return is_asked or _SPOILED.search(before) is not None
