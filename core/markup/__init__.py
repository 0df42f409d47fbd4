"""HTML as a reader sees it: its text, tables and tags, each tied to the element it comes from."""
