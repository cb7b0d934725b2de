"""Find records that are the same person: normalise, block, compare, score, cluster.

`find_duplicates` takes a table of people and says who is who; `dedupe` does the same for files. Only `store_pairs` and
`spelling_cache` know the store. The model is that of Fellegi and Sunter: for every field a ladder of comparison levels,
with m-probabilities (how often two records of one person are at a level) learnt from the table itself and
u-probabilities (how often those of two people are) from how common its values are. So one configuration serves a
payroll and a conference.
"""
