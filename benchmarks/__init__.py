"""Benchmarks: how fast, in how much memory. They are measured by hand, never asserted by a test; see README.md."""
