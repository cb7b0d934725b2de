"""Requests for an introduction: finding them in what people write, and whom they mean.

`find_request` reads one text and says what makes it a request, as a guess that shows its words; `resolve` finds the
person asked for among the owner's connections; `classify` says what for; `scan` looks through what an import brought.
Two ears listen: a language's cues hear one act being asked for, `evidence` weighs a whole message by many small signs
(`kinds` says what small words do; the weights are learnt from labelled messages by `tests.benchmarks.detection.fit`).

From the bottom up: `wording` (a text to listen to, and what a language is), `vocabulary` and `languages` (the words),
`phrases` (who a sentence names), `kinds` and `evidence`, `topics`, `reasons` and `purpose`, `detect`; `nicknames`,
`names`, `roles` and `targets`.

Nothing is loaded with the package: the patterns take a tenth of a second to prepare, and few commands need them.
"""
