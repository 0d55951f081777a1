"""Every source that a rule can cite, and its statements."""
