"""Years side by side: changes between columns, and one line followed through several filings."""
