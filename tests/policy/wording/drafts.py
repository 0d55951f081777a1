"""A good draft, and short ways to say what the check finds in one."""

from policy.wording import Finding, check_draft

GOOD = "Order 60443 came damaged: the sleeve is torn. Photos are attached. Please send a new jacket."
FOUR_PARTS = {"missing-order-reference", "missing-issue", "missing-evidence", "missing-request"}


def found(draft: str, side: str = "buyer", to: str = "") -> set[str]:
    """The ids of what is found in a draft."""
    return {finding.id for finding in check_draft(draft, side, to)}


def manner(draft: str, side: str = "buyer") -> list[Finding]:
    """What is found in the words of a draft, as against what it lacks."""
    return [finding for finding in check_draft(draft, side) if not finding.id.startswith("missing")]


def texts(draft: str, side: str = "buyer") -> list[str]:
    """The words that findings point at."""
    return [finding.text for finding in manner(draft, side)]
