"""What the tests share that is no fixture."""
