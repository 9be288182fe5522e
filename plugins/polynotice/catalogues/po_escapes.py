"""The escapes in the texts of a PO file."""

from __future__ import annotations

import re

from polynotice.catalogues.po_format import PoSyntaxError

_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]+|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b"}
_ESCAPES |= {"f": "\f", "v": "\v"}
TORN = re.compile("[\udc80-\udcff]")


def unescape(text: str, number: int, charset: str) -> str:
    r"""The text that is meant. Octal and hexadecimal escapes are bytes of the file's charset.

    Bytes that are no text yet, because the rest of it stands in the next piece, are surrogates.

    >>> unescape(r"Gespr\303\244che", 1, "utf-8"), unescape(r"Gespr\344che", 1, "iso-8859-1")
    ('Gespräche', 'Gespräche')
    """
    if "\\" not in text:
        return text
    pieces = bytearray()
    position = 0
    for match in _ESCAPE.finditer(text):
        pieces += text[position : match.start()].encode(charset)
        position = match.end()
        code = match[1]
        if code in _ESCAPES:
            pieces += _ESCAPES[code].encode(charset)
        elif code[0] == "x" and len(code) > 1:
            pieces.append(int(code[1:], 16) & 0xFF)
        elif code[0] in "01234567":
            pieces.append(int(code, 8) & 0xFF)
        else:
            raise PoSyntaxError(number, f"an unknown escape \\{code}")
    pieces += text[position:].encode(charset)
    return pieces.decode(charset, "surrogateescape")
