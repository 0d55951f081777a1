"""The commands of the command line, a module each, and how they read and report."""
