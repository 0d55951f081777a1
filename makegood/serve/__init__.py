"""Serves the site to its authors, and builds again after each change."""
