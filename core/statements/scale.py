"""In what money, and in what multiple of it, a table's figures are printed."""

import re
from collections.abc import Iterable

_SCALE = re.compile(
    r"(?=[a-dfimt$(0])(?:(?P<thousand>\bin thousand (?:eur|nlg|dfl|dutch|us|guilders|pounds)"
    r"|(?<!shares )(?<!share )(?<!shares \()\b(?:in|\(in) thousands"
    r"|thousands of (?:u\.?s\.? |canadian |us)?(?:dollars|\$|pounds|guilders|euros?|yen|marks|francs)"
    r"|(?:dollars?|amounts?|dollar amounts|figures|\$|data) (?:are |stated |expressed |shown )?in thousands|\(thousands"
    r"|(?<!shares in )(?<!shares \(in )\bthousands\b(?=[,;)]| \(|$| except| of)"
    r"|\(?\$?000['’]?s?\b (?:omitted|\)|except|deleted)|\(\$?000['’]?s?\)|in \$?000['’]?s\b"
    r"|\$000['’]?s?\b|000['’]?s omitted|\(000 )"
    r"|(?P<million>\bin million (?:eur|nlg|dfl|dutch|us|guilders|pounds)"
    r"|(?<!shares )(?<!shares \()\b(?:in|\(in) millions"
    r"|millions of (?:u\.?s\.? |canadian |us)?(?:dollars|\$|pounds|guilders|euros?|yen|marks|francs)"
    r"|(?:dollars|amounts|\$) in millions"
    r"|\(millions|\bmillions\b(?=[,;)]| \(|$| except| of)|\(\$ ?millions?|\(\$?000,000|\$ ?mil\b)"
    r"|(?P<billion>\bin billions|billions of dollars)"
    r"|(?P<dollar>(?<!share )\((?:amounts |stated |expressed )?in (?:whole |u\.?s\.? )?dollars\)))"
)
_FACTOR = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dollar": 1}
_SPOKEN = ("thousand", "000", "illion", "$ mil", "dollars)")
_CURRENCY = re.compile(
    r"(?=[ac-gijl-npsuy$£€¥])(?:(?P<CAD>canadian (?:dollars|\$)|cdn\.? ?\$|\bc\$)|(?P<GBP>pounds? sterling|£|\bgbp\b)"
    r"|(?P<NLG>guilders?|\bnlg\b|\bdfl\b)|(?P<EUR>\beuros?\b|\beur\b|€)"
    r"|(?P<JPY>\b(?:japanese )?yen\b|¥)"
    r"|(?P<DEM>deutsche marks?|\bdm\b|german marks?)"
    r"|(?P<FRF>french francs?|\bfrf\b)|(?P<CHF>swiss francs?|\bchf\b)"
    r"|(?P<SEK>swedish kron(?:or|a)|\bsek\b)|(?P<NOK>norwegian kroner?|\bnok\b)"
    r"|(?P<DKK>danish kroner?|\bdkk\b)"
    r"|(?P<ILS>new israeli shekels?|\bnis\b)"
    r"|(?P<MXN>mexican pesos?)|(?P<AUD>australian dollars|\ba\$)|(?P<ITL>italian lire|\blire\b)"
    r"|(?P<ESP>spanish pesetas|\bpesetas\b)"
    r"|(?P<USD>u\.?s\.? ?(?:dollars|\$)|\bus\$|\busd\b|united states dollars))"
)


def scale_in(texts: Iterable[str]) -> int | None:
    """The scale that the first of these texts to speak of one gives: 1000 for `(In thousands, except per share)`."""
    for text in texts:
        lower = text.lower()
        if not any(map(lower.__contains__, _SPOKEN)):
            continue
        if (found := _SCALE.search(lower)) is not None:
            return _FACTOR[str(found.lastgroup)]
    return None


_HINTS = (
    "dollar", "us$", "u.s.", "c$", "a$", "cdn", "usd", "pound", "£", "gbp", "guilder", "nlg", "dfl", "eur", "€",
    "yen", "¥", "mark", "dm", "franc", "frf", "chf", "kron", "sek", "nok", "dkk", "shekel", "nis", "peso",
    "lire", "peseta",
)  # fmt: skip


def currency_in(texts: Iterable[str]) -> str | None:
    """The ISO code of the currency that the first of these texts to name one names."""
    whole = "\n".join(texts).lower()
    if not any(map(whole.__contains__, _HINTS)):
        return None
    found = _CURRENCY.search(whole)
    return str(found.lastgroup) if found is not None else None
