"""The archive that LinkedIn gives every member: recognise its files, read their rows, store them."""
