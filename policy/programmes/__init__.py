"""The policy itself: one file a programme, its rules in the order in which an answer lists them."""
