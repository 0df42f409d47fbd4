"""The window: what is open, what is pointed at, and one view a file. Knows Qt; reads filings only through core.analysis."""
