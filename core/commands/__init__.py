"""Commands without a window that have modules of their own."""
