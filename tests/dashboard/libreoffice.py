"""Finds LibreOffice and has it draw a file as PDF, or says what to do."""

import os
import shutil
import subprocess

NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
WHAT_TO_DO = (
    "No LibreOffice found, so no slide was drawn: install it (Debian, Ubuntu: apt-get install "
    "libreoffice-impress) or name it in the variable SOFFICE, then run this test again."
)


def libreoffice():
    """The path of LibreOffice, or None."""
    named = os.environ.get("SOFFICE")
    candidates = [named] if named else [*NAMES, *PLACES]
    return next((found for name in candidates if (found := shutil.which(name))), None)


def drawn_pdf(program, body, folder):
    """A presentation as PDF, drawn with a profile of its own that is thrown away."""
    file = folder / "deck.pptx"
    file.write_bytes(body)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return (folder / "deck.pdf").read_bytes()
