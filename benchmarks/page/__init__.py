"""The built site's check page in a browser, beside stock Pyodide and a bare look-up: answers, bytes, memory."""
