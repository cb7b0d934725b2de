"""The power of a network: what came of it, who it is made of, and who is the weak link. Read only.

`network` reads the store once, in few queries; `talks` walks the messages; `came` attributes outcomes. Everything else is
arithmetic on these three: `yields`, `made_of`, `snapshots`, `mirror`, `diagnosis`, `business`. Each number is a `Share` or
a `Figure` that carries the rows it rests on, and each share its interval. `report` puts all of it together.
"""
