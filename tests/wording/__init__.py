"""The labelled drafts, and what the wording checks make of them."""
