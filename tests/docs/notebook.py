"""Runs a notebook from top to bottom and keeps of it what is the same on every machine."""

import nbformat
from nbclient import NotebookClient

PATIENCE_S = 300


def executed(path):
    """The notebook with the outputs of a fresh run, without times, paths and counters of runs."""
    notebook = nbformat.read(path, as_version=4)
    folder = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=PATIENCE_S, kernel_name="python3", resources=folder).execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells, start=1):
        cell.metadata, cell.id = {}, f"cell-{number}"
    return notebook


def printed(notebook):
    """What each cell of code printed, as text."""
    return [
        "".join(_text(output) for output in cell.outputs)
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _text(output):
    return output.get("text") or output.get("data", {}).get("text/plain", "")
