"""What the page of taking files in shows: progress, what it would bring, what its columns mean, what it brought."""

from __future__ import annotations

from datetime import date

from models import clock
from models.columns import Field
from models.errors import PickyError
from models.importers.contacts.attendance import ListEvent
from models.importers.dry_run import Column, DryRun, TriedFile
from models.importers.load import Run
from models.importers.records import RowProblem
from models.importers.summary import ImportSummary

from .lines import BLANK, Line, Span, dim, line, pad
from .text import Shown, clip, count, day, join, number, say, shown, wrap

_PROBLEMS = 500
"""Rows that could not be read are listed up to here; a broken file has a hundred thousand of them."""
_FIELDS = (
    Field.FULL_NAME,
    Field.FIRST_NAME,
    Field.LAST_NAME,
    Field.COMPANY,
    Field.TITLE,
    Field.EMAIL,
    Field.PHONE,
    Field.LINK,
    Field.CITY,
    Field.COUNTRY,
    Field.NOTE,
    Field.EVENT,
    Field.EVENT_DATE,
    Field.CHECKED_IN,
    Field.STATUS,
    Field.SCANNED_AT,
    Field.MIDDLE_NAME,
    Field.NICKNAME,
    Field.MAIDEN_NAME,
    Field.COURTESY,
    Field.SUFFIX,
    Field.WEBSITE,
    Field.REGION,
    Field.POSTCODE,
    Field.STREET,
    Field.STREET_NUMBER,
    Field.ADDRESS,
    Field.DOB,
    Field.TAGS,
)
"""Those asked for most often first; what only `picky dedupe` reads is not among them."""
_NAMED = 3
"""Columns that nobody could place are named up to here; all of them stand on their own page."""


UNTOLD = "?"
"""Chosen to let picky read a column by itself."""


def field_options() -> tuple[tuple[str, Shown], ...]:
    """Return what a column can be said to mean."""
    fields = tuple((field.value, field_name(field.value)) for field in _FIELDS)
    return (*fields, ("", Shown("nothing: leave it alone")), (UNTOLD, Shown("whatever picky makes of it by itself")))


def field_name(field: str) -> Shown:
    """Return a field in words."""
    words = {"link": "profile link", "dob": "birthday", "full_name": "name", "event_date": "event’s day"}
    return shown(words.get(field) or field.replace("_", " "))


def progress(told: dict[str, int]) -> list[Line]:
    """One line per file, each with the rows read so far."""
    lines = [
        line(shown(f"  {what:<28}"), dim(say("{} rows", number(rows)) if rows else Shown("")))
        for what, rows in told.items()
    ]
    return [*lines, BLANK, line(dim(Shown("  Esc stops it, and nothing is kept.")))]


def failure(error: PickyError, cells: int) -> list[Line]:
    """Return why nothing came in."""
    return [
        *(line(Span(say("  {}", each), "look")) for each in wrap(shown(error.sentence), cells - 4)),
        *(line(say("  {}", each)) for each in wrap(shown(error.hint), cells - 4)),
        BLANK,
        line(dim(Shown("  The store is as it was."))),
        line(Shown("  enter: choose again   esc: back")),
    ]


def summary(found: ImportSummary, cells: int) -> list[Line]:
    """Return what it brought."""
    totals = found.totals
    lines = [line(Span(say("  {}", each), "title")) for each in wrap(shown(found.sentence), cells - 4)]
    lines += [BLANK, *(_run(run) for _, run in found.runs), BLANK, *_no_network(found)]
    lines += _problems(found.problems, Shown("could not be read"))
    held = (count(totals.connections, "connection"), count(totals.messages, "message"))
    return [
        *lines,
        line(dim(say("  The store holds {} and {}.", *held))),
        BLANK,
        line(Shown("  enter: home")),
    ]


def dry_run(found: DryRun, occasion: ListEvent, cells: int) -> list[Line]:
    """Return what it would bring: file by file, then what would stay outside."""
    lines: list[Line] = []
    for tried in found.files:
        lines += [_run(tried.run)] if tried.is_of_the_export else _tried(tried, occasion, cells)
    if all(tried.is_of_the_export for tried in found.files):
        told = shown(found.summary.sentence.partition(": ")[2] or found.summary.sentence)
        lines = [line(Span(say("  {}", each), "title")) for each in wrap(told, cells - 4)] + [BLANK, *lines]
    if any(tried.is_of_the_export for tried in found.files):
        lines += [BLANK, *_no_network(found.summary)]
    lines += [] if lines[-1:] == [BLANK] else [BLANK]
    problems = found.summary.problems
    are_lost = all(problem.lost for problem in problems)
    lines += _problems(problems, Shown("would stay outside" if are_lost else "would stay outside, or lose their date"))
    return [*lines, line(dim(Shown("  Nothing is kept yet."))), *_what_next(found)]


def _what_next(found: DryRun) -> list[Line]:
    if any(tried.lacks_people for tried in found.files):
        return [line(Shown("  c: say which column is the name   esc: leave it"))]
    if found.summary.is_news:
        return [line(Shown("  enter: take it in   esc: leave it, and nothing is kept"))]
    return [line(Shown("  There is nothing in it that picky does not know already.   esc: back"))]


def _tried(tried: TriedFile, occasion: ListEvent, cells: int) -> list[Line]:
    run = tried.run
    label = Shown("A list of people") if run.kind == "table" else shown(tried.label)
    lines = [line(Span(say("  {}", clip(label, cells - 4)), "title"))]
    lines.append(line(dim(say("  {}, {}", clip(shown(run.file), 50), count(run.rows, "row")))))
    lines += [BLANK, *_counts(tried)]
    if tried.is_event_list or run.visit or occasion.event:
        lines.append(_where(tried, occasion, cells))
    lines += [BLANK, *_means(tried, cells)] if tried.columns else []
    return lines


def _counts(tried: TriedFile) -> list[Line]:
    run = tried.run
    known = run.changed - run.corrected
    outside = sum(problem.lost for problem in run.problems)
    told = [
        (
            run.new,
            Shown("new"),
            say("{} of them you probably know: Duplicates will ask", tried.probable),
        ),
        (known, Shown("known"), Shown("by their profile link, or by e-mail and name")),
        (run.corrected, Shown("corrected"), Shown("they are here already, and were read otherwise")),
        (run.unchanged, Shown("unchanged"), Shown("these rows are here already")),
        (outside, Shown("outside"), Shown("nobody can be found in these rows")),
    ]
    lines: list[Line] = []
    for many, word, why in told:
        if many or word == "new":
            more = Shown("") if word == "new" and not tried.probable else why
            lines.append((Span(shown(f"  {number(many):>7} ")), Span(shown(f"{word:<11}")), dim(more)))
    return lines


def _where(tried: TriedFile, occasion: ListEvent, cells: int) -> Line:
    """Return the event they were at, and whether they were met there."""
    visit = tried.run.visit
    event = occasion.event or (visit.event if visit else "")
    if not event:
        return line(dim(Shown("  At     ")), Span(Shown("no event is named"), "look"), dim(Shown("   e: name it")))
    on = occasion.on or (date.fromisoformat(visit.on) if visit and visit.on else None)
    when = day(on, clock.today()) if on else Shown("no day")
    met = Shown("you met them") if occasion.met else Shown("they were there too")
    where = join((clip(shown(event), max(cells - 50, 16)), when), ", ")
    return line(dim(Shown("  At     ")), Span(say("{}: {}", where, met)), dim(Shown("   e: change")))


def _means(tried: TriedFile, cells: int) -> list[Line]:
    """Return what its columns are taken for, in a few lines, and which of them are left alone."""
    used = [column for column in tried.columns if column.field]
    left = [column.name for column in tried.columns if not column.field]
    told = join([say("{} → {}", clip(shown(each.name), 24), field_name(each.field)) for each in used])
    lines = [line(dim(say("  {}", each))) for each in wrap(told, cells - 4)[:4]]
    if left:
        names = join([say("“{}”", clip(shown(name), 24)) for name in left[:_NAMED]], ", ")
        more = say(", and {} more", len(left) - _NAMED) if len(left) > _NAMED else Shown("")
        told = say("left alone: {}{}", names, more)
        lines += [line(dim(say("  {}", each))) for each in wrap(told, cells - 4)]
    return [*lines, line(dim(Shown("  c: all columns, and what they mean")))]


def over_columns(tried: TriedFile, cells: int) -> list[Line]:
    """Return what the columns come to as they are."""
    run = tried.run
    if tried.lacks_people:
        told = Shown("Nobody is found in it. Say which column is the name: enter on that column.")
        return [line(Span(say("  {}", each), "look")) for each in wrap(told, cells - 4)]
    people = count(run.new + run.changed + run.unchanged, "row names a person", "rows name people")
    outside = sum(problem.lost for problem in run.problems)
    return [line(dim(say("  {}, {} do not. What you change here is remembered.", people, outside)))]


def _no_network(found: ImportSummary) -> list[Line]:
    if found.has_network:
        return []
    return [
        line(Span(Shown("  There is no network in this archive."), "look")),
        line(Shown("  LinkedIn sends that in a second mail, about a day later: take that one in when it comes.")),
        BLANK,
    ]


def column_line(column: Column, cells: int) -> Line:
    """Return a column: its name, what it is taken for, and a cell of it."""
    third = max((cells - 24) // 2, 10)
    name = clip(shown(column.name) or Shown("(no name)"), third - 2)
    means = Span(field_name(column.field)) if column.field else dim(Shown("left alone"))
    told = Shown(" ●") if column.is_told else Shown("")
    first = pad(line(Span(name)), third)
    second = pad((means, Span(told, "key")), 20)
    return (*first, *second, dim(clip(shown(column.example), third)))


def _run(run: Run) -> Line:
    news = [
        say("{} new", run.new) if run.new else Shown(""),
        say("{} changed", run.changed) if run.changed else Shown(""),
        say("{} gone", run.gone) if run.gone else Shown(""),
        say("{} hidden", run.hidden) if run.hidden else Shown(""),
    ]
    told = join(news) or Shown("nothing new")
    return (Span(shown(f"  {run.file:<28}")), dim(shown(f"{count(run.rows, 'row'):>12}   ")), Span(told))


def _problems(problems: list[RowProblem], what: Shown) -> list[Line]:
    if not problems:
        return []
    lines = [line(Span(say("  {} {}", count(len(problems), "row"), what), "look"))]
    for problem in problems[:_PROBLEMS]:
        place = say("  {} line {}: ", shown(problem.file), shown(str(problem.row)))
        lines.append((dim(place), Span(shown(problem.why))))
    if len(problems) > _PROBLEMS:
        lines.append(line(say("  and {} more: picky import --json lists all", len(problems) - _PROBLEMS)))
    return [*lines, BLANK]
