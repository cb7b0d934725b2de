"""What to look at next: who is in which queue, in what order, and what stands on each card."""
