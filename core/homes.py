"""Where a platform keeps what programs write for a person: settings, data, and what can be made again."""

from collections.abc import Callable, Mapping
from pathlib import Path

Environment = Mapping[str, str]
Home = Callable[[], Path]


def cache_of(environment: Environment, platform: str, home: Home) -> Path:
    """Where this platform keeps what can be made again. Raises RuntimeError for a person without a home."""
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) if local else home() / "AppData" / "Local"
    if platform == "darwin":
        return home() / "Library" / "Caches"
    return _named(environment, "XDG_CACHE_HOME") or home() / ".cache"


def settings_of(environment: Environment, platform: str, home: Home) -> Path:
    """Where this platform keeps settings. Raises RuntimeError for a person without a home."""
    if platform == "win32":
        return cache_of(environment, platform, home)
    if platform == "darwin":
        return home() / "Library" / "Preferences"
    return _named(environment, "XDG_CONFIG_HOME") or home() / ".config"


def data_of(environment: Environment, platform: str, home: Home) -> Path:
    """Where this platform keeps what belongs to the reader. Raises RuntimeError for a person without a home."""
    if platform == "win32":
        return cache_of(environment, platform, home)
    if platform == "darwin":
        return home() / "Library" / "Application Support"
    return _named(environment, "XDG_DATA_HOME") or home() / ".local" / "share"


def _named(environment: Environment, name: str) -> Path | None:
    named = environment.get(name)
    return Path(named) if named else None
