"""Read-only answers: a person's page, and the front page."""
