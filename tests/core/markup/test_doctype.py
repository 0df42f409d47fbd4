"""What kind of HTML a page is drawn as: what its document says, and nothing where it says nothing."""

import pytest

from core.markup.page_markup import filed

STRICT = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'


@pytest.mark.parametrize(
    ("head", "doctype"),
    [
        ("", ""),
        ("<?xml version='1.0'?><!-- made up -->", ""),
        ("<!doctype html>", "<!doctype html>"),
        (STRICT, STRICT),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]>", ""),
        ("<!DOCTYPE xbrl>", ""),
    ],
)
def test_the_page_is_of_the_kind_its_document_says(head: str, doctype: str) -> None:
    page = filed(f"{head}<html><body><p>Lamps</p></body></html>")
    assert page is not None
    assert page.decode().partition("<html")[0].strip() == doctype
