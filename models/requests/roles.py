"""What somebody does at a company, whatever a message or a profile calls it: "the boss" and a Geschäftsführer are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

# One line for each field or rank: how its words begin, folded, in all the languages we read. Two words may be joined by "_".
_FIELDS = """
top: ceo chief_executive managing_director boss patron patronne chef chefin jefe jefa gerente_general geschaftsfuhr
  directeur_general director_general founder cofounder grunder fundador fondateur owner inhaber eigentumer president
  head_of_the chair chairman chairwoman vorstand vorstandin general_partner principal proprietaire dueno duena reditel
technology: cto technology technical technik technique tecnico tecnica
finance: cfo finance finances finanz finanzen finanzas financier financial controlling accountant comptable treasurer
operations: coo operations operaciones betrieb exploitation
product: product producto produkt produit
engineering: engineer engineering developer developers development entwickl entwicklung ingenier ingenieur developpe
  desarrollo software backend
data: data daten datos donnees analytics analyst analysten
purchasing: procurement purchasing purchas buyer buyers buying sourcing einkauf einkaufer achats acheteu compras
  comprador tenders supply
people: hr people talent recruit recruiter personal personas personnel rh rrhh humanos humaines personaler hiring
sales: sales vertrieb ventas vente ventes commercial comercial verkauf
marketing: marketing communication communications mercadotecnia brand growth
legal: legal lawyer abogad anwalt avocat compliance counsel jurist juridique
risk: risk riesgos risiko risque risques
medical: medical medico medica medizin doctor surgeon arzt medecin doctora
nursing: nurse nursing pflege
research: research science scientist forschung investigacion recherche lab
innovation: innovation innovacion
partners: partnership partnerships alliances alianzas partenariat partenariats
export: export exports exportacion
editorial: journalist editor redacteur redakteur periodista journaliste content contenu contenidos inhalte
design: design designer art artist artiste artista
investing: investor investors investment partner inversion
press: press presse prensa
curating: commissaire curator kurator comisari
logistics: logistics logistik logistica fleet flotte flota
"""


def _table() -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    field = ""
    for line in _FIELDS.strip().splitlines():
        name, colon, words = line.partition(":")
        field = name if colon else field
        found.extend((word.replace("_", " "), field) for word in (words if colon else line).split())
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


_TABLE = _table()
_SHORTEST_STEM = 5


@cache
def _fields_of(phrase: str) -> frozenset[str]:
    return frozenset(field for word, field in _TABLE if _begins(phrase, word))


def _begins(phrase: str, word: str) -> bool:
    if " " in word or " " in phrase:
        return phrase == word
    return phrase == word or (len(word) >= _SHORTEST_STEM and phrase.startswith(word))


def fields_in(words: Iterable[str]) -> frozenset[str]:
    """The fields and ranks these folded words speak of; two words that make one rank count as that alone."""
    spoken = list(words)
    found: set[str] = set()
    place = 0
    while place < len(spoken):
        if joined := _fields_of(" ".join(spoken[place : place + 2])) if place + 1 < len(spoken) else frozenset():
            found |= joined
            place += 2
        else:
            found |= _fields_of(spoken[place])
            place += 1
    return frozenset(found)
