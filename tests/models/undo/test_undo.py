"""Undo for ever: random programs of decisions, captures, imports and restarts, taken back and brought back.

`HYPOTHESIS_PROFILE=nightly` runs many more of them, and longer ones; `quick` two in three.
"""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.effort import IS_NIGHTLY, examples
from tests.models.support import out_of_log
from tests.models.undo.archives import only_imports
from tests.models.undo.programs import running

_COMMON = ("decide", "decide", "decide", "decide", "undo", "redo", "undo_any", "redo_any", "errand")
_RARE = ("confirm", "bulk", "met", "ask", "outcome", "note", "bring_in", "restart")
_number = st.integers(0, 23)
_steps = st.tuples(
    st.sampled_from(_COMMON + _RARE), st.tuples(_number, _number, _number), st.sampled_from((0, 1, 8, 40))
)


@settings(
    max_examples=examples(45, quick=30, nightly=1500),
    phases=(Phase.explicit, Phase.generate, Phase.shrink) if IS_NIGHTLY else (Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=not IS_NIGHTLY,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(program=st.lists(_steps, min_size=4, max_size=60 if IS_NIGHTLY else 22))
def test_everything_undone_is_the_store_of_the_imports_alone_and_redone_what_it_was(
    program: list[tuple[str, tuple[int, int, int], int]],
) -> None:
    with running() as run:
        for step in program:
            run.step(*step)
        before = out_of_log(run.path)
        count = run.undo_everything()
        assert out_of_log(run.path) == only_imports(run.imports)
        run.restart()
        for _ in range(count):
            run.model.reverse(run.workspace.redo().target)
            run.check()
        assert out_of_log(run.path) == before
