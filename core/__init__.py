"""Reads filings: from bytes to an outline, statements whose figures cite their place, and checks. Knows no window."""
