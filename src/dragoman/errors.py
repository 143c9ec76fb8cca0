"""Every error that Dragoman raises on purpose.

    DragomanError
    ├── UsageError          the caller asked for something that does not exist or does not fit
    ├── InputError          an input can't be read (becomes a line of the quarantine)
    ├── ModelError          the encoder's files are missing, changed or of another version
    ├── RecordError         the record can't be used
    │   ├── NotARecord      the file is not a Dragoman record
    │   ├── NewerRecord     made by a newer Dragoman; refused untouched
    │   └── RecordDamaged   SQLite's own check fails
    └── TemporaryError      trying again later may work
        ├── RecordLocked    another process writes; its name is in the message
        └── DiskFull        no space left; what was acknowledged is safe

A message says what was found, what was expected and the next step.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors raised on purpose. `exit_code` is what the command line ends with."""

    exit_code = 1


class UsageError(DragomanError):
    """An argument names something that does not exist or has a value that can't be used."""

    exit_code = 2


class InputError(DragomanError):
    """One input can't be read; `reason` is a short fixed word for counting, `detail` the sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class ModelError(DragomanError):
    """The encoder's files are missing, altered or made for another version of the program."""


class RecordError(DragomanError):
    """The record can't be used."""


class NotARecord(RecordError):  # noqa: N818 - reads better without the suffix
    """The file exists and is not a Dragoman record."""


class NewerRecord(RecordError):  # noqa: N818
    """The record was written by a newer Dragoman; it is left untouched."""


class RecordDamaged(RecordError):  # noqa: N818
    """SQLite's integrity check fails."""


class TemporaryError(DragomanError):
    """Trying again later may work."""

    exit_code = 4


class RecordLocked(TemporaryError):  # noqa: N818
    """Another process holds the record for writing."""


class DiskFull(TemporaryError):  # noqa: N818
    """The disk is full. Everything acknowledged before is in the record."""
