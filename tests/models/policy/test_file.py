"""The policy file: the user's lines win, and a mistake is told with its line."""

from __future__ import annotations

import pytest

from models.errors import PolicyFileError
from models.policy import default_policy_text, load_policy


@pytest.fixture
def written(tmp_path):
    """Writes a policy file and gives its path."""

    def write(text):
        path = tmp_path / "policy.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_without_a_file_of_ones_own_the_default_holds(tmp_path):
    assert load_policy(None) == load_policy(tmp_path / "none.toml")


def test_an_empty_file_and_a_copy_of_the_default_change_nothing(written):
    assert load_policy(written("")) == load_policy()
    assert load_policy(written(default_policy_text())) == load_policy()


def test_the_users_lines_win_one_by_one(written):
    mine = load_policy(
        written(
            "[invites]\nmet_and_liked = 7\n[bars]\nmax_asks_per_year = 1\n[words]\npitch = ['buy now']\n"
            "[confidence]\nno_opinion = 2\n"
        )
    )
    default = load_policy()
    assert mine.weights["invites"] == {**default.weights["invites"], "met_and_liked": 7.0}
    assert mine.weights["stale"] == default.weights["stale"]
    assert (mine.bars.max_asks_per_year, mine.bars.months_of_rest) == (1, default.bars.months_of_rest)
    assert mine.bars.words.pitch.heard_in("Buy now, book a call") == ("buy now",)
    assert mine.bars.words.courtesies == default.bars.words.courtesies
    assert (mine.no_opinion, mine.dots) == (2, default.dots)


def test_false_switches_off_a_rule_or_a_queue(written):
    mine = load_policy(written("[invites]\nnamesake = false\n[stale]\nenabled = false\n"))
    assert "namesake" not in mine.weights["invites"]
    assert mine.weights["stale"] == {}
    assert mine.weights["intros"]


def test_one_users_lines_do_not_leak_into_the_next_reading(written):
    load_policy(written("[invites]\nmet_and_liked = 7\n"))
    assert load_policy().weights["invites"]["met_and_liked"] == 4.0


def test_a_file_saved_on_windows_is_read(written):
    mine = load_policy(written(b"\xef\xbb\xbf[invites]\r\nmet_and_liked = 7\r\n"))
    assert mine.weights["invites"]["met_and_liked"] == 7.0


MISTAKES = [
    ("[invites\nmet_and_liked = 1", 1, "not TOML", ""),
    ("[invites]\n\nmet_and_liked = = 1", 3, "not TOML", ""),
    ("[invites]\nnudged = -1\nnudged = -2", 3, "not TOML", ""),
    ('[words]\npitch = ["a",', 2, "not TOML", ""),
    ("[bars]\nyears_until_forgotten = 5\n[invite]\nnudged = -1", 3, "“invite” is not a section", "invites"),
    (
        "# mine\n[invites]\n\nmet_and_like = 2",
        4,
        "“met_and_like” is not a rule of [invites]",
        "met_and_liked",
    ),
    ("[stale]\nnudged = -1", 2, "“nudged” is not a rule of [stale]", "[invites]"),
    ("[bars]\nmonth_of_rest = 1", 2, "“month_of_rest” is not a setting of [bars]", "months_of_rest"),
    ('[invites]\nnudged = "a lot"', 2, "nudged must be a number, not “a lot”", ""),
    ("[invites]\nnudged = true", 2, "nudged must be a number, or false", ""),
    ("[invites]\nnudged = nan", 2, "nudged must lie between -20 and 20", ""),
    ("[invites]\nnudged = -21", 2, "nudged must lie between -20 and 20, not “-21”", ""),
    ("[invites]\nenabled = 1", 2, "enabled must be true or false", ""),
    ("[bars]\nmax_asks_per_year = 2.5", 2, "max_asks_per_year must be a whole number", ""),
    ("[bars]\nmax_asks_per_year = 0", 2, "max_asks_per_year must lie between 1 and 365", ""),
    ("[confidence]\ndots = [1, 2, 3]", 2, "dots must be four numbers", ""),
    ("[confidence]\ndots = [4, 3, 2, 1]", 2, "dots must rise", ""),
    ("[confidence]\ndots = [1, 2, 3, 'x']", 2, "dots must hold numbers", ""),
    ('[words]\n\npitch = "buy"', 3, "pitch must be a list of texts", ""),
    ("[words]\npitch = [\n  'a',\n  5,\n]", 2, "pitch must hold texts in double quotes only, not “5”", ""),
    ("[words]\npitch = ['*']", 2, "pitch must not hold an empty text", ""),
    ("[invites]\nown_note = 1\n\ninvites.nudged = 1", 4, "“invites” is not a rule of [invites]", ""),
    ("invites.nudged = true", 1, "nudged must be a number", ""),
    ("[invites.nudged]\nweight = 1", 1, "nudged must be a number", ""),
    ("nudged = 1", 1, "“nudged” is not a section", ""),
    ("stale = 1", 1, "stale must be a section", "[stale]"),
]


@pytest.mark.parametrize(("text", "line", "wrong", "hint"), MISTAKES)
def test_a_mistake_is_told_with_its_line(written, text, line, wrong, hint):
    path = written(text)
    with pytest.raises(PolicyFileError) as told:
        load_policy(path)
    assert f"policy.toml, line {line}: " in told.value.sentence
    assert wrong in told.value.sentence
    assert hint in told.value.hint
    assert told.value.hint


def test_the_sentence_for_broken_toml_is_clean(written):
    with pytest.raises(PolicyFileError, match=r"line 2: not TOML: invalid value$"):
        load_policy(written("[invites]\nnudged = much"))


@pytest.mark.parametrize("content", [b"\xff\xfe[\x00", b"\x80"])
def test_a_file_that_is_no_text_is_told(written, content):
    with pytest.raises(PolicyFileError, match="UTF-8"):
        load_policy(written(content))


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    with pytest.raises(PolicyFileError, match="cannot be read"):
        load_policy(tmp_path)


def test_a_file_nested_beyond_reason_is_told(written):
    with pytest.raises(PolicyFileError):
        load_policy(written("[words]\npitch = " + "[" * 50_000))


def test_the_default_file_explains_how_to_edit_it():
    text = default_policy_text()
    assert text.startswith("# The policy")
    assert max(map(len, text.splitlines())) <= 118
