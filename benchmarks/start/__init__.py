"""How long Python takes to its first answer in a page, started in each of our ways and as Pyodide starts by itself."""
