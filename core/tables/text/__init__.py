"""Tables in lines of text, whose columns are places of the page."""
