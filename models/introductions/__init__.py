"""What became of a request for an introduction: its history, its states, and the goodwill it costs."""
