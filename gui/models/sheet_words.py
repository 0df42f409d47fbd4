"""What a sheet says of itself: its title, what its figures are, what tables are called among each other."""

from core.places import Places
from core.statements.statement import Statement, StatementKind
from gui import format as shown
from gui.models.sheet import SheetModel
from gui.models.titles import calm, first_caption
from gui.options import Share


def title_of(statement: Statement, places: Places) -> str:
    """A statement's title; that of its section where it has none."""
    if statement.title:
        return calm(" ".join(statement.title.split()))
    section = places.sections.get(statement.section or "")
    return calm(" ".join(section.title.split())) if section else "Table"


def facts_of(model: SheetModel) -> str:
    """What the figures are: periods, currency, scale."""
    statement = model.statement
    words = [calm(shown.period_words(statement.columns))]
    if model.bases:
        balance = statement.kind is StatementKind.BALANCE_SHEET
        words.append("share of total assets" if balance else "share of revenue")
    else:
        words += [shown.currency_words(statement.currency), shown.scale_words(statement, model.options.scale)]
        words[1:] = [", ".join(word for word in words[1:] if word)]
        if model.options.share is Share.COMMON_SIZE:
            words.append("amounts: nothing to take shares of")
    return " · ".join(word for word in words if word)


def names_of(tables: list[Statement]) -> list[str]:
    """What tables are called among each other: by their titles, or where those are all one, by their first captions."""
    titles = [each.title for each in tables]
    alike = len(set(titles)) < len(titles)
    return [
        first_caption(each) or "Table" if alike or not each.title else calm(" ".join(each.title.split()))
        for each in tables
    ]
