"""A shop's own site: its record alone, until it has rules of its own."""
