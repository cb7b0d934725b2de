"""Learn the weights of the signs of asking from every labelled message but the held-out batch.

`python -m tests.benchmarks.detection.fit` writes them beside the code that reads them. Nothing here is random.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models import requests
from models.requests.model import SCALE, purpose_features, request_features
from models.requests.purpose import Purpose
from models.requests.tokenize import read

HERE = Path(__file__).parent
EARLIER = HERE.parents[1] / "models" / "requests"
WRITTEN = Path(requests.__file__).parent

_FEWEST = 2
"""A sign met in fewer messages teaches nothing."""
_STEPS = 400
_RIDGE, _LASSO = 0.3, 0.05
"""How much big weights, and many weights, must be worth."""


def labelled() -> list[dict[str, Any]]:
    """All messages that may be learnt from."""
    earlier = [EARLIER / f"{name}.jsonl" for name in ("labelled_messages", "fresh_messages", "rounds")]
    here = [HERE / f"{name}.jsonl" for name in TAUGHT]
    return [json.loads(line) for path in (*earlier, *here) for line in path.read_text(encoding="utf-8").splitlines()]


TAUGHT = ("practice", "batch_1", "batch_2", "batch_3", "batch_4", "batch_5")


class Fit:
    """Weights of signs that tell classes apart: softmax regression with few and small weights."""

    def __init__(self, rows: list[list[str]], classes: list[int], *, ridge: float = _RIDGE, lasso: float = _LASSO):
        """Learn from these rows of signs, each of a class."""
        counts = Counter(sign for row in rows for sign in row)
        self.signs = sorted(sign for sign, count in counts.items() if count >= _FEWEST)
        number = {sign: place for place, sign in enumerate(self.signs)}
        self._row = np.array([n for n, row in enumerate(rows) for sign in row if sign in number])
        self._column = np.array([number[sign] for row in rows for sign in row if sign in number])
        self._value = np.array([SCALE / len(row) ** 0.5 for row in rows for sign in row if sign in number])
        self._shape = (len(rows), len(self.signs))
        truth = np.eye(max(classes) + 1)[classes]
        self.weights, self.bias = self._learn(truth, ridge, lasso)

    def _learn(self, truth: NDArray[Any], ridge: float, lasso: float) -> tuple[NDArray[Any], NDArray[Any]]:
        """Accelerated proximal gradient descent; the bias is not held small."""
        step = 2.0 / (SCALE**2 * truth.shape[0] * 0.5 * 0.2 + ridge)
        weights = look = np.zeros((self._shape[1], truth.shape[1]))
        bias = look_bias = np.log(truth.mean(0))
        t = 1.0
        for _ in range(_STEPS):
            wrong = _softmax(self._times(look) + look_bias) - truth
            new = look - step * (self._back(wrong) + ridge * look)
            new = np.sign(new) * np.maximum(np.abs(new) - step * lasso, 0)
            new_bias = look_bias - step * wrong.sum(0)
            after = (1 + (1 + 4 * t * t) ** 0.5) / 2
            look = new + (t - 1) / after * (new - weights)
            look_bias = new_bias + (t - 1) / after * (new_bias - bias)
            weights, bias, t = new, new_bias, after
        return weights, bias

    def _times(self, weights: NDArray[Any]) -> NDArray[Any]:
        return np.stack(
            [np.bincount(self._row, self._value * column[self._column], self._shape[0]) for column in weights.T],
            axis=1,
        )

    def _back(self, wrong: NDArray[Any]) -> NDArray[Any]:
        return np.stack(
            [np.bincount(self._column, self._value * column[self._row], self._shape[1]) for column in wrong.T],
            axis=1,
        )


def _softmax(scores: NDArray[Any]) -> NDArray[Any]:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def learn_asking(messages: list[dict[str, Any]]) -> dict[str, int]:
    """The weight of each sign of a request, in hundredths."""
    fit = Fit(
        [list(request_features(read(message["text"]))) for message in messages],
        [int(m["is_request"]) for m in messages],
    )
    gaps = fit.weights[:, 1] - fit.weights[:, 0]
    bias = fit.bias[1] - fit.bias[0]
    found = {sign: round(100 * gap) for sign, gap in zip(fit.signs, gaps, strict=True)}
    return {"bias": round(100 * bias)} | {sign: weight for sign, weight in found.items() if weight}


def learn_purposes(messages: list[dict[str, Any]]) -> dict[str, list[int]]:
    """The weight of each sign for each purpose, in hundredths."""
    asking = [message for message in messages if message["is_request"] and message.get("purpose")]
    purposes = [purpose.value for purpose in Purpose]
    fit = Fit(
        [list(purpose_features(read(message["text"]))) for message in asking],
        [purposes.index(message["purpose"]) for message in asking],
    )
    rows = zip(fit.signs, np.round(100 * fit.weights).astype(int).tolist(), strict=True)
    return {"bias": np.round(100 * fit.bias).astype(int).tolist()} | {sign: row for sign, row in rows if any(row)}


def main() -> None:
    """Learn, and write what was learnt."""
    messages = labelled()
    asking = [f"{sign}\t{weight}" for sign, weight in learn_asking(messages).items()]
    (WRITTEN / "request_weights.tsv").write_text("\n".join(asking) + "\n", encoding="utf-8")
    reasons = ["\t".join([sign, *map(str, row)]) for sign, row in learn_purposes(messages).items()]
    head = "\t".join(["sign", *(purpose.value for purpose in Purpose)])
    (WRITTEN / "purpose_weights.tsv").write_text("\n".join([head, *reasons]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
