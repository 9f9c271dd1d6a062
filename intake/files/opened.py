"""Reads a file of a reader's own, from its path or its bytes."""

from pathlib import Path

from intake.errors import DataFileError
from intake.files.isolated import read_isolated, too_large
from intake.files.layers import Progress, RawFile, Refused, no_progress
from intake.files.limits import BROWSER, COMMAND_LINE, Limits
from intake.files.reader import Asked
from intake.sentence import Sentence

PUT_BACK = Sentence("Put the file back, or name another one.")


def raw_from_path(
    path: Path,
    *,
    encoding: str = "",
    limits: Limits = COMMAND_LINE,
    progress: Progress = no_progress,
) -> RawFile:
    """Return what a file on disk holds; see ``raw_from_bytes``.

    Raises
    ------
    DataFileError
        It cannot be opened, or is refused.
    """
    asked = Asked(name=path.name, limits=limits, encoding=encoding)
    try:
        if path.exists() and not path.is_file():
            raise DataFileError(path.name, Sentence("found something that is no file"), PUT_BACK)
        size = path.stat().st_size
        if size > limits.upload_bytes:
            refused = too_large(size, asked)
            raise DataFileError(path.name, refused.fault, refused.remedy)
        content = path.read_bytes()
    except OSError as error:
        fault = Sentence("the file cannot be opened ({reason})", reason=error.strerror)
        raise DataFileError(path.name, fault, PUT_BACK) from None
    return raw_from_bytes(content, path.name, encoding=encoding, limits=limits, progress=progress)


def raw_from_bytes(
    content: bytes,
    name: str,
    *,
    encoding: str = "",
    limits: Limits = BROWSER,
    progress: Progress = no_progress,
) -> RawFile:
    """Return what a file holds, read in a process that can open nothing else.

    Parameters
    ----------
    content, name
        The bytes, and the name of the file, for the words alone.
    encoding
        The answer to the question ``encoding``; empty to find out.
    limits
        What the file must not exceed.
    progress
        Is called with a share of 0 to 1 in the calling thread; may raise to stop.

    Raises
    ------
    DataFileError
        The file is refused; ``fault`` and ``remedy`` say why and what to do.
    """
    try:
        return read_isolated(content, Asked(name=name, limits=limits, encoding=encoding), progress)
    except Refused as refused:
        raise DataFileError(name, refused.fault, refused.remedy) from None
