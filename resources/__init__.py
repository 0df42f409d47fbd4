"""What the program comes with: forms, vocabulary, concepts, themes, icons, samples."""

from pathlib import Path

VOCABULARY = Path(__file__).parent / "vocabulary"
