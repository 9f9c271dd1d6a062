"""What the project says of itself: pins, settings, licences, and words that it never uses."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
SETTINGS = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))

# Modules whose package has another name, and packages that a declared one always brings.
NAMED = {
    "PIL": "pillow",
    "charset_normalizer": "charset-normalizer",
    "fontTools": "fonttools",
    "pptx": "python-pptx",
    "shapefile": "pyshp",
    "vl_convert": "vl-convert-python",
}
COMES_WITH = {"branca", "pillow", "starlette"}  # folium; streamlit; streamlit
BINARY = {".gz", ".gif", ".jpg", ".npz", ".parquet", ".png", ".ttf", ".webp", ".woff2"}
# Traces of the machine that a file was written on: paths, settings and hosts of registries.
TRACES = re.compile(
    r"(?<![\w.:/])/(?:home|opt(?!/google)|root|srv|tmp|work|Users)/\w|extra-index-url\s*="
    r"|https?://[\w.-]*(?:pypi|npmjs|pythonhosted|deb\.debian)\."
)

EXTRAS = PROJECT["project"]["optional-dependencies"].values()
GROUPS = [PROJECT["project"]["dependencies"], *EXTRAS, *PROJECT["dependency-groups"].values()]


def names(*groups: list[str]) -> set[str]:
    return {re.split(r"[\[<>=]", entry)[0] for group in groups for entry in group}


def tracked() -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [file for file in listing.stdout.split("\0") if file and (ROOT / file).is_file()]


def test_the_lock_and_the_project_pin_the_same_versions():
    pins = set(re.findall(r"^([a-z0-9-]+==[^\s;]+)", LOCK, re.MULTILINE))
    assert pins == set(PROJECT["tool"]["uv"]["constraint-dependencies"])


def test_every_pin_of_the_lock_has_hashes_and_no_address():
    entries = re.split(r"\n(?=[a-z0-9])", LOCK.strip())
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|^-|index|find-links|file:", LOCK, re.MULTILINE)


def test_every_dependency_is_pinned():
    wanted = names(*GROUPS)
    assert wanted <= {
        pin.split("==")[0] for pin in PROJECT["tool"]["uv"]["constraint-dependencies"]
    }


def test_what_is_imported_is_declared():
    runtime = names(PROJECT["project"]["dependencies"], *EXTRAS)
    of_build = {"fonttools", "brotli"} | runtime
    for file in tracked():
        top = file.split("/")[0]
        if not file.endswith(".py") or top in {"tests", ".ci"}:
            continue
        declared = of_build if file.startswith("geodata/build/") else runtime
        assert third_party(file) <= declared | COMES_WITH, file


def third_party(file: str) -> set[str]:
    """The packages that a file imports, by their name in the registry."""
    nodes = ast.walk(ast.parse((ROOT / file).read_text("utf-8")))
    modules = {
        name.split(".")[0]
        for node in nodes
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    ours = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    return {NAMED.get(name, name) for name in modules - ours - sys.stdlib_module_names}


def test_every_dependency_has_its_reason():
    reasons = (ROOT / "docs/decisions/dependencies.md").read_text("utf-8").lower()
    assert not {name for name in names(*GROUPS) if f"`{name}`" not in reasons}


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "allowedHosts", ["localhost", "127.0.0.1", "::1"]),
        ("server", "maxUploadSize", 25),
        ("server", "maxMessageSize", 50),
        ("server", "disconnectedSessionTTL", 120),
        ("server", "enableStaticServing", False),
        ("server", "enableAgentApi", False),
        ("server", "enableXsrfProtection", True),
        ("server", "fileWatcherType", "none"),
        ("runner", "fastReruns", False),
        ("runner", "magicEnabled", False),
        ("global", "disableWidgetStateDuplicationWarning", True),
        ("client", "showErrorDetails", "none"),
        ("client", "showErrorLinks", False),
        ("client", "toolbarMode", "viewer"),
        ("client", "disableDataExport", True),
        ("browser", "gatherUsageStats", False),
        ("browser", "serverAddress", "localhost"),
    ],
)
def test_the_server_starts_with_the_setting(section, name, value):
    assert SETTINGS[section][name] == value


def test_the_theme_names_no_font_of_another_host():
    assert "http" not in (ROOT / ".streamlit/config.toml").read_text("utf-8").replace(
        "https", "http"
    )


def test_uv_lock_is_not_committed():
    assert "uv.lock" not in tracked()


def test_no_tracked_file_carries_traces_of_a_machine():
    texts = [file for file in tracked() if Path(file).suffix not in BINARY | {".ipynb"}]
    found = {
        file: match.group()
        for file in texts
        if (match := TRACES.search((ROOT / file).read_text("utf-8", errors="replace")))
    }
    assert not found


def test_the_licence_files_are_there_and_name_themselves():
    assert "MIT License" in (ROOT / "LICENSE").read_text("utf-8")
    assert "CC BY 4.0" in (ROOT / "LICENSE-DATA").read_text("utf-8")
    assert "license: MIT" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_the_versions_agree():
    version = PROJECT["project"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_third_party_file_is_listed_in_the_notice():
    notice = (ROOT / "NOTICE").read_text("utf-8")
    kept = ("dashboard/maps/assets/leaflet/", "geodata/data/basemap/", "geodata/data/boundaries")
    folders = {prefix for prefix in kept for file in tracked() if file.startswith(prefix)}
    assert not {prefix for prefix in folders if prefix not in notice}


def test_the_readme_gives_the_two_commands_that_ci_runs():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "python -m pip install uv && python -m uv run streamlit run app.py" in readme
    assert "python -m pip install uv && python -m uv run pytest" in readme
    assert "python -m uv run pytest" in (ROOT / ".ci/run").read_text("utf-8")


def spoken() -> list[str]:
    """Every piece of text in the files that draw the screen, documentation apart."""
    texts = []
    for path in [ROOT / "app.py", *(ROOT / "dashboard").rglob("*.py")]:
        tree = ast.parse(path.read_text("utf-8"))
        documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts += [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documentation
        ]
    return texts


def test_the_screen_never_calls_anything_safe_or_recommended():
    sentences = [sentence for text in spoken() for sentence in re.split(r"(?<=[.!?])\s", text)]
    praised = re.compile(
        r"\b(?:safest|safer|recommended|best route|best corridor)\b", re.IGNORECASE
    )
    assert not [sentence for sentence in sentences if praised.search(sentence)]
    called_safe = re.compile(r"\bsafe\b", re.IGNORECASE)
    denied = re.compile(r"\b(?:not|never|no|nor)\b", re.IGNORECASE)
    claims = [text for text in sentences if called_safe.search(text) and not denied.search(text)]
    assert not claims
