"""Names that look like other names: Unicode's look-alike letters, alphabets mixed in a word, what cannot be seen."""
