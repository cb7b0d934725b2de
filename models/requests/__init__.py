"""Requests for an introduction: finding them in what people write, and whom they mean.

`detect.find_request` reads one text and says what makes it a request, as a guess that shows its words. Two judges
agree on it: the cues of a language (`language_rules`) know single acts of asking, and the `model` weighs the whole
message by learnt weights. `purpose` says what for, `target.resolve` finds the person among the owner's connections,
and `scan` looks through what an import brought.

Words and patterns are data: one file a language in `languages/`, and files for what all languages share.
`python -m tests.benchmarks.detection.fit` learns the weights.
"""
