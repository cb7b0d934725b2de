"""What is left to do by hand on LinkedIn: kinds of errand, their steps, their drafts, and the list of them."""
