"""What Typst leaves open: fields to fill in, and rows that have a header. One pass over the PDF.

Typst draws a field as a link whose address begins with ``field:``. So the field has its place on the page and in the
reading order already, and only becomes what it is here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, ObjectType, Pdf, String

from coaching_manual.model import slug
from coaching_manual.print.fields import ADDRESS, Field

_PRINTED = 4
_MULTILINE = 1 << 12
_RADIO = 1 << 15
_COMBO = 1 << 17
_CROSSED, _ROUND = "8", "l"  # signs of the letters that readers draw buttons with
_TEXT_STYLE, _FITTING_STYLE = "/Helv 10.5 Tf 0 g", "/Helv 0 Tf 0 g"  # letters of size 0 become as small as they must
Block = Mapping[str, Any]
Tag = tuple[str, Any]
"""A part of the structure of a PDF: its kind, as /Table, and the element."""


def finish(pdf: Pdf, tags: Sequence[Tag], fields: Sequence[Field], tables: Sequence[Block]) -> None:
    """Give a PDF its fields and its row headers.

    ``tables`` are the blocks of its tables; they and the ``tags`` stand in reading order.
    """
    _head_rows(pdf, [element for kind, element in tags if kind == "/Table"], tables)
    _make_fields(pdf, [element for kind, element in tags if kind == "/Link"], fields)


def saved(pdf: Pdf) -> bytes:
    """A PDF as the bytes of its file: always the same for the same content."""
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def tags_of(pdf: Pdf) -> list[Tag]:
    """The tags of a PDF in reading order. They are looked for once, because there are many."""
    found: list[Tag] = []
    _collect(pdf.Root.StructTreeRoot, found)
    return found


def tables_in(blocks: object) -> Iterator[Block]:
    """The tables among blocks, in the order in which they are drawn."""
    if isinstance(blocks, Mapping):
        if blocks.get("t") == "table":
            yield blocks
        for value in blocks.values():
            yield from tables_in(value)
    elif isinstance(blocks, list):
        for one in blocks:
            yield from tables_in(one)


def _collect(element: Any, found: list[Tag]) -> None:  # noqa: ANN401 - PDF objects have no types
    children = element.get("/K")
    if children is None or isinstance(children, int):
        return
    # a type code is asked for, because isinstance takes twice as long for objects of a PDF
    for child in children if children._type_code == ObjectType.array else (children,):  # noqa: SLF001
        if not isinstance(child, int) and (kind := child.get("/S")) is not None:
            found.append((str(kind), child))
            _collect(child, found)


def _head_rows(pdf: Pdf, elements: Sequence[Any], tables: Sequence[Block]) -> None:
    """A cell that heads its row says so, and the other cells of the row name it."""
    new: dict[bytes, Any] = {}
    for number, (element, table) in enumerate(zip(elements, tables, strict=True)):
        if not any(cell["heads"] for row in table["body"] for cell in row["cells"]):
            continue
        rows = [one for one in _walk_rows(element) if one is not None][len(table["head"]) :]
        for place, (drawn, row) in enumerate(zip(rows, table["body"], strict=True)):
            cells = list(drawn.K)
            heads = [cell for cell, told in zip(cells, row["cells"], strict=True) if told["heads"]]
            for count, cell in enumerate(heads):
                name = f"R{number}y{place}n{count}".encode()
                cell.S, cell.ID = Name.TH, String(name.decode())
                _of_table(cell)[Name.Scope] = Name.Row
                new[name] = cell
            names = [cell.ID for cell in heads]
            for cell in cells:
                if cell.S == Name.TD:
                    told = _of_table(cell)
                    told[Name.Headers] = Array([*told.get(Name.Headers, Array()), *names])
    if new:
        _name_elements(pdf, new)


def _walk_rows(table: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in table.K:
        if child.S == Name.TR:
            yield child
        elif child.S in {Name.THead, Name.TBody, Name.TFoot}:
            yield from _walk_rows(child)


def _of_table(cell: Any) -> Any:  # noqa: ANN401
    """What a cell says of its place in the table."""
    said = cell.get(Name.A)
    every = list(said) if isinstance(said, Array) else [said] if said is not None else []
    found = next((one for one in every if one.get(Name.O) == Name.Table), None)
    if found is None:
        every.append(Dictionary(O=Name.Table))
        cell.A = Array(every)
        found = cell.A[len(every) - 1]
    return found


def _name_elements(pdf: Pdf, new: Mapping[bytes, Any]) -> None:
    """Add elements to the tree of names, which is sorted."""
    root = pdf.Root.StructTreeRoot
    known = dict(_names(root.IDTree)) if Name.IDTree in root else {}
    pairs = sorted({**known, **new}.items())
    flat = Array([part for name, element in pairs for part in (String(name.decode("latin-1")), element)])
    root.IDTree = pdf.make_indirect(Dictionary(Names=flat))


def _names(tree: Any) -> Iterator[tuple[bytes, Any]]:  # noqa: ANN401
    flat = list(tree.get(Name.Names, ()))
    yield from ((bytes(name), element) for name, element in zip(flat[::2], flat[1::2], strict=True))
    for kid in tree.get(Name.Kids, ()):
        yield from _names(kid)


def _make_fields(pdf: Pdf, links: Sequence[Any], fields: Sequence[Field]) -> None:
    if not fields:
        return
    made: list[Any] = []
    groups: dict[str, Any] = {}
    for page in pdf.pages:
        for drawn in page.get(Name.Annots, ()):
            action = drawn.get(Name.A)
            address = str(action.get(Name.URI, "")) if action is not None else ""
            if address.startswith(ADDRESS):
                field = fields[int(address.removeprefix(ADDRESS))]
                _make_field(pdf, drawn, field)
                drawn.P = page.obj
                if field.group:
                    _join(pdf, drawn, field, groups, made)
                else:
                    made.append(drawn)
    if not made:
        return
    for element in links:
        if any(_is_widget(child) for child in _kids(element)):
            element.S = Name.Form
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=Array(made), DA=String(_TEXT_STYLE), DR=Dictionary(Font=Dictionary(Helv=_font(pdf))))
    )


def _join(pdf: Pdf, drawn: Any, field: Field, groups: dict[str, Any], made: list[Any]) -> None:  # noqa: ANN401
    """Put a round button into its group, of which only one can be chosen."""
    if field.group not in groups:
        groups[field.group] = pdf.make_indirect(
            Dictionary(
                FT=Name.Btn, Ff=_RADIO, T=String(field.name), TU=String(field.question), V=Name.Off, Kids=Array()
            )
        )
        made.append(groups[field.group])
    drawn.Parent = groups[field.group]
    drawn.Parent.Kids.append(drawn)


def _kids(element: Any) -> Iterator[Any]:  # noqa: ANN401
    children = element.get(Name.K)
    yield from children if isinstance(children, Array) else (children,)


def _is_widget(child: object) -> bool:
    if not isinstance(child, Dictionary) or child.get(Name.Type) != Name.OBJR:
        return False
    return bool(child.Obj.get(Name.Subtype) == Name.Widget)


def _font(pdf: Pdf) -> Any:  # noqa: ANN401
    """The letters of what is typed; every reader has them, and nothing is drawn with them here."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    return pdf.make_indirect(font)


def _make_field(pdf: Pdf, drawn: Any, field: Field) -> None:  # noqa: ANN401
    """Turn a link into a field."""
    for key in (Name.A, Name.Border, Name.Contents, Name.H, Name.Dest):
        if key in drawn:
            del drawn[key]
    drawn.Subtype, drawn.F = Name.Widget, _PRINTED
    left, low, right, high = (float(value) for value in drawn.Rect)
    width, height = abs(right - left), abs(high - low)
    if field.kind == "radio":
        drawn.TU = String(f"{field.question}: {field.label}")
        _make_button(pdf, drawn, f"/{slug(field.label) or 'yes'}", _ROUND, (width, height), _dot(width, height))
        return
    drawn.T, drawn.TU = String(field.name), String(field.label)
    if field.kind == "check":
        drawn.FT, drawn.V = Name.Btn, Name.Off
        _make_button(pdf, drawn, "/Yes", _CROSSED, (width, height), _cross(width, height))
        return
    drawn.DA = String(_TEXT_STYLE)
    drawn.AP = Dictionary(N=_drawing(pdf, width, height, "/Tx BMC EMC"))
    if field.kind == "choice":
        drawn.FT, drawn.Ff = Name.Ch, _COMBO
        drawn.Opt = Array([String(choice) for choice in field.choices])
        return
    drawn.FT = Name.Tx
    if field.kind == "area":
        drawn.Ff, drawn.DA = _MULTILINE, String(_FITTING_STYLE)


def _make_button(
    pdf: Pdf,
    drawn: Any,  # noqa: ANN401
    on: str,
    sign: str,
    size: tuple[float, float],
    mark: str,
) -> None:
    """What a button looks like when it is chosen (its state is called ``on``), and when it is not."""
    drawn.AS, drawn.MK = Name.Off, Dictionary(CA=String(sign))
    states = Dictionary(Off=_drawing(pdf, *size, ""))
    states[on] = _drawing(pdf, *size, mark)
    drawn.AP = Dictionary(N=states)


def _drawing(pdf: Pdf, width: float, height: float, content: str) -> Any:  # noqa: ANN401
    form = pdf.make_stream(content.encode())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, round(width, 2), round(height, 2)])
    form.Resources = Dictionary()
    return form


def _cross(width: float, height: float) -> str:
    """A cross of two strokes."""
    low, right, high = 2.5, round(width - 2.5, 2), round(height - 2.5, 2)
    return f"1.6 w {low} {low} m {right} {high} l S {low} {high} m {right} {low} l S"


def _dot(width: float, height: float) -> str:
    """A thick round dot: a line of no length with round ends."""
    across, up = round(width / 2, 2), round(height / 2, 2)
    return f"{round(min(width, height) * 0.55, 2)} w 1 J {across} {up} m {across} {up} l S"


def first_pages(pdf: Pdf, count: int) -> list[int]:
    """The page on which each part of a PDF begins."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    places = dict(_destinations(pdf.Root.Names.Dests)) if Name.Names in pdf.Root else {}
    return [numbers[places[f"p{number}"][0].objgen] for number in range(count)]


def _destinations(tree: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    flat = list(tree.get(Name.Names, ()))
    for name, place in zip(flat[::2], flat[1::2], strict=True):
        yield str(name), place.D if isinstance(place, Dictionary) else place
    for kid in tree.get(Name.Kids, ()):
        yield from _destinations(kid)
