"""AliExpress: its record alone, until it has rules of its own."""
