"""Small made-up inputs, and everything that is read in them, held to the letter."""
