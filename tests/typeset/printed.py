"""Figures, dates and units as a filing prints them, whatever it is set in."""

import datetime
from decimal import Decimal
from typing import NamedTuple

from core.statements.statement import Role, Unit
from tests.typeset.sheet import Column, Heads, Line, Sheet
from tests.typeset.traits import Medium, Style

MONTHS_ABBREVIATED = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
MINUS = "\u2212"
"""The sign of mathematics."""
BROKEN, MARKED = 5, 9
"""One figure of so many has a blank in it, or a mark behind it, where filers do so."""
NARROW_HEAD = 13
"""Characters in a line of a column head of words."""
SCALES = {1: "", 1_000: "thousands", 1_000_000: "millions"}
COUNTS = {3: "Three", 6: "Six", 9: "Nine"}
LENGTHENED = {
    "Inventories": "Inventories, at the lower of cost or market, less progress payments received",
    "Accrued expenses": "Accrued expenses, including salaries, wages, vacation pay and commissions to dealers",
    "Goodwill": "Excess of cost over the fair value of net assets of businesses acquired, less amortization",
    "Selling, general and administrative": "Selling, general and administrative, including provision for doubtful accounts",
    "Capital expenditures": "Additions to property, plant and equipment, including interest that was capitalized",
}
"""Captions in a few words and in many."""


class Printed(NamedTuple):
    """A figure in its parts: with a sign of money, its digits with what opens it, what closes it."""

    money: bool
    digits: str
    close: str

    @property
    def text(self) -> str:
        """As one word, the sign of money close to it."""
        return f"{'$' if self.money else ''}{self.digits}{self.close}"


class Head(NamedTuple):
    """A column head: lines over several columns with the same ones, and its own lines."""

    spanner: tuple[str, ...]
    lines: tuple[str, ...]


BLANK = Printed(money=False, digits="", close="")


def printed(sheet: Sheet, style: Style) -> list[list[Printed]]:
    """Every line's figures."""
    lines = []
    first = next((index for index, line in enumerate(sheet.lines) if not line.heading), 0)
    for index, line in enumerate(sheet.lines):
        special = index == first or line.role is Role.TOTAL
        pairs = zip(line.amounts, sheet.columns, strict=False)
        lines.append([figure(amount, line, column, special, style) for amount, column in pairs])
    return lines


MARKS_OF_HEADS = ((), ("(Restated)",), ("(Unaudited)",))
"""Lines under the heads of a statement, by column."""


def figure(amount: Decimal | None, line: Line, column: Column, special: bool, style: Style) -> Printed:
    """One figure. `special` lines are those that have signs of money where not all have."""
    if amount is None:
        return BLANK
    unit = column.unit or line.unit
    money = unit is Unit.PER_SHARE or (unit is Unit.MONEY and _marked(special, style))
    if not amount:
        nil = {"nil-dash": "-", "nil-dashes": "--", "nil-blank": "", "nil-zero": "0"}[style.of("nil")]
        return Printed(money and bool(nil) and style.of("dollar") != "dollar-in-words", nil, "")
    if style.of("dollar") == "dollar-in-words":
        money = False
    percent = "%" if unit is Unit.PERCENT else ""
    digits = f"{abs(amount):,}"
    if money and not int(abs(amount)) % BROKEN and style.on("figures-broken"):
        digits = digits.replace(",", ", ", 1)
    mark = " (1)" if not percent and int(abs(amount)) % MARKED == 1 and style.on("marks-behind-figures") else ""
    if amount > 0:
        return Printed(money, digits, f"{percent}{mark}")
    signed = {"minus": f"-{digits}", "minus-sign": f"{MINUS if style.medium is Medium.HTML else '-'}{digits}"}
    sign = style.of("sign")
    if sign == "minus-behind" and not percent:
        return Printed(money, f"{digits}-", "")
    if sign in signed or sign == "minus-behind":
        return Printed(money, signed.get(sign, f"-{digits}"), f"{percent}{mark}")
    return Printed(money, f"({digits}", f"{mark}){percent}")


def _marked(special: bool, style: Style) -> bool:
    habit = style.of("dollar")
    return habit == "dollar-everywhere" or (habit == "dollar-first-and-total" and special)


def with_references(
    sheet: Sheet, style: Style, figures: list[list[Printed]], columns: list[Head]
) -> tuple[list[list[Printed]], list[Head]]:
    """A statement with a column that names the note of a line, where the filer has one."""
    if not sheet.primary or sheet.heads is Heads.MEMBERS or not style.on("reference-column"):
        return figures, columns
    numbers = [
        Printed(money=False, digits=str(index % 9 + 1) if index % 3 == 0 else "", close="")
        for index in range(len(figures))
    ]
    rows = [[number, *row] if row else [] for number, row in zip(numbers, figures, strict=True)]
    return rows, [Head((), ("Notes",)), *columns]


def unit_words(sheet: Sheet, style: Style) -> str:
    """What the amounts are counted in; empty where nothing need be said."""
    counted = any(unit in {None, Unit.MONEY} for line in sheet.lines if not line.heading for unit in (line.unit,))
    if not counted:
        return ""
    words = SCALES[sheet.scale]
    bare = style.of("dollar") == "dollar-in-words"
    if not words:
        return "(In dollars)" if bare else ""
    if words == "thousands" and style.on("unit-omitted") and not bare:
        return "(000's omitted)"
    said = f"Dollars in {words}" if bare or style.on("unit-of-dollars") else f"In {words}"
    if style.on("unit-of-signs"):
        said = f"$ in {words}"
    return f"({said}{_except(sheet, style)})"


def _except(sheet: Sheet, style: Style) -> str:
    shared = any(line.unit is Unit.PER_SHARE for line in sheet.lines)
    return ", except per share data" if shared and style.on("except-per-share") else ""


def unit_place(sheet: Sheet, style: Style) -> str:
    """Where the unit stands: `title`, `stub`, `spanner`, `lead-in`."""
    place = style.of("unit").removeprefix("unit-").removeprefix("in-")
    if not sheet.primary:
        return "lead-in" if style.on("unit-in-lead-in") else ("spanner" if place == "spanner" else "stub")
    return place


def lead_in(sheet: Sheet, style: Style) -> str:
    """The sentence before a table of a note."""
    words = unit_words(sheet, style)
    tail = f" {words[0]}{words[1].lower()}{words[2:]}" if words and unit_place(sheet, style) == "lead-in" else ""
    return f"{sheet.lead_in}{tail}:"


def subtitles(sheet: Sheet, style: Style) -> list[str]:
    """The lines under the title of a statement: its times, its unit."""
    told = style.of("dates") == "years-only" or not style.on("title-without-times")
    lines = [sheet.about] if told or sheet.heads is Heads.MEMBERS else []
    words = unit_words(sheet, style)
    if words and unit_place(sheet, style) == "title":
        lines.append(words)
    return lines


def caption(line: Line, style: Style) -> str:
    """A caption as printed."""
    words = line.caption
    if words in LENGTHENED and style.on("long-captions"):
        words = LENGTHENED[words]
    if line.role is Role.TOTAL and line.day is None and style.on("capital-captions"):
        words = words.upper()
    return words


def heads(sheet: Sheet, style: Style) -> list[Head]:
    """The head of every column."""
    found = [_head(sheet, column, style) for column in sheet.columns]
    timed = sheet.primary and sheet.heads is not Heads.MEMBERS
    return (
        [_marked_head(head, index) for index, head in enumerate(found)] if timed and style.on("heads-marked") else found
    )


def _marked_head(head: Head, index: int) -> Head:
    """A head that says what is to be said of its figures, but in the first column."""
    return head._replace(lines=(*head.lines, *MARKS_OF_HEADS[index % len(MARKS_OF_HEADS)]))


def _quarter(sheet: Sheet, column: Column, style: Style) -> Head:
    """The head of a quarter; where two years stand one above the other, it cannot tell of which."""
    habit = style.of("quarters")
    assert column.time is not None
    assert column.time.end is not None
    day, number = column.time.end, [each.member for each in sheet.columns].index(column.member) + 1
    if habit == "quarters-by-day":
        return Head(("Quarter Ended",), (f"{day:%B} {day.day}",))
    if habit == "quarters-named" or any(line.times for line in sheet.lines):
        return Head((), tuple(_broken(column.member)))
    year = sheet.columns[-1].time.end.year if sheet.columns[-1].time and sheet.columns[-1].time.end else 0
    return Head((), (f"{number}Q{year % 100:02}" if habit == "quarters-coded" else f"Q{number}'{year % 100:02}",))


def _head(sheet: Sheet, column: Column, style: Style) -> Head:
    if sheet.heads is Heads.QUARTERS:
        return _quarter(sheet, column, style)
    if column.member or column.time is None or column.time.end is None:
        return Head((column.spanner,) if column.spanner else (), tuple(_broken(column.member)))
    day = column.time.end
    habit = style.of("dates")
    if sheet.heads is Heads.MONTHS:
        return _months(column, day, habit)
    opening = ("Year Ended",) if sheet.heads is Heads.YEARS else ()
    plural = tuple(word.replace("Year", "Years") for word in opening)
    one_day = (
        len({(each.time.end.month, each.time.end.day) for each in sheet.columns if each.time and each.time.end}) == 1
    )
    if habit in {"dates-spanner", "years-only"} and not one_day:
        habit = "dates-in-full"
    if habit == "dates-spanner":
        return Head((" ".join((*plural, f"{day:%B} {day.day},")),), (str(day.year),))
    if habit == "years-only":
        return Head((), (str(day.year),))
    return Head((), (*opening, *_dated(day, habit)))


def _months(column: Column, day: datetime.date, habit: str) -> Head:
    assert column.time is not None
    assert column.time.start is not None
    count = round((day - column.time.start).days / 30.4)
    words = f"{COUNTS[count]} Months Ended"
    if habit in {"dates-spanner", "years-only"}:
        return Head((words, f"{day:%B} {day.day},"), (str(day.year),))
    if habit == "dates-in-full":
        return Head((), (f"{COUNTS[count]} Months", "Ended", *_dated(day, habit)))
    return Head((words,), tuple(_dated(day, habit)))


def _dated(day: datetime.date, habit: str) -> tuple[str, ...]:
    if habit == "dates-numeric":
        return (f"{day.month}/{day.day}/{day:%y}",)
    if habit == "dates-short":
        return (f"{day:%b}-{day:%y}",)
    if habit == "dates-dotted":
        return (f"{day.day}.{day.month:02}.{day.year}",)
    if habit == "dates-abbreviated":
        return (f"{MONTHS_ABBREVIATED[day.month - 1]} {day.day},", str(day.year))
    return (f"{day:%B} {day.day},", str(day.year))


def _broken(words: str) -> list[str]:
    """Words in lines that a narrow column can hold."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > NARROW_HEAD:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def heading(level: str, number: str, title: str, style: Style) -> list[str]:
    """A heading of a Part, an Item or a note, in lines."""
    if level == "part":
        lines = [f"PART {number}", *([title.upper()] if title else [])]
        return [" - ".join(lines)]
    if level == "item":
        return _item(number, title, style)
    if level == "note":
        return _note(number, title, style)
    return [title]


def _item(number: str, title: str, style: Style) -> list[str]:
    loud = style.on("item-capitals")
    word, title = ("ITEM", title.upper()) if loud else ("Item", title)
    habit = style.of("items")
    if habit == "item-two-lines":
        return [f"{word} {number}.", title]
    forms = {
        "item-dash": f"{word} {number} - ",
        "item-colon": f"{word} {number}: ",
        "item-blanks": f"{word} {number}   ",
        "item-dashes": f"{word} {number} -- ",
    }
    return [forms.get(habit, f"{word} {number}. ") + title]


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _note(number: str, title: str, style: Style) -> list[str]:
    loud = style.on("note-capitals")
    word, title = ("NOTE", title.upper()) if loud else ("Note", title)
    habit = style.of("notes")
    letter = LETTERS[int(number) - 1]
    if habit == "note-above":
        return [f"{word} {number}", title]
    forms = {
        "note-dot": f"{number}. ",
        "note-dash": f"{word} {number} - ",
        "note-colon": f"{word} {number}: ",
        "note-parenthesis": f"({number}) ",
        "note-letter": f"{word} {letter} -- ",
        "note-letter-dot": f"{letter}. ",
        "note-dot-dash": f"{word} {number}. ",
    }
    return [forms[habit] + title]


def note_number(number: str, style: Style) -> str:
    """How a note is numbered."""
    lettered = style.of("notes") in {"note-letter", "note-letter-dot"}
    return LETTERS[int(number) - 1] if lettered else number
