"""A chart of a statement's rows: what it draws, and how it is painted, on the screen and into a file."""
