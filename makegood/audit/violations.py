"""What the audit finds: the property that does not hold, the rules, and the smallest case that shows it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from makegood.audit.answers import AllAnswers
from makegood.audit.axes import TODAY
from makegood.diagrams import FALSE, Diagram
from policy.cases.case import Case


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation. `case` is the smallest that shows it, None where no case is needed to see it.

    Where it takes two cases to see it, `after` is what `case` becomes as more gets known.
    """

    property: str
    rules: tuple[str, ...]
    message: str
    case: Case | None = None
    after: Case | None = None

    def as_data(self) -> dict[str, Any]:
        """Give the finding as plain JSON data; its cases are ready for `makegood assess --on` that day."""
        return {
            "property": self.property,
            "rules": list(self.rules),
            "message": self.message,
            "case": None if self.case is None else self.case.as_data(),
            "after": None if self.after is None else self.after.as_data(),
            "on": None if self.case is None else TODAY.isoformat(),
        }


def unless_empty(
    answers: AllAnswers,
    cases: Diagram,
    name: str,
    rules: tuple[str, ...],
    message: str,
    after: Diagram = FALSE,
    but: Collection[str] = (),
) -> Iterator[Violation]:
    """Yield a finding with the smallest of these cases, and of those in `after` that it can become, if there is one.

    What it becomes tells nothing more about the facts of `but`.
    """
    case = answers.space.smallest(cases)
    if case is not None:
        later = answers.diagrams.both(after, answers.space.from_here(case, but))
        yield Violation(name, rules, message, case, answers.space.smallest(later))
