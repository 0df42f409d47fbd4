"""Filings by the thousand: what they are and what they say, kept in one file and searched."""
