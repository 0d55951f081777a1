"""Another shopping agent: its record alone, until it has rules of its own."""
