"""The terminal: commands, and the full-screen app. It shows plain values from `models` and forwards keys to them."""
