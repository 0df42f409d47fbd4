"""The number of the program that reads: another one after any change that a reading may depend on."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.store import version as module
from core.store.version import version


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("core/read/a.py", "core/b.py", "resources/vocabulary/c.toml", "resources/e.tsv", "resources/web/d.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(module, "_ROOT", tmp_path)
    version.cache_clear()
    yield tmp_path
    version.cache_clear()


def now() -> bytes:
    version.cache_clear()
    return version()


@pytest.mark.parametrize("name", ["core/read/a.py", "core/b.py", "resources/vocabulary/c.toml", "resources/e.tsv"])
def test_any_change_of_rules_is_another_version(program: Path, name: str) -> None:
    before = now()
    (program / name).write_text(name[::-1])
    assert now() != before
    (program / name).write_text(name)
    assert now() == before
    (program / name).rename(program / f"core/z{Path(name).suffix}")
    assert now() != before


def test_what_no_reading_depends_on_is_none(program: Path) -> None:
    before = now()
    (program / "resources/web/d.js").write_text("")
    assert now() == before


def test_a_version_is_that_of_the_first_call(program: Path) -> None:
    before = version()
    (program / "core/b.py").write_text("")
    assert version() == before


def test_other_packages_and_another_python_are_other_versions(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = now()
    packages = program / "packages"
    (packages / "lxml-99.1.dist-info").mkdir(parents=True)
    with monkeypatch.context() as changed:
        changed.syspath_prepend(str(packages))
        assert now() != before
    with monkeypatch.context() as changed:
        changed.setattr(sys, "version", "3.99")
        assert now() != before
    assert now() == before
