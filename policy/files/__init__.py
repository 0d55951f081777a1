"""What a reader takes along: case file, calendar, evidence pack, report."""
