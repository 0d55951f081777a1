"""Advice, questions and errors as HTML and text, from templates that escape everything."""
