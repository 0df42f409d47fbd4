"""Where each platform keeps what programs write."""

from pathlib import Path

import pytest

from core.homes import cache_of, data_of, settings_of

HOME = Path("/people/ann")


@pytest.mark.parametrize(
    ("platform", "environment", "settings", "data", "cache"),
    [
        ("linux", {}, HOME / ".config", HOME / ".local" / "share", HOME / ".cache"),
        (
            "linux",
            {"XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d", "XDG_CACHE_HOME": "/x"},
            Path("/c"),
            Path("/d"),
            Path("/x"),
        ),
        (
            "darwin",
            {"XDG_CONFIG_HOME": "/c"},
            HOME / "Library" / "Preferences",
            HOME / "Library" / "Application Support",
            HOME / "Library" / "Caches",
        ),
        ("win32", {"LOCALAPPDATA": "/l"}, Path("/l"), Path("/l"), Path("/l")),
        ("win32", {}, *[HOME / "AppData" / "Local"] * 3),
    ],
)
def test_places(platform: str, environment: dict[str, str], settings: Path, data: Path, cache: Path) -> None:
    found = [each(environment, platform, lambda: HOME) for each in (settings_of, data_of, cache_of)]
    assert found == [settings, data, cache]
