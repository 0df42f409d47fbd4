"""What a filer calls its concepts: the label linkbase (EX-101.LAB)."""

from core.facts.linkbase import Link, links, xlink

STANDARD = "label"
"""The role of the label that names a concept wherever nothing else is wanted."""

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_labels(document: str | bytes, role: str = STANDARD) -> dict[str, str]:
    """The standard label of each concept that has one, or that of another role (`totalLabel`, without the address before
    it), white space folded, English first; empty where the document is no label linkbase. Never raises."""
    found: dict[str, str] = {}
    for link in links(document, "labelLink"):
        texts = _texts(link, role)
        for arc in link.arcs:
            concept, text = link.concepts.get(xlink(arc, "from")), texts.get(xlink(arc, "to"))
            if concept and text:
                found.setdefault(concept, text)
    return found


def _texts(link: Link, role: str) -> dict[str, str]:
    """The labels of one role by the names that arcs call them."""
    texts: dict[str, str] = {}
    english: set[str] = set()
    for label in link.resources:
        if (xlink(label, "role").rpartition("/")[2] or STANDARD) != role:
            continue
        name, ours = xlink(label, "label"), label.get(_LANGUAGE, "en").lower().startswith("en")
        if name not in texts or (ours and name not in english):
            texts[name] = " ".join((label.text or "").split())
        if ours:
            english.add(name)
    return texts
