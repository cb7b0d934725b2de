"""Which mails are kept, whose they are, and what follows from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from models.store import Handle, Message, Pair, Person, PersonSignals
from models.store.query import rows
from models.workspace import Workspace
from tests.models.importers.mail.letters import known, letter, mbox
from tests.models.support import Export, dump, open_ids, person

TORSTEN = "Torsten Kell <t.kell@post.example>"
ASK = "Dear Robin, could you introduce me to Hanne Dahl? We are looking for our first customer."


@pytest.fixture
def network(tmp_path: Path, workspace: Workspace) -> Workspace:
    """Two connections, a third whose company has a domain, and Torsten who invites."""
    export = (
        Export().connect("Hanne Dahl", 900, company="Aurora Rail").connect("Ann Lee", 900, company="Acme")
        .connect("Ben Okri", 900, company="Hedgehog Software").invited("Torsten Kell", 30, "Let us connect.")
    )  # fmt: skip
    workspace.import_files(known(tmp_path, export))
    return workspace


def take(workspace: Workspace, path: Path) -> Any:
    return workspace.import_files([path]).runs[0][1]


def mails(workspace: Workspace) -> list[tuple[str, str, bool, str]]:
    found = Message.select(Person.name, Message.text, Message.outgoing, Message.sort).join(Person)
    return rows(found.where(Message.channel == "mail").order_by(Message.at, Message.id))


def invite(workspace: Workspace) -> Any:
    (item,) = workspace.items("invites")
    return item


def reasons(item: Any) -> list[str]:
    return [reason.text for reason in item.recommendation.reasons]


def test_three_mails_about_an_invitation_are_one_card_that_says_so(network: Workspace, tmp_path: Path) -> None:
    texts = [
        "Good to have met you at the conference in October.",
        "Did my invitation on LinkedIn get lost?",
        "One more time!",
    ]
    run = take(network, mbox(tmp_path, *(letter(TORSTEN, text, 20 - day) for day, text in enumerate(texts))))
    assert (run.rows, run.new, run.forgotten) == (3, 3, 0)
    assert invite(network).json()["nudges"] == 3
    assert "third mail about this invitation" in reasons(invite(network))


def test_a_mail_before_the_one_that_tells_whose_it_is_counts_too(network: Workspace, tmp_path: Path) -> None:
    take(network, mbox(tmp_path, letter(TORSTEN, "Hello!", 9), letter(TORSTEN, "Did you get my invitation?", 8)))
    assert [name for name, *_ in mails(network)] == ["Torsten Kell"] * 2
    assert rows(Handle.select(Handle.kind, Handle.value)) == [("email", "t.kell@post.example")]
    assert rows(Pair.select()) == []


def test_the_same_file_twice_changes_nothing(network: Workspace, tmp_path: Path) -> None:
    path = mbox(
        tmp_path,
        letter(TORSTEN, "My invitation?"),
        letter("Zoe Start <zoe@start.example>", ASK),
        letter("Ann Lee <ann@l.example>", "Hi"),
    )
    take(network, path)
    before = dump(tmp_path / "network.db")
    run = take(network, path)
    assert (run.new, run.unchanged) == (0, 3)
    assert dump(tmp_path / "network.db") == before


def test_an_ignored_invitation_stays_away_when_everything_is_imported_again(network: Workspace, tmp_path: Path) -> None:
    path = mbox(tmp_path, *(letter(TORSTEN, "My invitation?", day) for day in (9, 8, 7)))
    take(network, path)
    network.decide("invites", open_ids(network, "invites")[0], "ignore")
    take(network, path)
    take(network, mbox(tmp_path, letter(TORSTEN, "And a fourth about my invitation.", 1), name="later.mbox"))
    assert open_ids(network, "invites") == []


def test_a_name_alone_is_a_question_for_the_user(network: Workspace, tmp_path: Path) -> None:
    path = mbox(tmp_path, letter("Ann Lee <ann@evil.example>", "Remember me from LinkedIn? It is about my invitation."))
    take(network, path)
    (card,) = network.items("duplicates")
    assert {side.source for side in card.facts.sides} == {"LinkedIn", "mail"}
    assert "ann@evil.example" not in [row[0] for row in rows(Handle.select(Handle.value))]


def test_after_the_user_says_same_their_mails_count(network: Workspace, tmp_path: Path) -> None:
    path = mbox(tmp_path, *(letter(TORSTEN, text, 9) for text in ("Hello!", "Hello again!")))
    take(network, path)
    assert invite(network).json()["nudges"] == 0
    network.decide("duplicates", open_ids(network, "duplicates")[0], "same")
    assert invite(network).json()["nudges"] == 2
    take(network, mbox(tmp_path, letter(TORSTEN, "Hello a third time!", 2), name="later.mbox"))
    assert "third mail about this invitation" in reasons(invite(network))


def test_the_domain_of_their_company_says_who_a_connection_is(network: Workspace, tmp_path: Path) -> None:
    take(network, mbox(tmp_path, letter("Ben Okri <ben@hedgehog.example>", "Lunch?")))
    assert mails(network) == [("Ben Okri", "Lunch?", False, "talk")]
    assert rows(Pair.select()) == []


def test_a_domain_anybody_can_have_says_nothing(tmp_path: Path, workspace: Workspace) -> None:
    workspace.import_files(known(tmp_path, Export().connect("Ben Okri", 900, company="Gmail").connect("Ann Lee", 800)))
    take(workspace, mbox(tmp_path, letter("Ben Okri <ben.okri@gmail.com>", "Lunch?")))
    assert len(workspace.items("duplicates")) == 1


@pytest.mark.parametrize(
    ("company", "domain"),
    [("Orange", "orange.fr"), ("La Poste", "laposte.net"), ("Comcast", "comcast.net"), ("Libero", "libero.it")],
)
def test_free_mail_never_speaks_for_the_employer_of_that_name(
    company: str, domain: str, tmp_path: Path, workspace: Workspace
) -> None:
    workspace.import_files(known(tmp_path, Export().connect("Vera Haddad", 900, company=company)))
    take(workspace, mbox(tmp_path, letter(f"Vera Haddad <vera.haddad77@{domain}>", "Lunch?")))
    bearers = Person.select().where(Person.name == "Vera Haddad")
    assert sorted(person.company for person in bearers) == ["", company]
    assert rows(Message.select(Person.company).join(Person).where(Message.channel == "mail")) == [("",)]
    assert len(workspace.items("duplicates")) == 1


def test_an_address_at_the_employer_itself_speaks_for_it(tmp_path: Path, workspace: Workspace) -> None:
    workspace.import_files(known(tmp_path, Export().connect("Vera Haddad", 900, company="Orange")))
    take(workspace, mbox(tmp_path, letter("Vera Haddad <vera.haddad@orange.com>", "Lunch?")))
    assert mails(workspace) == [("Vera Haddad", "Lunch?", False, "talk")]
    assert rows(Pair.select()) == []


def test_a_stranger_who_asks_for_an_introduction_is_a_card(network: Workspace, tmp_path: Path) -> None:
    run = take(network, mbox(tmp_path, letter("Zoe Start <zoe@start.example>", ASK)))
    (item,) = network.items("intros")
    assert (item.name, run.new, run.forgotten) == ("Zoe Start", 1, 0)


def test_the_same_request_asked_again_by_mail_is_counted(network: Workspace, tmp_path: Path) -> None:
    zoe = "Zoe Start <zoe@start.example>"
    first = letter(zoe, ASK, 20, Message_ID="<first@x>")
    again = letter(zoe, f"{ASK} Please?", 10, References="<first@x>", subject="Re: Hello")
    take(network, mbox(tmp_path, first, again))
    texts = [reason for item in network.items("intros") for reason in reasons(item)]
    assert "second message about this request" in texts or "second mail about this request" in texts
    assert len({row[0] for row in rows(Message.select(Message.thread).where(Message.channel == "mail"))}) == 1


def test_an_answer_of_mine_in_the_same_conversation_settles_a_request(network: Workspace, tmp_path: Path) -> None:
    zoe = "Zoe Start <zoe@start.example>"
    asked = letter(zoe, ASK, 20, Message_ID="<first@x>")
    answer = letter(
        "Robin Ash <robin@ash.example>", "No, sorry.", 19, to=zoe, subject="Re: Hello", In_Reply_To="<first@x>"
    )
    take(network, mbox(tmp_path, asked, answer))
    assert network.items("intros") == []


@pytest.mark.parametrize(
    "headers",
    [
        {"References": "<first@x> <second@x>", "In_Reply_To": "<second@x>"},
        {"In_Reply_To": "<second@x>"},
        {"subject": "AW: Re: Hello"},
    ],
)
def test_answers_belong_to_the_conversation_they_answer(
    headers: dict[str, str], network: Workspace, tmp_path: Path
) -> None:
    ben = "Ben Okri <ben@hedgehog.example>"
    first = letter(ben, "Lunch?", 9, Message_ID="<first@x>")
    second = letter(ben, "Or dinner?", 8, Message_ID="<second@x>", References="<first@x>", subject="Re: Hello")
    other = letter(ben, "A new matter.", 7, subject="Boats")
    third = letter(ben, "Or breakfast?", 6, **{"subject": "Something else", **headers})
    take(network, mbox(tmp_path, first, second, other))
    take(network, mbox(tmp_path, first, second, third, name="later.mbox"))
    threads = dict(rows(Message.select(Message.text, Message.thread).where(Message.channel == "mail")))
    assert threads["Lunch?"] == threads["Or dinner?"] == threads["Or breakfast?"] != threads["A new matter."]


def test_texts_by_both_channels_are_counted_together_and_called_what_most_are(
    tmp_path: Path, workspace: Workspace
) -> None:
    export = (
        Export().invited("Torsten Kell", 30).heard("Torsten Kell", 20, "Hello?").heard("Torsten Kell", 19, "Hello??")
    )
    workspace.import_files(known(tmp_path, export))
    take(workspace, mbox(tmp_path, letter(TORSTEN, "My invitation?", 9)))
    assert "third message about this invitation" in reasons(invite(workspace))
    take(workspace, mbox(tmp_path, *(letter(TORSTEN, "My invitation?", day) for day in (8, 7)), name="more.mbox"))
    assert "fifth mail about this invitation" in reasons(invite(workspace))


def test_nobody_else_can_say_that_the_owner_wrote_something(network: Workspace, tmp_path: Path) -> None:
    mail = letter("Zoe <zoe@s.example>", "Yes!", to="Ben Okri <ben@hedgehog.example>", X_Gmail_Labels="Sent")
    assert take(network, mbox(tmp_path, b"Received: by mx.ash.example\n" + mail)).forgotten == 1
    assert take(network, mbox(tmp_path, mail, name="takeout.mbox")).new == 1


def test_of_a_thousand_broken_mails_the_first_are_told_and_all_are_counted(network: Workspace, tmp_path: Path) -> None:
    run = take(network, mbox(tmp_path, *[letter("", "x")] * 1_500))
    assert (run.rows, run.forgotten, len(run.problems)) == (1_500, 1_500, 1_000)


DECOYS = {
    "a stranger": letter("Zoe Start <zoe@start.example>", "Are you free on Monday?"),
    "a newsletter": letter("Velvet <news@velvet.example>", ASK, List_Id="<velvet.example>"),
    "a list a connection writes to": letter("Ben Okri <ben@hedgehog.example>", "New slides.", List_Id="<talk.example>"),
    "an answering machine": letter(TORSTEN, "I am away; about your invitation.", Auto_Submitted="auto-replied"),
    "LinkedIn itself": letter('"Torsten Kell via LinkedIn" <invitations@e.linkedin.com>', "Torsten Kell’s invitation is waiting."),
    "a robot": letter("Shop <no-reply@shop.example>", ASK),
    "a draft": letter("Robin Ash <robin@ash.example>", "Dear Ben", to="Ben Okri <ben@hedgehog.example>", X_Gmail_Labels="Drafts"),
    "a German draft": letter(TORSTEN, "My invitation", X_Gmail_Labels="=?utf-8?q?Entw=C3=BCrfe,Ge=C3=B6ffnet?="),
    "spam": letter(TORSTEN, "My invitation", X_Gmail_Labels="Spam,Unread"),
    "what Thunderbird deleted": letter(TORSTEN, "My invitation", X_Mozilla_Status="0009"),
    "a note to oneself": letter("Robin Ash <robin@ash.example>", "Buy milk"),
    "a request to somebody else": letter("Zoe Start <zoe@start.example>", ASK, to="Ann Lee <ann@l.example>"),
    "a request to a crowd": letter("Zoe <zoe@s.example>", ASK, to="robin@ash.example, a@x.example, b@x.example, c@x.example"),
    "my mail to a stranger": letter("Robin Ash <robin@ash.example>", "Hello", to="zoe@start.example"),
}  # fmt: skip


@pytest.mark.parametrize("mail", DECOYS.values(), ids=DECOYS.keys())
def test_what_is_nobody_s_business_is_counted_and_forgotten(mail: bytes, network: Workspace, tmp_path: Path) -> None:
    before = dump(tmp_path / "network.db")
    summary = network.import_files([mbox(tmp_path, mail)])
    (run,) = summary.json()["runs"]
    assert (run["rows"], run["new"], run["forgotten"], run["problems"]) == (1, 0, 1, [])
    assert dump(tmp_path / "network.db") == before


def test_a_mail_to_many_is_kept_and_is_no_talk(network: Workspace, tmp_path: Path) -> None:
    crowd = ", ".join(f"g{number}@x.example" for number in range(5))
    take(
        network,
        mbox(tmp_path, letter("Ben Okri <ben@hedgehog.example>", "All: lunch.", to=f"robin@ash.example, {crowd}")),
    )
    assert [sort for *_, sort in mails(network)] == ["group"]


def test_mails_make_a_tie_two_way(network: Workspace, tmp_path: Path) -> None:
    ben = "Ben Okri <ben@hedgehog.example>"
    take(
        network,
        mbox(
            tmp_path,
            letter(ben, "Lunch?", 9),
            letter("Robin Ash <robin@ash.example>", "Yes!", 8, to=ben, subject="Re: Hello"),
        ),
    )
    bands = PersonSignals.select(PersonSignals.band).join(Person).where(Person.name == "Ben Okri")
    assert rows(bands) == [("active",)]


def test_a_mail_with_the_words_of_the_invitation_is_no_sign_that_it_was_accepted(
    network: Workspace, tmp_path: Path
) -> None:
    take(network, mbox(tmp_path, letter(TORSTEN, "My invitation?", 9), letter(TORSTEN, "Let us connect.", 8)))
    assert len(open_ids(network, "invites")) == 1


def test_the_owner_is_told_by_the_mails_when_linkedin_does_not_tell(tmp_path: Path, workspace: Workspace) -> None:
    workspace.import_files([Export().connect(person("Ben Okri", company="Hedgehog"), 900).zipped(tmp_path)])
    me, ben = "R. <r@work.example>", "Ben Okri <ben@hedgehog.example>"
    first = letter(ben, "Lunch?", 9, to=me, Delivered_To="r@work.example")
    take(workspace, mbox(tmp_path, first, letter(me, "Yes!", 8, to=ben), letter(me, "Or no.", 7, to="x@y.example")))
    assert [(name, outgoing) for name, _, outgoing, _ in mails(workspace)] == [("Ben Okri", 0), ("Ben Okri", 1)]


def test_mails_given_together_with_the_archive_are_read_after_it(tmp_path: Path, workspace: Workspace) -> None:
    paths = known(tmp_path, Export().connect("Ann Lee", 900).invited("Torsten Kell", 30))
    box = mbox(tmp_path, letter(TORSTEN, "Did you see my invitation?"))
    workspace.import_files([box, *paths])
    assert invite(workspace).json()["nudges"] == 1
