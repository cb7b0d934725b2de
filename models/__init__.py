"""What picky knows and decides, without a terminal.

From the bottom up: `errors` and `clock`; `settings`, `verbs` and `normalise`; the tables in `store`; `journal`, the one
door for writes; `importers`, `signals`, `matching`, `introductions` and `outbox`, which each know one thing; `policy`
(what we would do) beside `decisions` (what was done); `queues` (what to look at next); `intake` (a file comes in);
`reports` (read-only answers); and `workspace`, which opens a store and hands all of this to whoever shows it.
"""
