"""Address books and attendee lists: recognise the file, find its columns, store its people."""
