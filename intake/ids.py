"""Ids that stand several in one cell, joined by semicolons."""


def split_ids(cell: str) -> tuple[str, ...]:
    """Return the ids of a cell, in their order; an empty cell holds none.

    Parameters
    ----------
    cell
        Ids joined by semicolons, such as ``C-HK-2004;C-NKN-2017``.

    Returns
    -------
    tuple[str, ...]
        The ids.

    Examples
    --------
    >>> split_ids("PRK;CHN")
    ('PRK', 'CHN')
    >>> split_ids("")
    ()
    """
    return tuple(part for part in cell.split(";") if part)
