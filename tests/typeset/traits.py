"""The habits of filers, by name. A filing has one of each group and any of those that stand alone, drawn from its seed."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Flag, auto


class Medium(Flag):
    """What a trait is found in."""

    TEXT = auto()
    HTML = auto()
    BOTH = TEXT | HTML


@dataclass(frozen=True, slots=True)
class Trait:
    """One habit. Of a `group` a filing has exactly one, with chances by `weight`; the first of a group is the plain one. A
    trait of no group is there in `weight` of ten filings."""

    name: str
    tells: str
    weight: int
    medium: Medium = Medium.BOTH
    group: str = ""


TEXT, HTML, BOTH = Medium.TEXT, Medium.HTML, Medium.BOTH
OF_TEN = 10

TRAITS = (
    # when it is for
    Trait("dates-spanner", "`December 31,` or `Years Ended June 30,` stands over the years.", 4, BOTH, "dates"),
    Trait("dates-in-full", "Every column has its own date on two or three lines.", 3, BOTH, "dates"),
    Trait("years-only", "Columns have years alone; the line under the title tells the day.", 3, BOTH, "dates"),
    Trait("dates-numeric", "Columns are headed 12/31/98.", 1, BOTH, "dates"),
    Trait("dates-abbreviated", "Months are cut short: `Dec. 31, 1998`.", 1, BOTH, "dates"),
    Trait("dates-short", "Columns are headed `Dec-98`.", 1, BOTH, "dates"),
    Trait("dates-dotted", "Columns are headed `31.12.1998`.", 1, BOTH, "dates"),
    Trait("oldest-first", "The oldest year stands to the left.", 2),
    Trait("title-without-times", "No line under the title tells the times: the columns do.", 4),
    # headings
    Trait("note-dot", "Notes are `1. TITLE`.", 3, BOTH, "notes"),
    Trait("note-dash", "Notes are `NOTE 1 - TITLE`.", 3, BOTH, "notes"),
    Trait("note-colon", "Notes are `Note 1: Title`.", 1, BOTH, "notes"),
    Trait("note-parenthesis", "Notes are `(1) TITLE`.", 2, BOTH, "notes"),
    Trait("note-letter", "Notes are `NOTE A -- TITLE`.", 1, BOTH, "notes"),
    Trait("note-letter-dot", "Notes are `A. TITLE`.", 1, BOTH, "notes"),
    Trait("note-above", "`NOTE 1` has a line of its own, the title the next.", 1, BOTH, "notes"),
    Trait("note-dot-dash", "Notes are `NOTE 1. TITLE`.", 2, BOTH, "notes"),
    Trait("note-run-in", "The words of the note follow its title on the same line.", 1),
    Trait("note-capitals", "Titles of notes are in capitals.", 5),
    Trait("note-underlined", "Titles of notes are underlined.", 2),
    Trait("note-centred", "Headings of notes are centred.", 1),
    Trait("item-dot", "Items are `ITEM 1. BUSINESS`.", 5, BOTH, "items"),
    Trait("item-dash", "Items are `ITEM 1 - BUSINESS`.", 2, BOTH, "items"),
    Trait("item-colon", "Items are `Item 1: Business`.", 1, BOTH, "items"),
    Trait("item-two-lines", "`ITEM 1` has a line of its own, its title the next.", 1, BOTH, "items"),
    Trait("item-blanks", "Items are `Item 1   Business`.", 1, BOTH, "items"),
    Trait("item-dashes", "Items are `ITEM 1 -- BUSINESS`.", 1, BOTH, "items"),
    Trait("item-capitals", "Items are in capitals.", 6),
    Trait("item-centred", "Items are centred.", 2),
    Trait("item-underlined", "Items are underlined.", 2),
    Trait("contents", "A contents page lists the Items with their pages.", 6),
    Trait("contents-without-pages", "The contents page has no page numbers.", 2),
    Trait("cross-references", "Sentences begin with `Item 7` or `Note 3` and mean another place.", 4),
    Trait("statements-behind", "The statements stand behind the signatures; Item 8 points to them.", 3),
    Trait("index-of-statements", "A list of the statements and their pages stands before them.", 4),
    Trait("sub-headings", "Notes and Items have headings of their own inside.", 5),
    Trait("running-head", "Each page begins with the company's name.", 3),
    Trait("continued", "What goes on over a page says `(continued)`.", 4),
    # figures
    Trait("brackets", "Below zero is (123).", 8, BOTH, "sign"),
    Trait("minus", "Below zero is -123.", 2, BOTH, "sign"),
    Trait("minus-behind", "Below zero is 123-.", 1, BOTH, "sign"),
    Trait("minus-sign", "Below zero has the sign of mathematics, in HTML.", 1, BOTH, "sign"),
    Trait("nil-dash", "Nothing is `-`.", 4, BOTH, "nil"),
    Trait("nil-dashes", "Nothing is `--`.", 3, BOTH, "nil"),
    Trait("nil-blank", "Nothing is blank.", 2, BOTH, "nil"),
    Trait("nil-zero", "Nothing is `0`.", 1, BOTH, "nil"),
    Trait("dollar-first-and-total", "The first line and the totals have a sign of money.", 6, BOTH, "dollar"),
    Trait("dollar-everywhere", "Every amount has a sign of money.", 2, BOTH, "dollar"),
    Trait("dollar-in-words", "Only the unit's words say that it is money.", 1, BOTH, "dollar"),
    Trait("unit-in-title", "`(In thousands)` stands under the title.", 5, BOTH, "unit"),
    Trait("unit-in-stub", "`(In thousands)` stands over the captions, beside the column heads.", 3, BOTH, "unit"),
    Trait("unit-spanner", "`(in thousands)` stands between the column heads and the first line.", 2, BOTH, "unit"),
    Trait("unit-of-dollars", "The unit says `(Dollars in thousands)`.", 4),
    Trait("unit-omitted", "The unit says `(000's omitted)`.", 1),
    Trait("unit-in-lead-in", "The sentence before a note's table tells the unit.", 3),
    Trait("except-per-share", "The unit adds `except per share data`.", 5),
    Trait("figures-broken", "Some figures have a blank behind a comma.", 1),
    Trait("marks-behind-figures", "Some figures have a footnote mark behind them: `1,234 (1)`.", 2),
    Trait("footnote-marks", "Captions and figures have marks that lead to a line below.", 2),
    Trait("reference-column", "A column tells the note of each line of a statement.", 1),
    # what tables are laid out as
    Trait("long-captions", "Captions are long enough to be wrapped.", 4),
    Trait("quarters-down", "The quarters are lines, not columns.", 3),
    Trait("quarters-stacked", "The quarters of two years stand one above the other, under headings of years.", 4),
    Trait("quarters-named", "Quarters are headed `First Quarter`.", 4, BOTH, "quarters"),
    Trait("quarters-coded", "Quarters are headed `1Q98`.", 2, BOTH, "quarters"),
    Trait("quarters-primed", "Quarters are headed `Q1'98`.", 1, BOTH, "quarters"),
    Trait("quarters-by-day", "Quarters are headed by their last days: `Quarter Ended March 31`.", 3, BOTH, "quarters"),
    Trait("segments-across", "The segments are columns, not lines.", 4),
    Trait("blank-columns", "An empty column stands between the figures.", 2),
    Trait("percent-columns", "A column of percentages stands beside the amounts.", 3),
    Trait("lists-of-exhibits", "The exhibits are a numbered list.", 6),
    Trait("capital-captions", "Captions of totals are in capitals.", 2),
    # text: tables
    Trait("ruler-true", "`<S>` and `<C>` stand where the columns begin.", 5, TEXT, "ruler"),
    Trait("ruler-false", "`<S>` and `<C>` stand together at the left.", 2, TEXT, "ruler"),
    Trait("ruler-none", "`<TABLE>` alone, without a ruler.", 2, TEXT, "ruler"),
    Trait("table-none", "Nothing says that it is a table.", 3, TEXT, "ruler"),
    Trait("caption-tag", "`<CAPTION>` stands before the column heads.", 5, TEXT),
    Trait("title-in-table", "The title stands inside of `<TABLE>`.", 3, TEXT),
    Trait("dot-leaders", "Dots lead from the caption to the figures.", 3, TEXT),
    Trait("narrow-captions", "The column of captions is narrow: half of them are wrapped.", 2, TEXT),
    Trait("figures-first", "The figures stand beside the first line of a wrapped caption.", 1, TEXT),
    Trait("heads-ruled", "Column heads are underlined.", 6, TEXT),
    Trait("spanner-ruled", "The line over several columns is underlined.", 4, TEXT),
    Trait("rules-single", "`-----` over sums, `=====` below the last.", 6, TEXT, "rules"),
    Trait("rules-double", "`-----` twice below the last sum.", 2, TEXT, "rules"),
    Trait("rules-underscored", "`_____` over sums.", 1, TEXT, "rules"),
    Trait("rules-none", "No rules.", 1, TEXT, "rules"),
    Trait("dash-escaped", "Lines that begin with a dash begin with `- `.", 2, TEXT),
    Trait("dollar-apart", "The sign of money stands at the left of its column.", 6, TEXT),
    Trait("tables-indented", "Tables are indented.", 2, TEXT),
    Trait("tight-columns", "Two blanks between the columns.", 2, TEXT),
    Trait("side-heads", "The headings of a balance sheet stand in the margin beside its lines.", 1, TEXT),
    Trait("blank-lines", "A blank line follows each line of a table.", 1, TEXT),
    Trait("two-page-balance-sheet", "Assets end a page, liabilities begin the next under the title again.", 2),
    # text: pages
    Trait("page-tag", "A number, then `<PAGE>`.", 4, TEXT, "pages"),
    Trait("page-dashes", "`- 12 -`, then `<PAGE>`.", 3, TEXT, "pages"),
    Trait("page-numbered-tag", "`<PAGE>` with the number behind it.", 2, TEXT, "pages"),
    Trait("page-f", "Pages are F-1, F-2.", 1, TEXT, "pages"),
    Trait("page-feet", "The number alone at the foot, no `<PAGE>`.", 1, TEXT, "pages"),
    Trait("pages-none", "No pages.", 1, TEXT, "pages"),
    Trait("pages-cut-tables", "A page may end inside of a table.", 3, TEXT),
    Trait("pages-cut-tags", "A table that is cut is closed and opened again.", 3, TEXT),
    Trait("tabs", "Blanks are tabs where they can be.", 1, TEXT),
    Trait("page-indented", "The whole page is indented.", 2, TEXT),
    Trait("paragraphs-indented", "Paragraphs begin with an indent.", 4, TEXT),
    Trait("wide-page", "The page is 100 characters wide.", 1, TEXT),
    Trait("titles-left", "Titles stand at the left.", 2),
    Trait("submission", "The document stands in a submission with a header.", 5),
    # HTML: how a table's cells are made
    Trait("html-plain", "A cell a figure, nothing else.", 2, HTML, "manner"),
    Trait("html-font", "FONT in every cell, HR for rules, empty cells between columns.", 2, HTML, "manner"),
    Trait("html-word", "MsoNormal paragraphs in every cell, as a word processor writes them.", 2, HTML, "manner"),
    Trait("html-classes", "All looks come from a style sheet by class.", 2, HTML, "manner"),
    Trait("html-divs", "Cells three columns wide with spans and divs, as today's tools write them.", 2, HTML, "manner"),
    Trait("html-inline", "As today's tools write it, with inline XBRL.", 2, HTML, "manner"),
    Trait("html-nested", "Every table stands in a cell of another.", 1, HTML, "manner"),
    Trait("html-pre", "Plain text between PRE tags.", 1, HTML, "manner"),
    Trait("html-placed", "Every word is set at its place on the page.", 1, HTML, "manner"),
    Trait("html-printed", "The same in letters of their own widths, figures flush right.", 1, HTML, "manner"),
    Trait("html-courier", "Paragraphs of typewriter letters, blanks that do not break.", 1, HTML, "manner"),
    Trait("dollar-cell", "The sign of money has a cell of its own.", 6, HTML),
    Trait("bracket-cell", "The closing bracket has a cell of its own.", 5, HTML),
    Trait("heads-span-otherwise", "Cells of heads span other columns than the figures below them.", 3, HTML),
    Trait("heads-broken", "Lines of a head are broken with BR in one cell.", 4, HTML),
    Trait("years-row", "The years have a row of their own under the dates.", 4, HTML),
    Trait("figures-padded", "Figures have blanks that do not break before and behind them.", 3, HTML),
    Trait("headings-bold", "Headings are bold.", 7, HTML),
    Trait("headings-in-tables", "The number of an Item and its title stand in two cells of a table.", 2, HTML),
    Trait("lists-as-tables", "Bullets are tables of two cells.", 3, HTML),
    Trait("page-foot", "Pages end with a number and a rule.", 5, HTML),
    Trait("indent-by-blanks", "Captions are indented by blanks that do not break.", 3, HTML),
    Trait("hidden-words", "Words that no reader sees stand in the page.", 2, HTML),
    Trait("rows-shaded", "Every second row has a ground of its own.", 5, HTML),
    Trait("title-in-rows", "The title of a statement is the first row of its table.", 2, HTML),
)
BY_NAME = {trait.name: trait for trait in TRAITS}
GROUPS = {trait.group: [one for one in TRAITS if one.group == trait.group] for trait in TRAITS if trait.group}
AS_TEXT = ("html-pre", "html-placed", "html-printed", "html-courier")
"""Manners of HTML whose pages are set like text: they have the traits of text too."""
PLACED = ("html-placed", "html-printed")
"""Those of them in which each word is at its own place."""


@dataclass(slots=True)
class Style:
    """The traits of one filing. `used` are those that were asked for and there since it was last cleared: what shaped the
    piece that is being set."""

    names: frozenset[str]
    medium: Medium
    used: set[str] = field(default_factory=set)

    def on(self, name: str) -> bool:
        """Whether the filing has this trait."""
        if name not in BY_NAME:
            raise KeyError(name)
        there = name in self.names
        if there:
            self.used.add(name)
        return there

    def of(self, group: str) -> str:
        """Which trait of a group it has."""
        name = next(trait.name for trait in GROUPS[group] if trait.name in self.names)
        self.used.add(name)
        return name

    def taken(self) -> frozenset[str]:
        """What was used, and forgets it."""
        used, self.used = frozenset(self.used), set()
        return used


def drawn(rng: random.Random, medium: Medium, forced: Iterable[str] = ()) -> Style:
    """A style by chance. `forced` are there whatever the dice say, in place of others of their groups."""
    forced = set(forced)
    names = set(forced)
    for group in GROUPS:
        names |= _one_of(rng, group, medium, forced)
    text = medium is TEXT or names & set(AS_TEXT)
    for trait in TRAITS:
        chance = rng.randrange(OF_TEN) < trait.weight
        if not trait.group and chance and (trait.medium & medium or (text and trait.medium is TEXT)):
            names.add(trait.name)
    return Style(frozenset(names), medium)


def plain(medium: Medium, forced: Iterable[str] = ()) -> Style:
    """The first of every group, and nothing else but what is forced."""
    forced = set(forced)
    groups = {BY_NAME[name].group for name in forced}
    first = {traits[0].name for group, traits in GROUPS.items() if group not in groups}
    return Style(frozenset(first | forced), medium)


def _one_of(rng: random.Random, group: str, medium: Medium, forced: set[str]) -> set[str]:
    traits = GROUPS[group]
    choice = rng.choices(traits, [trait.weight for trait in traits])[0].name
    if any(trait.name in forced for trait in traits):
        return set()
    return {choice}
