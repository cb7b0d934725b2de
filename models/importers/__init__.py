"""Files in, records out. Each format is recognised by its content; only the loaders write."""
