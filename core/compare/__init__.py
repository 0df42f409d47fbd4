"""Two filings side by side: the words of a section, and figures that were restated."""
