"""The design of the deck: theme, master and layouts, put in the place of the library's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATED
from pptx.oxml import parse_xml
from pptx.util import Emu

from dashboard.deck.layouts import EMU_MM, FOOT, LAYOUTS, PAGE_MM, Layout, Place
from dashboard.palette import CHART, NO_DATA, PAPER, PAPER_INK
from dashboard.spoken import HANGUL, script, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLIDES: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
_NAMES: Final = f'xmlns:a="{_DRAWING}" xmlns:p="{_SLIDES}"'
# On every computer that shows slides: Arial or the same widths, in each language, so that Latin
# letters have their widths where the letters of Windows for what Arial does not write are missing;
# Korean may stand in the deck of any language.
LATIN: Final = "Arial"
_MALGUN: Final = "Malgun Gothic"
_EASTERN: Final = {
    HANGUL: _MALGUN,
    "Jpan": "Yu Gothic",
    "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei",
}
_COLORS: Final = {
    "dk1": PAPER_INK,
    "lt1": PAPER,
    "dk2": "#4a4f55",
    "lt2": "#f3f0e9",
    **{f"accent{place}": color for place, color in enumerate(CHART, start=1)},
    "accent6": NO_DATA.color,
    "hlink": CHART[0],
    "folHlink": CHART[0],
}
_NOT_OURS: Final = (RELATED.EXTENDED_PROPERTIES, RELATED.THUMBNAIL)
_OF_A_MACHINE: Final = (RELATED.PRINTER_SETTINGS, RELATED.VIEW_PROPS)


def empty_deck(lang: str) -> Any:  # noqa: ANN401 - a presentation of the library
    """Return a presentation of no slide with the layouts of the atlas, in a language's letters."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = (Emu(round(side * EMU_MM)) for side in PAGE_MM)
    _drop(deck.part.package, _NOT_OURS)
    _drop(deck.part, _OF_A_MACHINE)
    master = deck.slide_master
    master.part.part_related_by(RELATED.THEME).blob = theme(lang).encode()
    _replace(master, "Corridor Atlas", [*_of_master(), *FOOT], lang)
    _replace_styles(master)
    for unused in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(unused)
    for made, layout in zip(deck.slide_layouts, LAYOUTS, strict=True):
        made.element.attrib.pop("type", None)
        _replace(made, layout.name, layout.places, lang)
        _ground(made, layout)
    return deck


def theme(lang: str) -> str:
    """Return the theme of a deck in a language: colours of the atlas, letters, flat shapes."""
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{color[1:].upper()}"/></a:{name}>'
        for name, color in _COLORS.items()
    )
    letters = (
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{_EASTERN.get(script(lang), _MALGUN)}"/>'
        f'<a:cs typeface=""/><a:font script="Hang" typeface="맑은 고딕"/>'
    )
    flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{flat}</a:ln>' for width in (9525, 19050, 28575))
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme xmlns:a="{_DRAWING}" name="Corridor Atlas"><a:themeElements>'
        f'<a:clrScheme name="Corridor Atlas">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Corridor Atlas"><a:majorFont>{letters}</a:majorFont>'
        f"<a:minorFont>{letters}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Corridor Atlas"><a:fillStyleLst>{flat * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{plain}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{flat * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def placeholder(place: Place, shape_id: int, lang: str) -> Any:  # noqa: ANN401 - an element
    """Return the element of a place, as the master and the layouts have it."""
    left, top, wide, high = (round(side * EMU_MM) for side in place.box)
    field = (
        f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">'
        f'<a:rPr lang="{tag(lang)}"/><a:t>#</a:t></a:fld>'
    )
    side = ' algn="r"' if place.kind == "sldNum" else ""
    kind = f"type={quoteattr(place.kind)} " if place.kind else ""
    return parse_xml(
        f"<p:sp {_NAMES}><p:nvSpPr><p:cNvPr id={quoteattr(str(shape_id))} "
        f'name={quoteattr(place.name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph {kind}idx="{place.idx}"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" '
        f'anchor="{"b" if place.bottom else "t"}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle><a:lvl1pPr{side}>{_letters(place)}</a:lvl1pPr></a:lstStyle>"
        f"<a:p>{field if place.kind == 'sldNum' else ''}"
        f'<a:endParaRPr lang="{tag(lang)}"/></a:p></p:txBody></p:sp>'
    )


def _letters(place: Place) -> str:
    return (
        f'<a:defRPr sz="{round(place.size * 100)}" b="{int(place.bold)}">'
        f'<a:solidFill><a:schemeClr val="{place.color}"/></a:solidFill></a:defRPr>'
    )


def _of_master() -> Iterable[Place]:
    """Return the title and the words of the master, from which those of layouts take their look."""
    of_list = LAYOUTS[-1].places
    yield of_list[0]
    yield Place(name="Words", kind="body", idx=1, box=of_list[1].box)


def _replace(of: Any, name: str, places: Iterable[Place], lang: str) -> None:  # noqa: ANN401
    """Put places where those of the library were."""
    tree = of.shapes._spTree  # noqa: SLF001 - the library has no other way in
    for shape in list(of.shapes):
        tree.remove(shape.element)
    for shape_id, place in enumerate(places, start=2):
        tree.append(placeholder(place, shape_id, lang))
    slide = tree.getparent()
    slide.set("name", name)
    for extension in slide.findall(f"{{{_SLIDES}}}extLst"):
        slide.remove(extension)


def _replace_styles(master: Any) -> None:  # noqa: ANN401
    """Set titles and words without bullets; Korean words are not broken."""
    old = master.element.find(f"{{{_SLIDES}}}txStyles")
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'

    def style(font: str, size: int, above: int, lines: int) -> str:
        return (
            '<a:lvl1pPr marL="0" indent="0" algn="l" eaLnBrk="0">'
            f'<a:lnSpc><a:spcPct val="{lines}000"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{above}"/></a:spcBef><a:buNone/>'
            f'<a:defRPr sz="{size}" kern="1200">{ink}<a:latin typeface="+{font}-lt"/>'
            f'<a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl1pPr>'
        )

    new = parse_xml(
        f"<p:txStyles {_NAMES}><p:titleStyle>{style('mj', 2800, 0, 95)}</p:titleStyle>"
        f"<p:bodyStyle>{style('mn', 1800, 600, 100)}</p:bodyStyle>"
        f"<p:otherStyle>{style('mn', 1800, 0, 100)}</p:otherStyle></p:txStyles>"
    )
    master.element.replace(old, new)


def _ground(made: Any, layout: Layout) -> None:  # noqa: ANN401
    """Paint the ground of a layout in a colour of the theme."""
    made.background.fill.solid()
    fill = made.background.fill._xPr.find(f"{{{_DRAWING}}}solidFill")  # noqa: SLF001
    fill.clear()
    fill.append(parse_xml(f'<a:schemeClr xmlns:a="{_DRAWING}" val="{layout.ground}"/>'))


def _drop(part: Any, kinds: Iterable[str]) -> None:  # noqa: ANN401
    """Leave out parts that tell of the program or the machine that made the template."""
    for key, relation in list(part._rels.items()):  # noqa: SLF001 - no other way
        if relation.reltype in kinds:
            part._rels.pop(key)  # noqa: SLF001
