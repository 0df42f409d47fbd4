"""Filings fetched from EDGAR, the Commission's archive: the one place of the program that asks anything of another machine.

Nothing is sent before the reader has agreed, never more than eight times a second over all processes, and never while the
server asks to be left alone.
"""
