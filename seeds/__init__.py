"""Invented people for `picky demo` and the tests, and the default policy. Shipped with the package."""
