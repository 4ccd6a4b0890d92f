"""How few cells of a table could be withheld at the least, by an integer program (HiGHS, through SciPy)."""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix


def fewest_withheld(counts: list[list[int]], primary: list[list[bool]], blind: bool = True, seconds: float = 20) -> int | None:
    """Cells that must be withheld, the primary ones among them, so that each of these has a second value while all margins are
    printed. None when no pattern does, or none is proved the least in time.

    For each primary cell there is a circulation of at most one respondent through withheld cells: one more or one less in
    it, every margin as it was, no cell below 0. With `blind`, the pattern may not depend on what primary cells hold, which
    may be nobody: they only grow.
    """
    rows, columns = len(counts), len(counts[0])
    size = rows * columns
    flat = [count for row in counts for count in row]
    needed = [index for index in range(size) if primary[index // columns][index % columns]]
    width = 2 * size + 1  # more, less, and whether the primary cell grows
    total = size + width * len(needed)
    low, high, whole = np.zeros(total), np.ones(total), np.zeros(total)
    whole[:size] = 1
    for index in needed:
        low[index] = 1
    entries: list[tuple[dict[int, float], float, float]] = []
    for number, cell in enumerate(needed):
        start = size + number * width
        more, less, grows = start, start + size, start + 2 * size
        whole[grows] = 1
        for index in range(size):
            entries.append(({more + index: 1, less + index: 1, index: -1}, -np.inf, 0))
            high[less + index] = 0 if blind and index in needed else min(1, flat[index])
        for row in range(rows):
            line = range(row * columns, (row + 1) * columns)
            entries.append(({**{more + index: 1 for index in line}, **{less + index: -1 for index in line}}, 0, 0))
        for column in range(columns):
            line = range(column, size, columns)
            entries.append(({**{more + index: 1 for index in line}, **{less + index: -1 for index in line}}, 0, 0))
        entries.append(({more + cell: 1, less + cell: -1, grows: -2}, -1, np.inf))
        entries.append(({more + cell: 1, less + cell: -1, grows: -2}, -np.inf, -1))
    matrix = lil_matrix((len(entries), total))
    for place, (terms, _, _) in enumerate(entries):
        for index, value in terms.items():
            matrix[place, index] = value
    cost = np.zeros(total)
    cost[:size] = 1
    limits = LinearConstraint(matrix.tocsr(), [entry[1] for entry in entries], [entry[2] for entry in entries])
    result = milp(cost, constraints=limits, integrality=whole, bounds=Bounds(low, high), options={"time_limit": seconds})
    return round(result.fun) if result.status == 0 else None
