"""From what somebody tells to a checked case: values, strict JSON, errors, what contradicts, what follows."""
