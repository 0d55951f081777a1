"""The language that rules are written in: conditions over facts, kinds of facts, what a rule gives, the rule itself."""
