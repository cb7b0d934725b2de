"""The same person, twice: normalise, block, compare, score, cluster.

`find_duplicates` takes a table of people and says who is who; `dedupe` does the same for files. Only `scan` and
`everyone` know the store, and nothing here the terminal. How common a name is, how often people move on, how much
a shared address says: all of it is learned from the very table that is looked at, so one configuration serves a
payroll and a conference.
"""
