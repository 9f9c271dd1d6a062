"""Who may import whom, how large a file may grow, and what no file of ours ever does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("intake", "routes", "geodata", "analysis", "dashboard")

# Folder -> folders of ours that it may import.
MAY_IMPORT = {
    "intake": {"intake"},
    "routes": {"routes", "intake"},
    "geodata": {"geodata", "intake"},
    "analysis": {"analysis", "intake"},
    "dashboard": set(OURS),
    "app.py": {"dashboard"},
}

# Library -> the only files that may import it. A name that ends in / means the whole folder.
ONLY_IN = {
    "streamlit": {
        "app.py",
        "dashboard/address_guard.py",
        "dashboard/controls.py",
        "dashboard/doors.py",
        "dashboard/file_doors.py",
        "dashboard/story_doors.py",
        "dashboard/login.py",
        "dashboard/maps/component.py",
        "dashboard/long_work.py",
        "dashboard/own_session.py",
        "dashboard/page_language.py",
        "dashboard/pages/",
        "dashboard/panels/",
        "dashboard/screen.py",
        "dashboard/server.py",
        "dashboard/session.py",
        "dashboard/story_session.py",
    },
    "starlette": {
        "dashboard/asset_route.py",
        "dashboard/browser_policy.py",
        "dashboard/early_start.py",
        "dashboard/server.py",
    },
    "altair": {"dashboard/charts/"},
    "pptx": {"dashboard/deck/"},
    "vl_convert": {"dashboard/exports/chart_picture.py"},
    "streamlit_folium": set(),
    "dask": {"dashboard/cluster.py"},
    "distributed": {"dashboard/cluster.py"},
    "psycopg": {"dashboard/workspace/database_rows.py", "dashboard/workspace/database_store.py"},
    "filelock": {"dashboard/workspace/one_file.py"},
}
AT_MOST_ONE_FILE_OF_DASHBOARD = ("folium",)

NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "socket", "urllib", "urllib3"}
PARSES_ADDRESSES_ONLY = {"urllib.parse"}
RUNS_WHAT_IT_READS = {"dill", "joblib", "marshal", "pickle", "shelve"}
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc"}
OUTSIDE_HOSTS = re.compile(
    r"cdn\.|cdnjs|jsdelivr|unpkg|googleapis|gstatic|cloudflare|bootstrapcdn|code\.jquery"
    r"|tile\.openstreetmap|cartocdn|mapbox\.com|/shared/|\.\./shared"
)


def sources() -> list[Path]:
    return [ROOT / "app.py", *(path for name in OURS for path in (ROOT / name).rglob("*.py"))]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions and for types only."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}:{node.lineno}: a relative import"
            assert all(alias.name != "*" for alias in node.names), f"{name(path)}: a star import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importers(library: str) -> set[str]:
    return {
        name(path)
        for path in sources()
        if any(module.split(".")[0] == library for module in imports(path))
    }


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_a_folder_imports_only_the_folders_that_it_may(folder):
    for path in sources():
        if name(path).split("/")[0] == folder:
            found = {module.split(".")[0] for module in imports(path)} & set(OURS)
            assert found <= MAY_IMPORT[folder], name(path)


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_imported_only_where_it_may_be(library):
    allowed = ONLY_IN[library]
    folders = tuple(entry for entry in allowed if entry.endswith("/"))
    strays = {file for file in importers(library) - allowed if not file.startswith(folders or "?")}
    assert not strays


@pytest.mark.parametrize("library", AT_MOST_ONE_FILE_OF_DASHBOARD)
def test_a_drawing_library_has_one_file(library):
    files = importers(library)
    assert len(files) <= 1
    assert all(file.startswith("dashboard/") for file in files)


@pytest.mark.parametrize("path", sources(), ids=name)
def test_no_file_calls_another_host_or_runs_what_it_reads(path):
    if not name(path).startswith("geodata/build/"):
        clients = {module for module in imports(path) if module.split(".")[0] in NETWORK}
        assert {".".join(client.split(".")[:2]) for client in clients} <= PARSES_ADDRESSES_ONLY
    assert not {module.split(".")[0] for module in imports(path)} & RUNS_WHAT_IT_READS
    assert not OUTSIDE_HOSTS.search(path.read_text("utf-8"))


@pytest.mark.parametrize("path", sources(), ids=name)
def test_a_file_is_one_idea_of_at_most_300_lines(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 300
    assert path.stem not in SAYS_NOTHING
    assert path.name == "__init__.py" or ast.get_docstring(ast.parse(text))


def test_the_entry_fits_on_one_screen():
    assert len((ROOT / "app.py").read_text("utf-8").splitlines()) <= 40


def test_a_page_defines_nothing_and_computes_nothing():
    for path in (ROOT / "dashboard/pages").glob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        defined = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.BinOp)
        assert not [node for node in nodes if isinstance(node, defined)], name(path)


def test_a_writer_of_files_is_given_a_publication_and_reads_no_data_of_its_own():
    inside = ("dashboard.atlas", "dashboard.pipeline", "dashboard.uncertainty", "dashboard.filters")
    data = ("routes", "geodata", "analysis")
    for path in (ROOT / "dashboard/exports").glob("*.py"):
        if path.stem != "formats":  # the list of formats, which calls the door
            found = {module for module in imports(path) if module.startswith((*inside, *data))}
            assert not found, name(path)


def test_only_the_door_makes_a_publication():
    made = re.compile(r"\bPublication\(")
    makers = {name(path) for path in sources() if made.search(path.read_text("utf-8"))}
    assert makers == {"dashboard/publication/publish.py"}


def test_the_browser_code_of_the_app_names_no_other_host():
    files = (ROOT / "dashboard/maps/assets").rglob("*")
    texts = {path: path.read_text("utf-8") for path in files if path.suffix in {".js", ".css"}}
    strays = [name(path) for path, text in texts.items() if OUTSIDE_HOSTS.search(text)]
    assert not strays
