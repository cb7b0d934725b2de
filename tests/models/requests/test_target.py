"""Whom a request means, among connections that share first names, companies and letters."""

from __future__ import annotations

import pytest

from models.requests.connection_names import ConnectionNames
from models.requests.detect import find_request
from models.requests.target import TargetGuess, resolve

PEOPLE = {
    1: ("Vera Haddad", "Fjord Robotics GmbH", "Chief Technology Officer"),
    2: ("Nils Ito", "Kestrel Labs", "Founder"),
    3: ("Søren Bækgaard", "Nordhavn Shipping", "COO"),
    4: ("Jürgen Müller-Lüdenscheid", "Isartech", "Leiter Entwicklung"),
    5: ("Michael O'Rourke", "Acme", "CTO"),
    6: ("Dana Feldstein", "Acme Corp.", "Recruiter"),
    7: ("Laura Bianchi", "Onda Media", "Editor"),
    8: ("Laura Steiner", "Isartech", "Engineer"),
    9: ("Robert Castellane", "Silverline Capital", "Partner"),
    10: ("Dr. Fiona Ashdown, MD", "St Brendan", "Surgeon"),
    11: ("Will Sanderson", "Orchard & Vine", "Marketing"),
    12: ("José Luis Montenegro", "Verdeo", "CEO"),
    13: ("Jonas Wirth", "Alpenblick Hotels", "Manager"),
    14: ("Katarzyna Wójcik", "Bluefin", "Analyst"),
    15: ("Jonas Keller", "Elsewhere", "the owner, connected to himself"),
    16: ("Peter van der Meer", "Dijkstra Water", "Director"),
    17: ("李 娜", "Hoshi Games", "Artist"),
}
NAMES = ConnectionNames(((id, *person) for id, person in PEOPLE.items()), owner="Jonas Keller")


def target(text: str, asker: int = 0) -> TargetGuess:
    guess = find_request(text)
    assert guess, text
    return resolve(guess, NAMES, asker)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Could you introduce me to Vera Haddad?", 1),
        ("could you introduce me to vera haddad?", 1),
        ("Could you introduce me to Haddad Vera?", 1),
        ("Could you introduce me to Vera?", 1),
        ("Could you introduce me to Vera Hadad?", 1),
        ("Could you introduce me to V. Haddad?", 1),
        ("Could you introduce me to Ms Haddad?", 1),
        ("Could you give me Vera's number?", 1),
        ("Could you introduce me to Soren Baekgaard?", 3),
        ("Could you introduce me to Juergen Mueller-Luedenscheid?", 4),
        ("Could you introduce me to Jurgen Muller?", 4),
        ("Could you introduce me to Michael ORourke?", 5),
        ("Could you introduce me to Mike O’Rourke?", 5),
        ("Could you introduce me to Bob Castellane?", 9),
        ("Could you introduce me to Dr. Ashdown?", 10),
        ("Could you introduce me to Will Sanderson?", 11),
        ("Could you introduce me to Jose Montenegro?", 12),
        ("Could you introduce me to Kasia Wojcik?", 14),
        ("Could you introduce me to Peter Van Der Meer of Dijkstra Water?", 16),
        ("Could you introduce me to 李 娜?", 17),
        ("Could you introduce me to Laura from Onda Media?", 7),
        ("Could you introduce me to Laura at Isartech?", 8),
        ("I'd love to speak to Laura about Onda. Could you introduce us?", 7),
        ("You know Vera Haddad, don't you? Would you mind introducing us?", 1),
        ("I admire Nils Ito. I also admire Vera Haddad. Could you introduce me to her?", 1),
        ("Hi Jonas, could you introduce me to your namesake Jonas Wirth?", 13),
        ("I'd love to meet your CTO friend at Acme.", 5),
        ("Do you know anyone at Fjord Robotics I could talk to?", 1),
        ("Laura Steiner sent me. Could you introduce me to Laura Bianchi?", 7),
    ],
)
def test_one_person_is_meant(text: str, person: int) -> None:
    found = target(text)
    assert found.person_ids == (person,)
    assert not found.ambiguous


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Could you introduce me to Laura?", {7, 8}),
        ("Do you know someone at Acme I could talk to?", {5, 6}),
        ("Could you introduce me to somebody at Isartech?", {4, 8}),
    ],
)
def test_several_could_be_meant_and_it_says_so(text: str, people: set[int]) -> None:
    found = target(text)
    assert set(found.person_ids) == people
    assert found.ambiguous


@pytest.mark.parametrize(
    "text",
    [
        "Could you introduce me to Teodor Vasile?",
        "Vera Haddad says hi. Could you introduce me to Teodor Vasile?",
        "Could you introduce me to Laura Kettering?",
        "Could you introduce me to someone at Umbrella Logistics?",
        "Hi Jonas, could you introduce me to Jonas Keller?",
        "Could you introduce me to some angel investors?",
    ],
)
def test_nobody_we_know_is_meant(text: str) -> None:
    found = target(text)
    assert found.person_ids == ()
    assert not found.ambiguous


def test_the_asker_is_never_the_target() -> None:
    assert target("This is Laura Bianchi. Could you introduce me to Laura?", asker=7).person_ids == (8,)
    assert target("Nils Ito here. Could you make an introduction?", asker=2).person_ids == ()


def test_at_most_nine_are_offered_whoever_is_spelt_so_first() -> None:
    many = ConnectionNames([(id, f"Alexander Weber{id}", "") for id in range(1, 20)] + [(99, "Alex Moreno", "")])
    text = "Could you introduce me to Alex?"
    guess = find_request(text)
    assert guess
    found = resolve(guess, many, 0)
    assert len(found.person_ids) == 9
    assert found.person_ids[0] == 99
    assert found.ambiguous


def test_without_connections_nobody_is_meant() -> None:
    text = "Could you introduce me to Vera Haddad?"
    guess = find_request(text)
    assert guess
    assert resolve(guess, ConnectionNames([]), 0).person_ids == ()


def test_who_is_known_best_comes_first_among_those_who_fit_alike() -> None:
    colleagues = [(id, f"Person{id} Example", "Acme", "Engineer") for id in range(1, 4)]
    text = "Could you introduce me to someone at Acme?"
    guess = find_request(text)
    assert guess
    found = resolve(guess, ConnectionNames(colleagues, known={3: 40, 2: 7}), 0)
    assert found.person_ids == (3, 2, 1)
    assert not found.is_certain


def test_a_list_of_one_is_still_a_list_when_anybody_would_do() -> None:
    found = target("Could you introduce me to someone at Fjord Robotics?")
    assert found.person_ids == (1,)
    assert not found.is_certain
    assert target("Could you introduce me to your CTO friend at Fjord Robotics?").is_certain


def test_the_whole_name_of_a_company_is_no_persons_name() -> None:
    people = ConnectionNames([(1, "Rhys Orchard", "Elsewhere"), (2, "Will Sanderson", "Orchard & Vine")])
    guess = find_request("Do you know anybody at Orchard & Vine? A warm intro would help us a lot.")
    assert guess
    assert resolve(guess, people, 0).person_ids == (2,)
