"""Every number of the report, counted again from the raw CSV files alone: nothing of picky's is used here, on purpose.

python recount.py OLD.zip NEW.zip meetings.csv outcomes.csv
"""

from __future__ import annotations

import csv
import io
import json
import math
import sys
import zipfile
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta

OWNER = "Robin Ash"
DECIDERS = {"Head of Sales", "Director", "Founder"}
REMOVED = {"Hal Reed"}
YEAR = timedelta(days=365)


def recount(old, new, meetings, outcomes):
    was, now = connections(old), connections(new)
    talk = messages(new)
    came, met = read_outcomes(outcomes), read(meetings)
    met_at = defaultdict(list)
    for row in met:
        met_at[row["name"]].append((row["on"], row["event"]))
    for row in came:
        chain = row["by"] + row["via"]
        known = [sorted(met_at[name]) for name in chain if name in met_at]
        of_by = [sorted(met_at[name]) for name in row["by"] if name in met_at]
        row["where"] = row["event"] or (min(of_by)[0][1] if of_by else min(known)[0][1] if known else "")
    parts = {name for row in came for name in row["by"] + row["via"]}
    day_new, day_old = exported(new), exported(old)
    bands = Counter(band(name, talk, met_at, came, day_new) for name in now)
    told = conversations(talk)
    return {
        "connections": len(now),
        "outcomes": by(came),
        "bands": bands,
        "rates": rates(now, talk, told, parts, came, bands, new, day_new, was),
        "events": yields_by_event(met_at, came, parts),
        "years": yields_by_year({**was, **now}, came, parts),
        "days_to_outcome": middle(waits(came, met_at, {**was, **now})),
        "reply_hours": middle(told["waits"]),
        "owed": sorted(
            name for name, said in talk.items()
            if not said[-1][1] and "?" in said[-1][2] and day_new - said[-1][0].date() <= timedelta(days=365)
        ),
        "snapshots": [
            (day_old.isoformat(), len(was), Counter(band(name, talk, met_at, came, day_old) for name in was)),
            (day_new.isoformat(), len(now), bands),
        ],
        "unlinked_you": sorted(was.keys() - now.keys() - REMOVED),
        "removed": sorted(REMOVED & (was.keys() - now.keys())),
        "came_back": sorted(REMOVED & ({row["From"] for row in member(new, "Invitations.csv")} | now.keys())),
        "changed_jobs": sorted(name for name in was.keys() & now.keys() if was[name][1:] != now[name][1:]),
    }  # fmt: skip


def by(came):
    people, introducers = Counter(), Counter()
    for row in came:
        people.update(row["by"])
        introducers.update(row["via"])
    return {
        "total": len(came),
        "by_kind": Counter(row["kind"] for row in came),
        "by_year": Counter(row["on"][:4] for row in came),
        "by_event": Counter(row["where"] for row in came if row["where"]),
        "without_event": sum(not row["where"] for row in came),
        "by_person": people,
        "by_introducer": introducers,
    }


def rates(now, talk, told, parts, came, bands, new, today, was):
    wrote = [name for name in now if any(mine for _, mine, _ in talk.get(name, ()))]
    heard = [name for name, said in talk.items() if any(not mine for _, mine, _ in said)]
    titled = [name for name in now if now[name][2]]
    sent = [
        (row["To"], day_of(row["Sent At"])) for row in member(new, "Invitations.csv") if row["Direction"] == "OUTGOING"
    ]
    settled = [(name, day) for name, day in sent if name in now or today - day > timedelta(days=180)]
    got = {row["From"] for row in member(new, "Invitations.csv") if row["Direction"] == "INCOMING"}
    accepted = [name for name in got if name in now]
    return {
        "ever_answered": wilson(len([name for name in wrote if name in told["they_answered"]]), len(wrote)),
        "ever_started": wilson(len([name for name in now if name in told["they_began"]]), len(now)),
        "ever_produced": wilson(len(parts & now.keys()), len(now)),
        "good": wilson(bands["vouched"] + bands["active"], len(now)),
        "deciders": wilson(len([name for name in titled if now[name][2] in DECIDERS]), len(titled)),
        "you_answered": wilson(len([name for name in heard if name in told["i_answered"]]), len(heard)),
        "started_by_you": wilson(told["i_began"], told["i_began"] + sum(told["they_began"].values())),
        "never_accepted": wilson(len([name for name, _ in settled if name not in now]), len(settled)),
        "wrote_thrice": wilson(
            sum(len(unanswered(said)) >= 3 for said in talk.values()),
            sum(any(mine for _, mine, _ in said) for said in talk.values()),
        ),
        "regret": wilson(len([name for name in accepted if name not in talk]), len(accepted)),
        "meetings": wilson(len(producing(came, "meeting") & now.keys()), len(now)),
        "customers": wilson(len(producing(came, "customer") & now.keys()), len(now)),
        "partners": wilson(len(producing(came, "partner", "partnership") & now.keys()), len(now)),
    }


def producing(came, *kinds):
    return {name for row in came if row["kind"] in kinds for name in row["by"] + row["via"]}


def unanswered(said):
    days = set()
    for when, mine, _ in reversed(said):
        if not mine:
            break
        days.add(when.date())
    return days


def conversations(talk):
    found = {"they_answered": set(), "i_answered": set(), "they_began": Counter(), "i_began": 0, "waits": []}
    for name, said in talk.items():
        for at, (when, mine, _) in enumerate(said):
            if not at or when - said[at - 1][0] > timedelta(days=90):
                found["i_began"] += mine
                found["they_began"][name] += not mine
            if mine:
                wait(found, name, said[:at], when)
            elif any(earlier[1] and when - earlier[0] <= YEAR for earlier in said[:at]):
                found["they_answered"].add(name)
    found["they_began"] = +found["they_began"]
    return found


def wait(found, name, before, when):
    if before and not before[-1][1] and when - before[-1][0] <= YEAR:
        found["i_answered"].add(name)
        mine = [at for at, message in enumerate(before) if message[1]]
        first = before[mine[-1] + 1 if mine else 0]
        found["waits"].append((when - first[0]).total_seconds() / 3600)


def band(name, talk, met_at, came, today):
    for row in came:
        middle_day = {4: None, 7: f"{row['on']}-15", 10: row["on"]}[len(row["on"])]
        known = middle_day and date.fromisoformat(middle_day) <= today
        if name in row["by"] + row["via"] and (known or today == date(2026, 9, 15)):
            return "vouched"
    said = [(when.date(), mine) for when, mine, _ in talk.get(name, ()) if when.date() <= today]
    if not said:
        met = any(date.fromisoformat(on) <= today for on, _ in met_at.get(name, ()))
        return "met" if met else "never"
    if len({mine for _, mine in said}) == 1:
        return "one_way_out" if said[0][1] else "one_way_in"
    silent = (today - said[-1][0]).days
    return "active" if silent <= 365 else "fading" if silent <= 3 * 365 else "dormant"


def yields_by_event(met_at, came, parts):
    people = defaultdict(set)
    for name, meetings in met_at.items():
        for _, event in meetings:
            people[event].add(name)
    events = people.keys() | {row["where"] for row in came if row["where"]}
    return {
        event: (len(people[event]), sum(row["where"] == event for row in came), wilson(len(people[event] & parts), len(people[event])))
        for event in events
    }  # fmt: skip


def yields_by_year(everybody, came, parts):
    people, outcomes = defaultdict(set), Counter()
    for name, (since, *_) in everybody.items():
        people[since[:4]].add(name)
    for row in came:
        since = [everybody[name][0] for name in row["by"] if name in everybody]
        if since:
            outcomes[min(since)[:4]] += 1
    return {
        year: (len(names), outcomes[year], wilson(len(names & parts), len(names))) for year, names in people.items()
    }


def waits(came, met_at, everybody):
    found = []
    for row in came:
        if len(row["on"]) == 4:
            continue
        day = date.fromisoformat(row["on"] if len(row["on"]) == 10 else row["on"] + "-15")
        began = [on for name in row["by"] for on, _ in met_at.get(name, ())]
        began += [everybody[name][0] for name in row["by"] if name in everybody]
        if began and date.fromisoformat(min(began)) <= day:
            found.append((day - date.fromisoformat(min(began))).days)
    return found


def middle(numbers):
    held = sorted(numbers)
    if not held:
        return None
    at = len(held) // 2
    return held[at] if len(held) % 2 else (held[at - 1] + held[at]) / 2


def wilson(found, of):
    if not of:
        return (0.0, 0.0, 1.0, 0, False)
    z, p = 1.959963984540054, found / of
    mid = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    low, high = max(0.0, mid - half), min(1.0, mid + half)
    return (p, low, high, of, high - low <= 0.4)


# The raw files


def member(archive, name):
    with zipfile.ZipFile(archive) as opened:
        text = opened.read(name).decode()
    if name == "Connections.csv":
        text = text[text.index("First Name,") :]
    return list(csv.DictReader(io.StringIO(text)))


def connections(archive):
    found = {}
    for row in member(archive, "Connections.csv"):
        since = datetime.strptime(row["Connected On"], "%d %b %Y").date().isoformat()
        found[f"{row['First Name']} {row['Last Name']}"] = (since, row["Company"], row["Position"])
    return found


def messages(archive):
    found = defaultdict(list)
    for row in member(archive, "messages.csv"):
        mine = row["FROM"] == OWNER
        when = datetime.strptime(row["DATE"], "%Y-%m-%d %H:%M:%S UTC")
        found[row["TO"] if mine else row["FROM"]].append((when, mine, row["CONTENT"]))
    return {name: sorted(said) for name, said in found.items()}


def day_of(text):
    return datetime.strptime(text.split(",")[0], "%m/%d/%y").date()


def exported(archive):
    return datetime.strptime(str(archive).rsplit("_", 1)[1], "%m-%d-%Y.zip").date()


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_outcomes(path):
    return [{**row, "by": row["by"].split("+"), "via": [row["via"]] if row["via"] else []} for row in read(path)]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(recount(*sys.argv[1:]), indent=2, default=list))
