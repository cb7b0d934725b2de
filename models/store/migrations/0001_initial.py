"""The first tables, as they were. An applied migration is never edited."""

from __future__ import annotations

from peewee import SqliteDatabase

STATEMENTS = (
    """CREATE TABLE "person" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "name" TEXT NOT NULL,
        "name_key" TEXT NOT NULL,
        "slug" TEXT,
        "link" TEXT NOT NULL,
        "given" TEXT NOT NULL,
        "company" TEXT NOT NULL,
        "company_key" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "email" TEXT NOT NULL,
        "source" TEXT,
        "same_as_id" INTEGER,
        FOREIGN KEY ("same_as_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "person_name_key" ON "person" ("name_key")',
    'CREATE UNIQUE INDEX "person_slug" ON "person" ("slug")',
    'CREATE INDEX "person_company_key" ON "person" ("company_key")',
    'CREATE INDEX "person_same_as_id" ON "person" ("same_as_id")',
    """CREATE TABLE "card" (
        "queue" TEXT NOT NULL,
        "subject" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        "member" INTEGER NOT NULL,
        "rank1" INTEGER NOT NULL,
        "rank2" INTEGER NOT NULL,
        "answered_at" INTEGER,
        "state" TEXT NOT NULL,
        "due" INTEGER,
        "since" INTEGER,
        "version" INTEGER NOT NULL,
        PRIMARY KEY ("queue", "subject"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED
    )""",
    'CREATE INDEX "card_person_id" ON "card" ("person_id")',
    'CREATE INDEX "card_queue_state_member_rank1_rank2_subject" ON "card" ("queue", "state", "member", "rank1", "rank2", "subject")',
    """CREATE TABLE "operation" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "uid" TEXT NOT NULL,
        "at" INTEGER NOT NULL,
        "kind" TEXT NOT NULL,
        "sentence" TEXT NOT NULL,
        "person_id" INTEGER,
        "undone_at" INTEGER,
        "target_id" INTEGER
    )""",
    'CREATE UNIQUE INDEX "operation_uid" ON "operation" ("uid")',
    """CREATE TABLE "change" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "operation_id" INTEGER NOT NULL,
        "table_name" TEXT NOT NULL,
        "row" INTEGER NOT NULL,
        "before" TEXT,
        "after" TEXT,
        FOREIGN KEY ("operation_id") REFERENCES "operation" ("id")
    )""",
    'CREATE INDEX "change_operation_id" ON "change" ("operation_id")',
    'CREATE INDEX "change_table_name_row" ON "change" ("table_name", "row")',
    """CREATE TABLE "connection" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "connected_on" VARCHAR(10),
        "first_export" VARCHAR(10) NOT NULL,
        "last_export" VARCHAR(10) NOT NULL,
        "gone_export" VARCHAR(10),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "connection_person_id" ON "connection" ("person_id")',
    """CREATE TABLE "decision" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "queue" TEXT NOT NULL,
        "subject" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        "verdict" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "at" INTEGER NOT NULL,
        "due" INTEGER,
        "times" INTEGER NOT NULL,
        "evidence" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "decision_person_id" ON "decision" ("person_id")',
    'CREATE UNIQUE INDEX "decision_queue_subject" ON "decision" ("queue", "subject")',
    """CREATE TABLE "encounter" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "kind" TEXT NOT NULL,
        "person_id" INTEGER NOT NULL,
        "event" TEXT NOT NULL,
        "met_on" VARCHAR(10),
        "note" TEXT NOT NULL,
        "impression" TEXT NOT NULL,
        "keep_in_touch" INTEGER NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "encounter_person_id" ON "encounter" ("person_id")',
    """CREATE TABLE "errand" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "kind" TEXT NOT NULL,
        "queue" TEXT NOT NULL,
        "subject" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        "state" TEXT NOT NULL,
        "draft" TEXT NOT NULL,
        "at" INTEGER NOT NULL,
        "closed_at" INTEGER,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "errand_person_id" ON "errand" ("person_id")',
    'CREATE INDEX "errand_state" ON "errand" ("state")',
    'CREATE INDEX "errand_queue_subject" ON "errand" ("queue", "subject")',
    """CREATE TABLE "event" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "name" TEXT NOT NULL,
        "held_on" VARCHAR(10),
        "place" TEXT NOT NULL
    )""",
    'CREATE UNIQUE INDEX "event_name" ON "event" ("name")',
    """CREATE TABLE "fact" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "key" TEXT NOT NULL,
        "value" TEXT NOT NULL
    )""",
    'CREATE UNIQUE INDEX "fact_key" ON "fact" ("key")',
    """CREATE TABLE "field_choice" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "field" TEXT NOT NULL,
        "chosen_id" INTEGER NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
        FOREIGN KEY ("chosen_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "field_choice_person_id" ON "field_choice" ("person_id")',
    'CREATE INDEX "field_choice_chosen_id" ON "field_choice" ("chosen_id")',
    'CREATE UNIQUE INDEX "field_choice_person_id_field" ON "field_choice" ("person_id", "field")',
    """CREATE TABLE "handle" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "kind" TEXT NOT NULL,
        "value" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "handle_person_id" ON "handle" ("person_id")',
    'CREATE INDEX "handle_kind_value" ON "handle" ("kind", "value")',
    """CREATE TABLE "imported_note" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "text" TEXT NOT NULL,
        "written_on" VARCHAR(10),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "imported_note_person_id" ON "imported_note" ("person_id")',
    """CREATE TABLE "import_run" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "operation_id" INTEGER NOT NULL,
        "at" INTEGER NOT NULL,
        "file" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "export_date" VARCHAR(10),
        "header" TEXT NOT NULL,
        "rows" INTEGER NOT NULL,
        "new" INTEGER NOT NULL,
        "changed" INTEGER NOT NULL,
        "unchanged" INTEGER NOT NULL,
        "gone" INTEGER NOT NULL,
        "hidden" INTEGER NOT NULL,
        "problems" TEXT NOT NULL
    )""",
    'CREATE INDEX "import_run_operation_id" ON "import_run" ("operation_id")',
    """CREATE TABLE "intro_request" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "asker_id" INTEGER NOT NULL,
        "target_id" INTEGER,
        "target_text" TEXT NOT NULL,
        "candidates" TEXT NOT NULL,
        "purpose" TEXT NOT NULL,
        "received_at" INTEGER NOT NULL,
        "text" TEXT NOT NULL,
        "words" TEXT NOT NULL,
        "says_why" INTEGER NOT NULL,
        "forwardable" INTEGER NOT NULL,
        "thread_id" INTEGER,
        "answered" INTEGER NOT NULL,
        "by_hand" INTEGER NOT NULL,
        FOREIGN KEY ("asker_id") REFERENCES "person" ("id"),
        FOREIGN KEY ("target_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "intro_request_asker_id" ON "intro_request" ("asker_id")',
    'CREATE INDEX "intro_request_target_id" ON "intro_request" ("target_id")',
    """CREATE TABLE "invitation" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "outgoing" INTEGER NOT NULL,
        "sent_at" INTEGER NOT NULL,
        "note" TEXT NOT NULL,
        "seen_export" VARCHAR(10) NOT NULL,
        "has_link" INTEGER NOT NULL,
        "fate" TEXT NOT NULL,
        "certainty" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "invitation_person_id" ON "invitation" ("person_id")',
    'CREATE INDEX "invitation_fate" ON "invitation" ("fate")',
    'CREATE UNIQUE INDEX "invitation_person_id_outgoing_sent_at" ON "invitation" ("person_id", "outgoing", "sent_at")',
    """CREATE TABLE "joined_event" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "name" TEXT NOT NULL,
        "held_at" TEXT NOT NULL,
        "status" TEXT NOT NULL
    )""",
    'CREATE UNIQUE INDEX "joined_event_name_held_at" ON "joined_event" ("name", "held_at")',
    """CREATE TABLE "judgement" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "left_id" INTEGER NOT NULL,
        "right_id" INTEGER NOT NULL,
        FOREIGN KEY ("left_id") REFERENCES "person" ("id"),
        FOREIGN KEY ("right_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "judgement_left_id" ON "judgement" ("left_id")',
    'CREATE INDEX "judgement_right_id" ON "judgement" ("right_id")',
    'CREATE UNIQUE INDEX "judgement_left_id_right_id" ON "judgement" ("left_id", "right_id")',
    """CREATE TABLE "mark" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "kind" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "mark_person_id" ON "mark" ("person_id")',
    'CREATE UNIQUE INDEX "mark_person_id_kind" ON "mark" ("person_id", "kind")',
    """CREATE TABLE "merge" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "into_id" INTEGER NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
        FOREIGN KEY ("into_id") REFERENCES "person" ("id")
    )""",
    'CREATE UNIQUE INDEX "merge_person_id" ON "merge" ("person_id")',
    'CREATE INDEX "merge_into_id" ON "merge" ("into_id")',
    """CREATE TABLE "thread" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "key" TEXT NOT NULL,
        "title" TEXT NOT NULL
    )""",
    'CREATE UNIQUE INDEX "thread_key" ON "thread" ("key")',
    """CREATE TABLE "message" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "thread_id" INTEGER NOT NULL,
        "person_id" INTEGER,
        "name_key" TEXT NOT NULL,
        "outgoing" INTEGER NOT NULL,
        "at" INTEGER NOT NULL,
        "sort" TEXT NOT NULL,
        "subject" TEXT NOT NULL,
        "text" TEXT NOT NULL,
        "digest" INTEGER NOT NULL,
        FOREIGN KEY ("thread_id") REFERENCES "thread" ("id"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "message_thread_id" ON "message" ("thread_id")',
    'CREATE INDEX "message_person_id_sort_at" ON "message" ("person_id", "sort", "at")',
    """CREATE TABLE "pair" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "left_id" INTEGER NOT NULL,
        "right_id" INTEGER NOT NULL,
        "score" REAL NOT NULL,
        "levels" TEXT NOT NULL,
        FOREIGN KEY ("left_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY ("right_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED
    )""",
    'CREATE INDEX "pair_left_id" ON "pair" ("left_id")',
    'CREATE INDEX "pair_right_id" ON "pair" ("right_id")',
    'CREATE UNIQUE INDEX "pair_left_id_right_id" ON "pair" ("left_id", "right_id")',
    """CREATE TABLE "person_signals" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "sent" INTEGER NOT NULL,
        "received" INTEGER NOT NULL,
        "first" VARCHAR(10),
        "last_sent" VARCHAR(10),
        "last_received" VARCHAR(10),
        "contact_days" INTEGER NOT NULL,
        "out_weight" REAL NOT NULL,
        "in_weight" REAL NOT NULL,
        "has_met" INTEGER NOT NULL,
        "is_vouched" INTEGER NOT NULL,
        "band" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED
    )""",
    'CREATE UNIQUE INDEX "person_signals_person_id" ON "person_signals" ("person_id")',
    'CREATE INDEX "person_signals_band" ON "person_signals" ("band")',
    """CREATE TABLE "position" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "company" TEXT NOT NULL,
        "company_key" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "started" TEXT NOT NULL,
        "finished" TEXT NOT NULL,
        "is_school" INTEGER NOT NULL
    )""",
    'CREATE INDEX "position_company_key" ON "position" ("company_key")',
    'CREATE UNIQUE INDEX "position_company_title_started_is_school" ON "position" ("company", "title", "started", "is_school")',
    """CREATE TABLE "recommendation" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "given" INTEGER NOT NULL,
        "text" TEXT NOT NULL,
        "written_on" VARCHAR(10),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "recommendation_person_id" ON "recommendation" ("person_id")',
    """CREATE TABLE "remark" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "person_id" INTEGER NOT NULL,
        "kind" TEXT NOT NULL,
        "text" TEXT NOT NULL,
        "at" INTEGER NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "remark_person_id" ON "remark" ("person_id")',
    """CREATE TABLE "source_record" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "run_id" INTEGER NOT NULL,
        "row" INTEGER NOT NULL,
        "person_id" INTEGER,
        "digest" INTEGER NOT NULL,
        "cells" TEXT NOT NULL,
        FOREIGN KEY ("run_id") REFERENCES "import_run" ("id"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "source_record_person_id" ON "source_record" ("person_id")',
)


def up(database: SqliteDatabase) -> None:
    """Make them."""
    for statement in STATEMENTS:
        database.execute_sql(statement)  # type: ignore[no-untyped-call]
