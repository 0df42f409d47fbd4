"""What the program comes with: forms, vocabulary, concepts, themes, icons, samples."""

from pathlib import Path

VOCABULARY = Path(__file__).parent / "vocabulary"
SCHEMA = Path(__file__).parent / "schema" / "filing.schema.json"
"""What `inspect --json` prints."""
LINE_WORDS = Path(__file__).parent / "line_words.tsv"
"""Words of captions, and whether they speak of a time or of a day."""
