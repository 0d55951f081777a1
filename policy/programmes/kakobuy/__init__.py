"""Kakobuy has no rules of its own: all that its guide says is shared, and stands in `policy.programmes.buyers`."""
