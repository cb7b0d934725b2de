"""What was done: a verdict on a card, its errand, what the user wrote down, and how each is taken back."""
