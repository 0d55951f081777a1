"""Builds the site: what the browser needs, the pages, smaller scripts and style sheets."""
