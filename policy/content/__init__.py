"""What stands beside the rules and is written by hand: situations, stages, the unboxing, what changed."""
