"""Files in, drafts out. Each format is told by its content; only the loaders write."""
