"""Whether a message asks something: what makes the difference between a last word and a reply that is owed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..text.folding import fold

LONGEST_TEXT = 8_000
"""Characters read of any one message; a stranger may have sent a book."""

_LINK = re.compile(r"<?(?:https?://|www\.)\S+|(?<![^\s<(])[^\s@]{1,64}@[^\s@]{1,80}", re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|»[^«»]*«|‹[^‹›]*›|\"[^\"\n]*\"")
_HISTORY = re.compile(
    r"^(?:>.*|-{3,}.*(?:message|nachricht|mensaje).*"
    r"|(?:on|am|le|el)\b.{0,120}\b(?:wrote|schrieb|a écrit|escribió)\b.{0,80}:)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Where what was written before begins: it asks nothing anew."""
_MARK = re.compile(r"¿|[?？؟⁇⁈](?!\w)")
_TAG = re.compile(
    r",\s*(?:right|ok(?:ay)?|eh|huh|no|oder|gell|ne|nicht wahr|verdad|n'est-ce pas|hein|isn't it|wasn't it|don't you"
    r"|aren't you|didn't (?:we|you)|doesn't it)\s*\?+",
    re.IGNORECASE,
)
"""“…, right?” wants no answer."""
_SENTENCE = re.compile(r"[.!?\n…]+")

_ENGLISH = (
    r"let (?:me|us) know", r"(?:could|can|would|will|won't|may|might) you\b(?! (?:could|can) )", r"would you mind",
    r"(?:may|can|could|shall|should) (?:i|we)\b(?! (?:just )?say)",
    r"(?:i was|i'm|i am|we were|was|just) wondering (?:if|whether|what|how|when|who|where)", r"^wondering (?:if|whether)",
    r"(?:do|did) you (?:know|have|think|want|need|mind|remember|still|ever|happen|plan|use|by)\b",
    r"^(?:are|were) you\b", r"^have you\b", r"^(?:is|are) there (?:any|a)\b",
    r"^(?:so |and |but |also |by the way )?(?:what|when|where|who|why|how|which) (?:is|are|do|does|did|would|could|can|will|about|many|much|time)\b",
    r"any (?:news|thoughts|update|updates|chance|idea|ideas|feedback)\b", r"tell me\b", r"get back to me", r"(?:ping|call|text|email|mail) me (?:when|if|once|as soon|back)\b", r"(?:can |could )?point me (?:to|in)\b", r"^mind \w+ing\b",
    r"(?:would|i'd) (?:really )?love your\b", r"waiting to hear",
    r"(?:please|kindly|pls) (?:send|share|tell|advise|confirm|reply|respond|call|write|answer|let|give|forward|review|have a look|take a look|look|check|get|help|accept|fill|choose|pick)\b",
    r"(?:send|give|drop|shoot) me (?:a|an|your|the|some)\b",
    r"(?:look|looking) forward to (?:hearing|your (?:reply|answer|response|thoughts|feedback))",
    r"(?:hope|love|like|happy|glad|keen|curious|eager) to (?:hear (?:from you|back|your|what|how|if|whether)|get your|have your (?:opinion|view|thoughts)|know (?:if|whether|what|how|when|who|where))",
    r"(?:i would|i'd|we would|we'd) (?:appreciate|value|be grateful for) (?:your|a|any|it if)", r"awaiting your",
    r"(?:need|want|waiting for) your (?:help|advice|answer|reply|input|opinion|feedback|response|decision)",
    r"(?:i|we) (?:have|had) (?:a|one|another|some) (?:quick |small |short )?questions?\b", r"what do you think", r"your thoughts on",
)  # fmt: skip
_GERMAN = (
    r"(?:gib|geben sie|sag|sagen sie|gebt|sagt) (?:mir |uns )?(?:\w+ ){0,3}bescheid",
    r"(?:kannst|konntest|koenntest|wurdest|wuerdest|magst|mochtest|moechtest|hattest|haettest|hast|willst|weisst|bist|darfst|kennst|brauchst) du\b",
    r"(?:konnen|koennen|konnten|koennten|wurden|wuerden|mochten|moechten|hatten|haetten|haben|wissen|kennen|waren|sind) sie (?:mir|uns|mich|vielleicht|schon|zeit|lust|eventuell|am|noch|kurz|bereit|einen|eine|ein|jemanden|dafur|interesse|morgen|heute)\b",
    r"(?:konnt|koennt|konntet|koenntet|wurdet|wuerdet|habt|mogt) ihr\b",
    r"(?:lass|lassen sie|lasst) (?:es )?(?:mich|uns) (?:\w+ ){0,2}wissen",
    r"melde? dich\b", r"melden sie sich\b", r"(?:schick|schicke|schreib|schreibe|ruf|sende|nenn) (?:mir|mich)\b",
    r"(?:schicken|schreiben|rufen|senden|nennen) sie (?:mir|mich)\b",
    r"bitte (?:\w+ )?(?:um|schick|schicke|schicken|schreib|sag|sagen|antworte|antworten|ruf|rufen|melde|sende|senden|teile|teilen|gib|geben|pruf|prufen|schau|schauen|bestatige|bestatigen|lass|lassen)\b",
    r"(?:wollte|mochte|moechte|wurde|wuerde)(?: \w+){0,3} (?:fragen|wissen)\b", r"(?:frage|fragen) (?:mich|uns),? ob\b",
    r"freue? (?:ich )?(?:mich|uns) (?:\w+ )?(?:auf|uber|ueber) (?:deine|ihre|eine|eure|die) (?:\w+ )?(?:antwort|ruckmeldung|rueckmeldung|nachricht|meinung)",
    r"(?:ware|waere|wurde mich freuen|wuerde mich freuen)\b.{0,40}\bwenn (?:du|sie|ihr|wir)\b",
    r"(?:warte|hoffe) (?:\w+ )?auf (?:deine|ihre|eine|eure) (?:\w+ )?(?:antwort|ruckmeldung|rueckmeldung)",
    r"(?:uber|ueber|fur|fuer) (?:eine|deine|ihre) (?:\w+ )?(?:antwort|ruckmeldung|rueckmeldung)\b.{0,30}\bfreu",
    r"was (?:meinst|denkst|haltst) du", r"was (?:meinen|denken|halten) sie", r"wie ware es", r"wie waere es",
    r"^(?:wann|wo|wer|wie|was|warum|welche\w*|wieso|wohin) (?:ist|sind|hast|haben|kannst|konnen|war|wird|passt|geht|lauft|viel|lange|machst|machen)\b",
    r"(?:fur|fuer) (?:eine|deine|ihre) (?:\w+ )?(?:ruckmeldung|rueckmeldung|antwort|einschatzung|hilfe)\b.{0,30}\bdankbar",
    r"(?:brauche|bräuchte|brauchte|braeuchte) (?:\w+ )?(?:deine|ihre|eure) (?:\w+ )?(?:hilfe|antwort|meinung|ruckmeldung|rat)\b",
    r"(?:habe|hatte|haette) (?:da )?(?:mal )?(?:eine|ein paar|noch eine) (?:kurze )?fragen?\b",
)  # fmt: skip
_SPANISH = (
    r"(?:avisame|aviseme|dime|digame|cuentame|cuenteme|mandame|mandeme|enviame|envieme|escribeme|escribame|llamame|llameme|respondeme|contestame|confirmame|confirmeme|pasame|recomiendame|explicame|ayudame)\b",
    r"(?:hazme|hagame|dejame|dejeme) saber", r"(?:me |nos )?(?:podrias|podria|podrian|puedes|puede usted|pudieras)\b(?! ver)",
    r"(?:me gustaria|quisiera|queria|quiero|necesito|necesitaria) (?:saber|preguntar\w*|conocer tu|pedirte|pedirle|tu|su)\b",
    r"(?:quedo|espero|estoy) (?:a la espera|atent[oa]|pendiente|tu|su|noticias|en espera)",
    r"me (?:avisas|dices|cuentas|confirmas|mandas|pasas|llamas)\b", r"te importaria", r"le importaria", r"que (?:te|le|os) parece", r"que (?:opinas|opina|piensas)", r"(?:sabes|sabe usted) (?:si|de alguien|quien|cuando|como|donde)",
    r"(?:tienes|tendrias|tiene usted|tendria) (?:un|unos|tiempo|alguna?|disponibilidad|el|la)\b",
    r"por favor,? (?:\w+ )?(?:envia|enviame|manda|confirma|responde|contesta|dime|avisa|indicame|llama)\w*",
    r"me pregunt(?:o|aba) si", r"tengo (?:una|unas|otra) (?:pequena |breve )?(?:pregunta|preguntas|duda|dudas)\b",
    r"agradeceria (?:tu|su|que|una|cualquier)",
)  # fmt: skip
_FRENCH = (
    r"est[- ]ce que\b", r"(?:dis|dites|ecris|ecrivez|envoie|envoyez|appelle|appelez|reponds|repondez|donne|donnez|fais|faites|confirme|confirmez|raconte|racontez|tiens|tenez)[- ](?:moi|nous)\b",
    r"(?:peux|pourrais|veux|voudrais|aurais|as|sais|serais|connais|penses|aimerais)[- ]tu\b",
    r"(?:pouvez|pourriez|voulez|voudriez|auriez|avez|savez|seriez|connaissez|pensez|aimeriez)[- ]vous\b",
    r"(?:tu pourrais|vous pourriez) (?:me|m'|nous)", r"(?:j'aimerais|je voudrais|nous aimerions) (?:savoir|connaitre|te demander|vous demander|avoir (?:ton|votre))",
    r"je (?:me )?demandais? si", r"je voulais (?:savoir|te demander|vous demander)", r"merci de (?:me |m'|nous |bien vouloir )",
    r"(?:dans|en) (?:l')?attente de (?:votre|ta|ton|vos|tes|te|vous)", r"(?:j'attends|j'espere) (?:ta|votre|ton|de tes|de vos|avoir) ",
    r"qu'en (?:penses|pensez|dis|dites)", r"(?:serait-il|est-il|il serait) possible",
    r"^(?:quand|ou|qui|pourquoi|comment|combien|quel\w*) (?:est|sont|as|avez|peux|pouvez|vas|allez|faut)\b",
    r"n'hesite[zs]? pas a me (?:dire|ecrire|donner)", r"(?:s'il te plait|s'il vous plait|stp|svp),? (?:\w+ )?(?:envoie|envoyez|dis|dites|reponds|repondez|confirme|confirmez|appelle|appelez)",
    r"j'ai (?:une|deux|quelques) (?:petites? )?questions?\b", r"(?:votre|ton) (?:avis|aide) (?:m'|me|nous|serait)",
)  # fmt: skip
_OFFERS = (
        # “Let me know if you need anything” offers, and asks nothing.
        r"(?:if|should) (?:you|there|anything|i can)\b.{0,60}\b(?:need|want to know|any(?:thing)?(?: (?:question|else|i can))|questions?|help|be of (?:help|service|use))\b",
        r"let (?:me|us) know (?:if|when|should) (?:you|there|i can|we can|i may)\b.{0,12}\b(?:need|ever|have (?:any )?(?:more |further )?question|want anything|is anything|be of|help|do anything)",
        r"let (?:me|us) know (?:anytime|any time|if anything)", r"(?:i|we)(?:'ll| will| shall)? let (?:you|him|her|them) know",
        r"(?:melde? dich|melden sie sich|gib bescheid|sag bescheid|geben sie bescheid|sagen sie bescheid)\b.{0,12}\b(?:gern|gerne|jederzeit|wenn du|wenn sie|falls du|falls sie|falls etwas|wenn etwas|wenn was)\b",
        r"(?:wenn|falls) (?:du|sie|etwas|noch was)\b.{0,40}\b(?:brauchst|brauchen|fragen hast|fragen haben|ist)\b",
        r"(?:si|cuando|cualquier cosa)\b.{0,30}\b(?:necesitas|necesita|necesites|alguna duda|dudas|cosa)\b",
        r"cualquier (?:cosa|duda)", r"n'hesite[zs]?\b(?! pas a me dire)", r"with your network", r"si (?:tu as|vous avez|tu|vous)\b.{0,20}\b(?:besoin|questions?)\b",
        r"no need to (?:reply|answer|respond)|no reply needed|no (?:answer|response) (?:needed|required|necessary)",
        r"(?:keine|brauchst nicht zu|mussen nicht|musst nicht) (?:antwort|antworten)", r"no hace falta (?:que )?(?:respond|contest)\w*",
        r"(?:pas besoin|inutile) de repondre",
        # What would be a question is told as a thing of the past, or of somebody else.
        r"(?:glad|happy|great|good|nice|pity|sorry|thanks?|thank you)(?: that| so much that)? (?:we|you) could",
        r"(?:as|when|that|what|wish|hope|all|everything|so) (?:you|we|i) (?:could|can|would|may|might)",
        r"hop(?:e|ing) (?:to|we)(?! hear).{0,30}\b(?:soon|well|again)\b$",
)  # fmt: skip


def asks_something(text: str) -> bool:
    """Whether the message wants an answer: a question, or a request without its mark, in four languages.

    Links, quotations, the mail it answers and mere offers (“let me know if you need anything”) do not count.
    """
    said = _LINK.sub(" ", _own_words(text[:LONGEST_TEXT]))
    said = _TAG.sub(".", _QUOTED.sub(" ", said.replace("’", "'")))
    return _MARK.search(said) is not None or any(_requests(sentence) for sentence in _sentences(said))


def _own_words(text: str) -> str:
    """The text down to where it repeats what it answers."""
    return _HISTORY.split(text, maxsplit=1)[0]


def _sentences(text: str) -> Iterable[str]:
    """Folded, one by one, without what a sentence is opened with."""
    for part in _SENTENCE.split(text):
        folded = fold(part).lstrip("-–—•*,;: ")
        if folded:
            yield folded


def _requests(sentence: str) -> bool:
    asking, offering = _patterns()
    return asking.search(sentence) is not None and offering.search(sentence) is None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What asks, and what only offers: compiled when the first message is read, which no card waits for."""
    asking = (*_ENGLISH, *_GERMAN, *_SPANISH, *_FRENCH)
    return re.compile(rf"\b(?:{'|'.join(asking)})"), re.compile(rf"\b(?:{'|'.join(_OFFERS)})")
