"""What the tables of names, companies and domains cost when they are first asked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from .figures import Figure
from .stores import Bench, say

_FIRST = {
    "given names": ("models.text.given_names", "same_given_name('Gosia', 'Małgorzata')"),
    "legal forms": ("models.text.companies", "company_key('Acme Sp. z o.o.')"),
    "free mail": ("models.text.email_domains", "is_free_mail('posteo.de')"),
}
_TIMED = "from time import process_time\nimport {module} as table\nstart = process_time()\ntable.{call}\nprint(process_time() - start)"


def table_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """CPU milliseconds of the first look-up in each table."""
    for name, (module, call) in _FIRST.items():
        say(f"looking up {name}")
        script = _TIMED.format(module=module, call=call)
        spent = [
            float(subprocess.check_output([sys.executable, "-c", script], env=bench.environment)) for _ in range(runs)
        ]
        yield Figure(f"first look-up, {name}, CPU ms", min(spent) * 1000, 5, " ms", f"(most {max(spent) * 1000:.1f})")
