"""What the paper says of itself, in the two languages of the manual."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "page": "Page {page} of {pages}",
        "contents": "Contents",
        "missing": "Not in this language yet",
        "address": "On the web, to read aloud, to enlarge or to translate:",
        "qr": "Square code that leads to",
        "notes": "Notes",
        "back": "This side stays empty, so that each sheet can be handed out or cut apart by itself.",
        "back_large": "This side stays empty.",
        "draft": "Draft",
        "unreviewed": "Draft, not yet approved by a translator",
        "fillable": "to fill in on a screen",
        "large": "large print",
        "session": "Session {number} of {count}",
        "session_short": "Session {number}",
        "sheet_page": "page {numbers}",
        "sheet_pages": "pages {numbers}",
        "pack_handouts": "Handouts",
        "handout_of": "Handout of {course}",
        "pack_facilitator": "Facilitator edition",
    },
    "es": {
        "page": "Página {page} de {pages}",
        "contents": "Contenido",
        "missing": "Todavía no está en español",
        "address": "En la web, para escuchar, ampliar o traducir:",
        "qr": "Código cuadrado que lleva a",
        "notes": "Notas",
        "back": "Este lado queda en blanco, para que cada hoja se pueda entregar o recortar por separado.",
        "back_large": "Este lado queda en blanco.",
        "draft": "Borrador",
        "unreviewed": "Borrador, traducción sin revisar",
        "fillable": "para llenar en pantalla",
        "large": "letra grande",
        "session": "Sesión {number} de {count}",
        "session_short": "Sesión {number}",
        "sheet_page": "página {numbers}",
        "sheet_pages": "páginas {numbers}",
        "pack_handouts": "Hojas de trabajo",
        "handout_of": "Hoja de trabajo de {course}",
    },
}
