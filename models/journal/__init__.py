"""The one door for writes to what the user owns. An operation is one transaction, one history line, one undo."""
