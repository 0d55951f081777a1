"""The command `makegood`, the build of the site and its server: all that stands beside the policy.

- `commands`: the command line's verbs, a module each, and how they read and report; `cli` puts them together
- `audit`: what is proved of all answers at once
- `compile`: the policy as answers to look up, for a page whose Python does not run yet
- `runtime`: Python for the page: Pyodide, our wheels, a snapshot of a Python that is ready
- `build`: the pages, with all that they need; `delivery` makes them quick and lasting for readers
- `serve`: the live server for authors
"""
