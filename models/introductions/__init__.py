"""Requests for introductions: found in what people write, with the words that made it a guess, the target and the purpose."""
