"""A third language is a file: a catalogue put beside the others, and the whole app speaks it."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pptx import Presentation
from third_language import BEGIN, END, LANG, make

from dashboard import language
from dashboard.paper import letters
from intake.errors import AtlasError

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def made(tmp_path_factory, root):
    """Return what is made in the language by a process that finds its catalogue there."""
    folder = make(tmp_path_factory.mktemp("locale"))
    out = tmp_path_factory.mktemp("made")
    command = [sys.executable, HERE / "third_language.py", folder, HERE / "in_third_language.py", out]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return out
