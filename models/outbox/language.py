"""Which of our languages a few sentences are in, and whether they keep a distance; from small words and letters alone."""

from __future__ import annotations

import re

_WORDS = {
    "en": """
        the and you your of is are was were have has had with for this that would could can will i'm i've it's don't
        what when who how from they them there here but not be been any some about just my me we us our i it to in at
        on or if as so by an out up get got hi hey hello thanks thank please dear regards best cheers sorry yes great
        let know like see which should did do does an nice good looking forward hope well time meet met know think
        make intro introduce introduction work working job team happy really very much again soon week friend someone
        """,
    "de": """
        der die das und ich du sie wir ihr ist sind war bin bist hast hat habe haben mit für von zu zum zur auf aus bei
        nicht auch noch schon mal wie was wer wo wann dass den dem des ein eine einen einem einer mir mich dir dich uns
        euch ihnen ihre ihren mein meine meinen dein deine kann kannst können könnte könntest würde würden wäre gern
        gerne danke vielen bitte hallo liebe lieber guten tag grüße grüßen gruß oder aber wenn ob weil nach über unter
        sehr ja nein gut jetzt heute mehr alles nur doch im am vom beim sich es er man hab vielleicht kurz viele
        freue freundlichen beste hi geht kennst kennen kennt jemanden jemand stelle vorstellen bis bald lass fuer ueber
        an deinen deinem deiner meiner meinem sein seine seinen unser unsere alle dann also hier dort seit wird werden
        """,
    "es": """
        el la los las y que de en un una por para con no se lo al del es son está están estoy eres soy ser como pero
        más mi mis tu tus su sus te me nos le les yo tú usted ustedes muy bien gracias hola buenos buenas días tardes
        saludo saludos si sí qué cuándo dónde quién cómo podrías puedes podría puede tengo tienes tiene hay hace
        fue era este esta esto eso ya también cuando porque sobre entre hasta desde todo todos algo alguien favor
        quiero quería gustaría encantaría conoces conocer presentar presentarme abrazo estimado estimada querido querida
        aquí ahora hoy mucho mucha vez he ha has sin nada había dijo nadie tiempo cuánto cuánta allí así entonces luego tan tanto todavía nunca siempre antes después
        hacer decir hablar hablamos vemos nuestro nuestra mañana cuando porfa presentas presentes presentaré preséntame quisiera
        """,
    "fr": """
        le la les et que qui de du des un une en dans pour par sur avec pas ne ce cette ces c'est est sont suis es sommes
        êtes ai as avons avez je tu il elle nous vous ils on me te se mon ma mes ton ta tes son sa ses notre votre vos
        leur au aux mais ou où si comme très bien merci bonjour salut bonsoir cordialement j'ai j'aimerais j'espère
        d'une d'un l'ai qu'il qu'elle n'est pourrais peux pourriez pouvez serait serais connais connaissez quelqu'un
        plus tout tous fait faire être avoir quand quoi comment pourquoi chez sans aussi encore déjà moi toi lui eux
        elles cela ça c'était était ici là alors donc toujours jamais depuis avant après aujourd'hui demain peu rien
        beaucoup bientôt plaisir présenter bises amitiés
        """,
}
_LETTERS = {"es": "ñ¿¡áíóú", "de": "ßäöü", "fr": "çœèêàùîôû"}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu)'(?=\w)")
"""Only French runs words together like this."""
_LOOKED_AT = 1_000
_CLEARLY = 1.2
_SHARE = 0.165
"""Of a text in one of our languages at least so much is everyday words (lowest seen: .17); Dutch, Italian and
Portuguese reach .16."""


def _index() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in _WORDS.items():
        for word in set(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


_INDEX = _index()


def language_of(text: str) -> str:
    """`en`, `de`, `es` or `fr`; empty when the text does not say clearly, or is in another language."""
    small = text[:_LOOKED_AT].lower().replace("’", "'")
    words = _WORD.findall(small)
    scores = dict.fromkeys(_WORDS, 0.0)
    for word in words:
        for language in (languages := _INDEX.get(word, ())):
            scores[language] += 1 / len(languages)  # a word of two languages speaks half for each
    everyday = max(scores.values())
    for language, letters in _LETTERS.items():
        scores[language] += sum(map(small.count, letters))
    scores["fr"] += len(_ELIDED.findall(small))
    (best, most), (_, second) = sorted(scores.items(), key=lambda held: -held[1])[:2]
    is_clear = most >= 1 and most >= _CLEARLY * second and everyday >= _SHARE * len(words)
    return best if is_clear else ""


_POLITE = {
    # "Sie" at the head of a sentence may be she or they; in the middle of one it is you.
    "de": r"(?<=[\w,;:] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b|(?i:\bsehr geehrte)",
    "es": r"(?i:\busted(?:es)?\b|\bestimad[oa])",
    "fr": r"(?i:\b(?:vous|votre|vos)\b)",
}
_CLOSE = {
    "de": r"(?i:\b(?:du|dir|dich|dein\w{0,2}|\w{3,}st du)\b)",
    "es": r"(?i:\b(?:tú|ti|contigo|tu|tus|te)\b)",
    "fr": r"(?i:\b(?:tu|toi|te|ton|ta|tes)\b|\bt')",
}


def is_distant(text: str, language: str) -> bool:
    """Whether the text says Sie, usted or vous to its reader, and never du, tú or tu."""
    if language not in _POLITE:
        return False
    some = text[:_LOOKED_AT].replace("’", "'")
    return bool(re.search(_POLITE[language], some)) and not re.search(_CLOSE[language], some)
