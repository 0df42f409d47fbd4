"""What may go wrong between here and EDGAR. Each message is one line, for the reader."""


class EdgarError(Exception):
    """Nothing came of it, whatever the reason."""


class NotAllowedError(EdgarError):
    """The reader has not agreed, or has turned the network off: nothing was sent."""


class NoContactError(EdgarError):
    """That is no contact that the Commission could write to."""


class UnknownError(EdgarError):
    """No company, or more than one, is meant by these words."""


class MissingError(EdgarError):
    """The server has no such file."""


class StoppedError(EdgarError):
    """The server does not answer, or wants to be left alone: there is no use in asking it for anything else now."""


class AnswerError(EdgarError):
    """The answer is not what it should be, however often it was asked for."""


class PassingError(Exception):
    """It may go better a little later: `wait` seconds where the server says so; `further` where something came all the same."""

    def __init__(self, why: str, wait: float | None = None, *, further: bool = False) -> None:
        super().__init__(why)
        self.wait, self.further = wait, further


class DamagedError(PassingError):
    """What came is not what was asked for, though the server answers: another file may well come right."""
