"""Messages to send: one template a message, filled from the case."""
