"""A case in, the advice out: which rules take part, the parts put together, what is still worth asking."""
