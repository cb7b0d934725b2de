"""Mail on disk: mbox files, single mails and Maildirs, read one mail at a time."""
