"""One file per command. Answers go to stdout, all else to stderr."""
