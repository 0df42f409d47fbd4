"""What notes are about: by their subjects, notes are told from headings inside them that are set alike."""

from core.outline.titles import key

_POLICIES = (
    "principles", "general", "basis", "consolidation", "estimates", "foreign", "translation", "revenue recognition",
    "cost of", "research", "advertising", "income taxes", "deferred tax", "financial instruments", "cash", "inventor",
    "property", "depreciation", "intangible", "goodwill", "long lived", "stock based", "per share", "reclassif",
    "accounting change", "pronouncement", "warranty", "concentration", "derivative", "hedg", "credit risk",
    "price risk", "rate risk", "currency", "fair value", "impairment", "marketable", "investments", "software",
    "support", "nature of", "fiscal", "shipping", "securities",
)  # fmt: skip
"""Subjects of accounting policies, by which they are told from notes that are set alike."""
_LAST_POLICIES = ("reclassif", "accounting change", "pronouncement", "new accounting", "recent")
_FIELDS = {
    "per share": ("per share", "per common share"),
    "tax": ("tax",),
    "segment": ("segment", "geographic", "industry", "area"),
    "quarters": ("quarter",),
    "later": ("subsequent event",),
    "debt": ("debt", "borrowing", "notes payable", "lines of credit", "loans"),
    "leases": ("lease", "rental"),
    "commitments": ("commitment", "contingen", "litigation", "legal", "lease"),
    "plans": ("benefit", "employee", "pension", "retirement", "savings plan", "profit sharing", "incentive"),
    "equity": ("stock", "share", "dividend", "equity", "warrant"),
    "changes": ("acquisition", "restructuring", "special charge", "merger", "discontinued", "divestiture", "disposal"),
    "income": ("other income", "interest and other", "interest income", "investment income"),
    "risks": ("risk", "concentration", "customer", "financial instrument", "derivative", "hedg"),
    "assets": ("inventor", "property", "receivable", "intangible", "goodwill"),
    "owed": ("payable", "accrued", "unearned", "deferred revenue"),
}
"""The fields that notes are about, and words of their titles."""
_PARTED = frozenset(("tax", "segment", "leases"))
"""Fields of which a set of notes has one note, however many headings."""


def is_policy(title: str) -> bool:
    """Whether a heading may be that of one accounting policy."""
    words = key(title)
    return any(word in words for word in _POLICIES)


def is_last_policy(title: str) -> bool:
    """Whether a policy is of those that come last."""
    words = key(title)
    return any(word in words for word in _LAST_POLICIES)


def holds_policies(title: str) -> bool:
    """Whether a note is that of the accounting policies or estimates."""
    words = key(title)
    return "policies" in words or "accounting estimates" in words


def fields_of(title: str) -> frozenset[str]:
    """The fields that a note with this title is about."""
    words = key(title)
    found = frozenset(name for name, said in _FIELDS.items() if any(map(words.__contains__, said)))
    return frozenset(("per share",)) if "per share" in found else found


def is_part(title: str, note: str, *, stacked: bool) -> bool:
    """Whether a heading is inside the note before it that is set alike.

    `stacked`: that note's title stands right above another heading, so that it has parts; they are of its field or none.
    """
    if "policies" in key(title):
        return False
    mine, its = fields_of(title), fields_of(note)
    return bool(mine & its & _PARTED) or (stacked and (not mine or bool(mine & its)))
