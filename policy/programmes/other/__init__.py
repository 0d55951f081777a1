"""Somewhere else: what every buyer shares, and for sellers the sentence that no source speaks to them."""
