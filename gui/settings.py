"""What is kept between starts: the window's geometry, splitters, theme, options and recent files."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Signal

RECENT = 10
TITLES = "titles"
"""The group of settings that says what the recent files are."""


def settings_path() -> Path:
    """Where this person's settings are kept."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "tieout" / "tieout.ini"


class Settings(QObject):
    """Settings in one INI file. What is missing or damaged there reads as its default."""

    recent_changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = QSettings(str(path or settings_path()), QSettings.Format.IniFormat)

    def beside(self, name: str) -> Path:
        """A file of this name in the folder of the settings."""
        return Path(self._store.fileName()).parent / name

    def text(self, key: str, default: str = "") -> str:
        """A setting of words."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        """Keeps a setting of words."""
        self._store.setValue(key, value)

    def flag(self, key: str, *, default: bool) -> bool:
        """A setting that is on or off."""
        return self.text(key, "on" if default else "off") == "on"

    def set_flag(self, key: str, *, value: bool) -> None:
        """Keeps a setting that is on or off."""
        self.set_text(key, "on" if value else "off")

    def state(self, key: str) -> QByteArray | None:
        """The state of a window or splitter as Qt saved it, or None."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else None

    def set_state(self, key: str, value: QByteArray) -> None:
        """Keeps the state of a window or splitter."""
        self._store.setValue(key, value)

    def forget(self, group: str) -> None:
        """Forgets every setting of a group."""
        self._store.remove(group)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files and folders opened lately, the latest first; those that are gone are left out."""
        value = self._store.value("recent")
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        paths = [Path(name) for name in names if isinstance(name, str) and name]
        return tuple(path for path in paths if path.exists())

    def title_of(self, path: Path) -> str:
        """What a recent file is: its company, form and year; its name where that is not known."""
        return self.text(f"{TITLES}/{_key(path)}") or path.name

    def add_recent(self, path: Path, title: str = "") -> None:
        """Puts a file or folder first among the recent ones, with what it is."""
        here = path.absolute()
        if title:
            self.set_text(f"{TITLES}/{_key(here)}", title)
        names = [str(here), *(str(other) for other in self.recent if other != here)]
        for gone in names[RECENT:]:
            self._store.remove(f"{TITLES}/{_key(Path(gone))}")
        self._store.setValue("recent", names[:RECENT])
        self.recent_changed.emit()

    def clear_recent(self) -> None:
        """Forgets the recent files."""
        self._store.remove("recent")
        self._store.remove(TITLES)
        self.recent_changed.emit()

    def sync(self) -> None:
        """Writes to disk now."""
        self._store.sync()


def _key(path: Path) -> str:
    """A path as the name of a setting: a settings file has its own use for slashes."""
    return str(path.absolute()).replace("/", "|").replace("\\", "|")
