"""Filings of companies that do not exist, set in the layouts that filers use, and what must be read in them."""
