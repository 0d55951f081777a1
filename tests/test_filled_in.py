"""What `makegood new programme` leaves to its author is filled in, in every folder that it writes to."""

from makegood.checkout import ROOT
from makegood.commands.new import unfilled


def test_nothing_in_the_project_is_left_to_fill_in() -> None:
    left = list(unfilled(ROOT))
    assert not left, "\n".join(left)
