"""Tests of the whole project; `make test-all` runs them all."""

import pytest

pytest.register_assert_rewrite("tests.support")  # so that a failure there shows its values too
