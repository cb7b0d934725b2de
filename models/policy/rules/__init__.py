"""The rules: small functions that read a card's facts and answer with a sentence for its user, or nothing.

Each queue's `RULES` stand in the module of its name, imported when a card of that queue is first judged.
"""
