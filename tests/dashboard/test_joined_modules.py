"""Many modules as one: each once, in order, with names of its own and the exports of the first."""

from graphlib import CycleError

import pytest

from dashboard import assets
from dashboard.maps.joined_modules import in_order, joined

SOURCES = {
    "a.js": 'import { b, c } from "./b.js";\nimport D from "./d.js";\nexport const here = b(D);\n',
    "b.js": 'import "./d.js";\nconst own = 1;\nexport function b() {}\nexport const c = own;\n',
    "d.js": "const own = 2;\nexport default own;\n",
    "e.js": "export default function show() {}\nexport async function later() {}\n",
}


def test_what_is_imported_comes_first():
    assert in_order("a.js", SOURCES) == ["d.js", "b.js", "a.js"]


def test_modules_become_values_and_nothing_is_imported_any_more():
    text = joined("a.js", SOURCES)
    assert "import" not in text
    assert text.count("const own =") == 2 + 1  # two of the same name, and the default of d.js
    assert "const { b, c } = of_b_js;" in text
    assert "const D = of_d_js.default;" in text
    assert text.endswith("export const { here } = of_a_js;\n")


def test_a_default_and_a_named_export_stay_what_they_are():
    text = joined("e.js", SOURCES)
    assert "return { default: show, later: later };" in text
    assert "export const { later } = of_e_js;\nexport default of_e_js.default;" in text


def test_modules_that_import_each_other_are_refused():
    with pytest.raises(CycleError):
        in_order("x.js", {"x.js": 'import "./y.js";', "y.js": 'import "./x.js";'})


@pytest.mark.parametrize("name", assets.JOINED)
def test_what_the_page_fetches_first_imports_nothing_at_its_start(name):
    lines = assets.bundle().files[name].body.decode().splitlines()
    assert not [line for line in lines if line.startswith("import ")]
