"""The door for the worker in the reader's browser: `respond`, and what it can be asked for."""

from policy.browser.requests import respond

__all__ = ["respond"]
