"""One screen per file. A screen shows plain values and forwards keys; it decides nothing."""
