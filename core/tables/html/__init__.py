"""Tables that come as boxes in a grid, as those of HTML documents do."""
