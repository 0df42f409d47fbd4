"""Readings kept: as bytes, which go between processes, and on disk."""
