"""Look-alike names found, and the honest names of the world left in peace."""

from __future__ import annotations

import subprocess
import sys

import pytest

from models.text.folding import fold_accents, name_key
from models.text.lookalikes import imitates, skeleton, spellings, what_differs
from models.text.scripts import hides, is_disguised, mixes_scripts

IMITATIONS = [
    # Cyrillic, Greek, Armenian, Cherokee, Lisu, Coptic letters among Latin ones
    ("Vеra Haddad", "Vera Haddad"),
    ("Vera Hаddаd", "Vera Haddad"),
    ("Вera Novak", "Bera Novak"),
    ("Аnnа Kоwаlski", "Anna Kowalski"),
    ("Kаtarzyna Wójcik", "Katarzyna Wójcik"),
    ("Kаtarzyna Wójcik", "Katarzyna Wojcik"),
    ("Рaul Jones", "Paul Jones"),
    ("Ѕusan Park", "Susan Park"),
    ("Jоѕе Garcia", "Jose Garcia"),
    ("Іan Hughes", "Ian Hughes"),
    ("Сасо Rivera", "Caco Rivera"),
    ("Tοm Baker", "Tom Baker"),
    ("Αnna Berg", "Anna Berg"),
    ("Νina Ortiz", "Nina Ortiz"),
    ("Ꮩera Haddad", "Vera Haddad"),
    ("ꓦera Haddad", "Vera Haddad"),
    ("Haոոah Cole", "Hannah Cole"),
    ("Lіly Stone", "Lily Stone"),
    ("ⲟscar Lund", "oscar Lund"),
    # a name of nothing but look-alikes
    ("Роса Саха", "Poca Caxa"),
    ("Нора Хорс", "Hopa Xopc"),
    # digits, and letters of our own alphabet
    ("J0hn Miller", "John Miller"),
    ("Jo3l Adams", "Joel Adams"),
    ("Pau1 Jones", "Paul Jones"),
    ("1an Hughes", "Ian Hughes"),
    ("lan Hughes", "Ian Hughes"),
    ("AIex Moreau", "Alex Moreau"),
    ("Mclntyre Boyd", "McIntyre Boyd"),
    ("Pau| Jones", "Paul Jones"),
    ("Torn Baker", "Tom Baker"),
    ("Adarn Srnith", "Adam Smith"),
    ("Mamie Stern", "Marnie Stern"),
    ("Anna Kovvalski", "Anna Kowalski"),
    # full width, mathematics, small capitals, circles, boxes, flags
    ("Ｖｅｒａ Ｈａｄｄａｄ", "Vera Haddad"),
    ("𝐕𝐞𝐫𝐚 𝐇𝐚𝐝𝐝𝐚𝐝", "Vera Haddad"),
    ("𝓥𝓮𝓻𝓪 Haddad", "Vera Haddad"),
    ("𝔙𝔢𝔯𝔞 Haddad", "Vera Haddad"),
    ("𝚅𝚎𝚛𝚊 Haddad", "Vera Haddad"),
    ("ᴠᴇʀᴀ ʜᴀᴅᴅᴀᴅ", "Vera Haddad"),
    ("Ⓥⓔⓡⓐ Haddad", "Vera Haddad"),
    ("🅥🅔🅡🅐 Haddad", "Vera Haddad"),
    ("🆅🅴🆁🅰 Haddad", "Vera Haddad"),
    ("ᵛᵉʳᵃ Haddad", "Vera Haddad"),
    # marks, and what cannot be seen
    ("V̷e̷ra Haddad", "Vera Haddad"),
    ("V̲e̲r̲a̲ Haddad", "Vera Haddad"),
    ("V̀́̂̃era Haddad", "Vera Haddad"),
    ("Ve\u200bra Haddad", "Vera Haddad"),
    ("Ve\u00adra Haddad", "Vera Haddad"),
    ("Ve\u200dra Haddad", "Vera Haddad"),
    ("\u202eVera Haddad", "Vera Haddad"),
    ("Vera\u2060 Haddad", "Vera Haddad"),
    ("Ve\u034fra Haddad", "Vera Haddad"),
    ("Ve\U000e0041ra Haddad", "Vera Haddad"),
    # the other way: Latin letters in a name of another alphabet
    ("Ивaн Петров", "Иван Петров"),
    ("Oльга Смирнова", "Ольга Смирнова"),
    ("Bepa Xoca", "Вера Хоса"),
    ("Mαρία Παππά", "Μαρία Παππά"),
]

HONEST = [
    "Дмитрий Иванов", "Олександр Шевченко", "Вера Соса", "Георги Димитров", "Ђорђе Јовановић", "Анна Оленина", "Өнер Қуанышбек",
    "Γιώργος Παπαδόπουλος", "Άννα Οικονόμου", "Αρμέν Νάνος", "Արմեն Սարգսյան", "Հասմիկ Պողոսյան", "გიორგი ბერიძე",
    "דוד כהן", "רחל לוי", "محمد علي", "فاطمة الزهراء", "محمد\u200cرضا احمدی", "विजय शर्मा", "அருண் குமார்", "ประยุทธ์ จันทร์",
    "王伟", "李小龍", "佐藤 美咲", "さくら 田中", "タナカ ユキ", "김민수", "李민수", "田中Yuki太郎", "田中 太郎 (Taro Tanaka)",
    "Иван Петров (Ivan Petrov)", "Αννα Smith", "王伟 David Wang", "Ivan Иванов", "Yılmaz Işık", "Ayşe Şahin", "İbrahim Çelik",
    "Þórunn Sigurðardóttir", "Ægir Þór", "Kaʻiulani Kealoha", "Keola Kalaniʻōpuʻu", "Sinéad O’Connor", "Sinead O'Connor",
    "Sinead OʼConnor", "Jean-Luc Müller", "Jean‑Luc Picard", "Mª José Pérez", "Nguyễn Thị Hạnh", "Đặng Văn Lâm", "Łukasz Wójcik",
    "Jiří Dvořák", "Ľubomír Žák", "Ștefan Țepeș", "Gjergj Çelaj", "Søren Kjærgård", "Åsa Öberg", "Straße Weiß", "Núria Puigcercós i Gal·la",
    "Ọláńrewájú Adébáyọ̀", "Olúṣẹ́gun Ọbásanjọ́", "Ŋaala Mbɔ", "Ɓello Ɗanjuma", "Mārtiņš Bērziņš", "Giedrė Šiaučiūnaitė", "Zoë D'Arcy-O’Neil",
    "Anna-Maria de la Cruz III", "Ferrán Àngel", "Kim Min-jun", "Bjørn Ångström", "Gürkan Ağaoğlu", "Brontë Ó Súilleabháin", "Xóchitl Ñuñez",
    "Vera Haddad 🚀", "Vera Haddad, PhD", "👩‍💻 Ada Lindqvist", "Ringo McIntyre", "Ursula K. Le Guin", "Ənvər Əliyev", "Гульнара Әхмәтова",
]  # fmt: skip


@pytest.mark.parametrize(("name", "other"), IMITATIONS, ids=[ascii(name) for name, _ in IMITATIONS])
def test_an_imitation_is_found_and_told(name: str, other: str) -> None:
    assert name_key(other) in spellings(name)
    assert imitates(name, other)


def plain_spellings(name: str) -> set[str]:
    """How the same name is written on other keyboards."""
    straight = name.replace("’", "'").replace("ʼ", "'").replace("ʻ", "'")
    return {name, name.upper(), fold_accents(name), straight, straight.replace("'", "’"), fold_accents(name).title()}


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_name_is_left_in_peace(name: str) -> None:
    assert not is_disguised(name)
    assert not mixes_scripts(name)
    assert not hides(name)
    for other in {*HONEST, *(plain for each in HONEST for plain in plain_spellings(each))}:
        if name_key(other) in spellings(name):
            assert not imitates(name, other), other


def test_there_are_enough_names_to_learn_from() -> None:
    assert len(set(HONEST)) >= 60
    assert len(set(IMITATIONS)) >= 40


def test_one_spelling_of_a_name_finds_the_other() -> None:
    for name, other in [
        ("Sinéad O’Connor", "Sinead O'Connor"),
        ("Jose O'Neil", "Jose O’Neil"),
        ("Ayşe Çelik, PhD", "Ayse Celik"),
    ]:
        assert name_key(other) in spellings(name)
        assert not imitates(name, other)


@pytest.mark.parametrize(
    ("name", "other", "told"),
    [
        ("Vеrа Haddad", "Vera Haddad", "Cyrillic “е”, “а”"),
        ("Αnnа Berg", "Anna Berg", "Greek “Α”, Cyrillic “а”"),
        ("J0hn Miller", "John Miller", "“0” for “o”"),
        ("Torn Baker", "Tom Baker", "“rn” for “m”"),
        ("AIex Moreau", "Alex Moreau", "“I” for “l”"),
        ("Ve\u200bra Haddad", "Vera Haddad", "it holds invisible characters"),
        ("🅥era Haddad", "Vera Haddad", "“🅥”"),
    ],
)
def test_the_letters_that_differ_are_named(name: str, other: str, told: str) -> None:
    assert what_differs(name, other) == told


@pytest.mark.parametrize(
    ("text", "seen"),
    [("𝔭𝒶ỿ𝕡𝕒ℓ", "paypal"), ("ѕсоре", "scope"), ("rn", "m"), ("Ⅷ", "Vlll"), ("lI1|", "llll"), ("O’C", "O'C")],
)
def test_the_skeleton_is_that_of_unicode(text: str, seen: str) -> None:
    assert skeleton(text) == skeleton(seen)


@pytest.mark.parametrize("name", ["m" * 60, "𝐦𝟎l" * 40, "ｍ " * 80, "I" * 300, "0 1 8|" * 50])
def test_a_name_full_of_doubtful_letters_is_not_read_to_the_end(name: str) -> None:
    assert len(spellings(name)) < 80


def test_plain_names_never_read_the_table() -> None:
    script = (
        "from models.text.scripts import hides, mixes_scripts\n"
        "from models.text.lookalikes import spellings\n"
        "from models.text.lookalikes import looks\n"
        "for name in ('Tom Baker', 'William Brown', 'Anna-Maria O\\'Neil', 'lan Hughes', 'J0hn Miller'):\n"
        "    spellings(name), hides(name), mixes_scripts(name)\n"
        "print(looks.cache_info().currsize)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "0"
