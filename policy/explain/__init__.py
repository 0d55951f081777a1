"""Conditions read aloud, as clauses, outlines and ladders."""

from policy.explain.words import in_words

__all__ = ["in_words"]
