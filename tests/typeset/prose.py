"""Words for the paragraphs of made-up filings, in sentences that say little and look like those of filings."""

import random

from tests.typeset.company import Company

SYLLABLES = (
    ("Vel", "Tor", "Bran", "Hul", "Ker", "Lom", "Nes", "Pol", "Ras", "Sten", "Wim", "Dorn", "Gav", "Yel"),
    ("bro", "ve", "sti", "ma", "ndo", "rri", "ku", "le"),
    ("ck", "nd", "ster", "lt", "mm", "rne", "ss"),
)
SENTENCES = (
    "The Company makes {makes} and sells them to dealers and to large users",
    "Prices of materials rose during the period, and the Company could pass on most of the increase",
    "Competition is keen, and some competitors are larger than the Company",
    "Management believes that its plants are in good condition and large enough for the present volume",
    "No customer accounts for a tenth of what is sold",
    "Orders on hand are expected to be shipped within the coming months",
    "Costs are charged to income when they are incurred, unless they bring benefits in later periods",
    "Estimates are needed to prepare the statements, and what in fact happens may differ from them",
    "The agreements call for a certain ratio of current assets to current liabilities, and the Company complies with them",
    "The Company employs some people under contracts with unions, and relations with them are good",
    "Various claims are pending; in the opinion of management none of them will have a material effect",
    "Sales are recorded when goods are shipped and title has passed to the buyer",
    "Funds from operations and lines of credit are held to be sufficient for the needs of the coming year",
    "Transactions among the companies that are consolidated are eliminated",
    "Volume grew in most regions while the mix of products changed little",
)
REFERENCES = (
    "Item 7 of this report tells more about it.",
    "Note 2 tells what is held in stock.",
    "See also Item 1 and Note 1.",
)
OPENINGS = ("The {mark} plan bears on this", "Work at {mark} went on as before", "The plant at {mark} is part of this")


class Writer:
    """Writes paragraphs for one company."""

    def __init__(self, rng: random.Random, company: Company) -> None:
        self.rng, self.company = rng, company
        self._marks: set[str] = set()

    def mark(self) -> str:
        """A word that is nowhere else in the filing."""
        while True:
            word = "".join(self.rng.choice(part) for part in SYLLABLES)
            if word not in self._marks:
                self._marks.add(word)
                return word

    def opening(self, mark: str, refers: bool) -> str:
        """A first paragraph with a mark; with sentences that name other places where it `refers`."""
        first = self.rng.choice(OPENINGS).format(mark=mark) + ". " + self.paragraph()
        return f"{first} {self.rng.choice(REFERENCES)} {self.sentence()}" if refers else first

    def paragraph(self) -> str:
        """Two to five sentences."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(2, 5)))

    def sentence(self) -> str:
        """One sentence."""
        return self.rng.choice(SENTENCES).format(makes=self.company.makes) + "."
