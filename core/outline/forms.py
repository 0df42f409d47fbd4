"""The Items of each form, read from `resources/forms`, by which headings are told from cross-references."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "forms"


@dataclass(frozen=True, slots=True)
class FormItem:
    """An Item as a form prescribes it. `words`: beginnings of the words that its title starts with or holds.

    `short`: a few words for it where several Items share a heading.
    """

    number: str
    part: str
    title: str
    words: tuple[str, ...]
    short: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form and its Items, by number (`7A`); where numbers begin again in a Part (`by_part`), by Part and number (`II-1`)."""

    name: str
    types: frozenset[str]
    items: dict[str, FormItem]
    by_part: bool

    def named(self, number: str, title: str) -> list[FormItem]:
        """The form's Items of this number (of any Part) whose wording fits this title."""
        low = title.lower()[:60]
        return [item for item in self.of_number(number) if any(word in low for word in item.words)]

    def together(self, first: int, last: int) -> str:
        """What the Items from one number to another are about, in 120 letters at most; empty where that can't be said."""
        titles = [self.items[str(number)].short for number in range(first, last + 1) if str(number) in self.items]
        joined = "; ".join(titles)
        return joined if len(titles) == last - first + 1 and all(titles) and len(joined) <= 120 else ""

    def part(self, number: int) -> str:
        """The Part that a form puts the Item of this number in; empty where it has none."""
        found = self.items.get(str(number))
        return found.part if found else ""

    def title(self, number: str, part: int) -> str:
        """The form's own title of an Item; empty where it has none of this number."""
        found = self.items.get(f"{'I' * part}-{number}" if self.by_part else number)
        return found.title if found else ""

    def respaced(self, number: str, title: str) -> str:
        """A title whose blanks between words are lost, with those of the form's title that has the same letters."""
        if " " in title.strip(" ."):
            return title
        letters = title.strip(" .").lower()
        for item in self.of_number(number):
            if item.title.replace(" ", "").lower().startswith(letters):
                return _spaced(title, item.title)
        return title

    def of_number(self, number: str) -> list[FormItem]:
        """The form's Items of this number, of any Part; also of a temporary one (`9A(T)`, `4T`)."""
        number = number.removesuffix("(T)").removesuffix("T").partition("(")[0]
        keys = (number, f"I-{number}", f"II-{number}")
        return [self.items[key] for key in keys if key in self.items]


def _spaced(letters: str, words: str) -> str:
    """Letters with blanks where the words of the same letters have them."""
    shown, at = "", 0
    for sign in words:
        if at >= len(letters):
            break
        shown += sign if sign == " " else letters[at]
        at += sign != " "
    return shown.rstrip()


@cache
def forms() -> tuple[Form, ...]:
    """Every form that is described."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.toml")))


def form_of(kind: str | None) -> Form | None:
    """The form that a document of this type is written on (`10-K405/A`), or None."""
    wanted = (kind or "").upper().strip()
    return next((form for form in forms() if wanted in form.types or wanted.removesuffix("/A") in form.types), None)


def _read(path: Path) -> Form:
    described = tomllib.loads(path.read_text("utf-8"))
    items = {
        key: FormItem(key.rpartition("-")[2], item["part"], item["title"], tuple(item["words"]), item.get("short", ""))
        for key, item in described["items"].items()
    }
    return Form(described["form"], frozenset(described["types"]), items, any("-" in key for key in items))
