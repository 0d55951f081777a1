"""`make programs`: find every program that tests need, get what is missing, and tell what cannot be had."""

import sys

from tests.support.programs import missing

sys.exit("\n\n".join(map(str, missing().values())) or 0)
