"""What every test of the screen stands on: pauses half as long as Textual's own."""

from __future__ import annotations

from textual import _wait

# A pilot looks every 20 ms whether the app has come to rest, several times a key, and calls it rest when the process
# worked for less than a twentieth of that time. Looking every 10 ms asks the same question at half the cost.
_wait.SLEEP_GRANULARITY /= 2
_wait.SLEEP_IDLE /= 2
