"""An integer solver for attacks on printed tables: least and greatest value of an unknown, with OR-tools' CP-SAT."""

from __future__ import annotations

from dataclasses import dataclass, field

from ortools.sat.python import cp_model


@dataclass
class Unknowns:
    """Whole numbers that are not negative, and equations between them; known ones are fixed."""

    most: int
    names: dict[object, int] = field(default_factory=dict)
    equations: list[tuple[list[tuple[int, int]], int]] = field(default_factory=list)
    fixed: dict[int, int] = field(default_factory=dict)

    def unknown(self, name: object) -> int:
        return self.names.setdefault(name, len(self.names))

    def equal(self, whole: int, parts: list[int]) -> None:
        self.equations.append(([(whole, -1)] + [(part, 1) for part in parts], 0))

    def fix(self, unknown: int, value: int) -> None:
        assert self.fixed.setdefault(unknown, value) == value, f"two printed values of one figure: {self._name(unknown)}"

    def _name(self, unknown: int) -> object:
        return next(name for name, index in self.names.items() if index == unknown)

    def ranges(self, wanted: list[int], width: int) -> dict[int, tuple[int, int]]:
        """Of each wanted unknown that is not fixed, a range that is attained; exact where it is narrower than `width`."""
        parent = list(range(len(self.names)))

        def root(at: int) -> int:
            while parent[at] != at:
                parent[at] = parent[parent[at]]
                at = parent[at]
            return at

        for terms, _ in self.equations:
            loose = [unknown for unknown, _ in terms if unknown not in self.fixed]
            for other in loose[1:]:
                parent[root(other)] = root(loose[0])
        found: dict[int, tuple[int, int]] = {unknown: (self.fixed[unknown],) * 2 for unknown in wanted if unknown in self.fixed}
        groups: dict[int, list[int]] = {}
        for unknown in wanted:
            if unknown not in self.fixed:
                groups.setdefault(root(unknown), []).append(unknown)
        for home, members in groups.items():
            own = [(terms, total) for terms, total in self.equations if any(u not in self.fixed and root(u) == home for u, _ in terms)]
            found |= self._ranges(own, members, width)
        return found

    def _ranges(self, equations: list[tuple[list[tuple[int, int]], int]], wanted: list[int], width: int) -> dict[int, tuple[int, int]]:
        model = cp_model.CpModel()
        variables: dict[int, cp_model.IntVar] = {}
        for terms, total in equations:
            known = sum(factor * self.fixed[unknown] for unknown, factor in terms if unknown in self.fixed)
            loose = [(unknown, factor) for unknown, factor in terms if unknown not in self.fixed]
            for unknown, _ in loose:
                if unknown not in variables:
                    variables[unknown] = model.new_int_var(0, self.most, "")
            model.add(sum(factor * variables[unknown] for unknown, factor in loose) == total - known)
        for unknown in wanted:
            if unknown not in variables:
                variables[unknown] = model.new_int_var(0, self.most, "")
        low: dict[int, int] = {}
        high: dict[int, int] = {}
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = 60
        for unknown in wanted:
            for sign in (1, -1):
                if high.get(unknown, 0) - low.get(unknown, 0) >= width and unknown in low:
                    break
                model.minimize(sign * variables[unknown])
                status = solver.solve(model)
                assert status == cp_model.OPTIMAL, f"the printed figures contradict each other, or too hard: {solver.status_name(status)}"
                for other in wanted:
                    value = solver.value(variables[other])
                    low[other] = min(low.get(other, value), value)
                    high[other] = max(high.get(other, value), value)
        return {unknown: (low[unknown], high[unknown]) for unknown in wanted}
