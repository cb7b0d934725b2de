from __future__ import annotations

import numpy as np

from models.matching.clusters import average_link, cluster, components
from models.matching.scoring import IDENTITY_SCORE, VETO_SCORE


def rows(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.int32)


def people(size: int, scores: dict[tuple[int, int], float]) -> list[int]:
    def rescore(left: np.ndarray, right: np.ndarray) -> np.ndarray:
        return np.array(
            [scores.get((a, b), -9.0) for a, b in zip(left.tolist(), right.tolist(), strict=True)], np.float32
        )

    left, right = (rows(*side) for side in zip(*scores, strict=True))
    return cluster(size, left, right, np.array(list(scores.values()), np.float32), rescore).tolist()


def test_components_follow_every_chain() -> None:
    assert components(5, rows(3, 0), rows(4, 3)).tolist() == [0, 1, 2, 0, 0]


def test_a_chain_of_good_pairs_does_not_join_two_people() -> None:
    assert people(4, {(0, 1): 9, (1, 2): 1, (2, 3): 9}) == [0, 0, 2, 2]


def test_one_doubtful_pair_does_not_part_one_person() -> None:
    assert people(3, {(0, 1): 5, (1, 2): 6, (0, 2): -2}) == [0, 0, 0]


def test_a_veto_parts_what_everything_else_joins() -> None:
    found = people(3, {(0, 1): 5, (1, 2): 7, (0, 2): float(VETO_SCORE)})
    assert found == [0, 1, 1]


def test_an_identity_joins_what_everything_else_parts() -> None:
    found = people(3, {(0, 1): float(IDENTITY_SCORE), (1, 2): 9})
    assert found[0] == found[1]


def test_average_link_does_not_depend_on_the_order_of_joining() -> None:
    draw = np.random.default_rng(5)
    for _ in range(30):
        matrix = draw.normal(0, 4, (9, 9))
        matrix = (matrix + matrix.T) / 2
        shuffled = draw.permutation(9)
        plain, mixed = average_link(matrix), average_link(matrix[np.ix_(shuffled, shuffled)])
        together = plain[:, None] == plain[None, :]
        assert np.array_equal(together[np.ix_(shuffled, shuffled)], mixed[:, None] == mixed[None, :])
