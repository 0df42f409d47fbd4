"""The parts of the sheet: how its cells and heads are painted, and captions that stay while the figures scroll."""
