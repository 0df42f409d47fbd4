"""Tests of gui/table."""
