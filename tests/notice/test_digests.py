"""One way to write a value, whatever wrote it."""

from __future__ import annotations

import json

from polynotice.notice.digests import canonical, in_order
from polynotice.verify.manifest import _on_lines

HIGH, PRIVATE, LOW = "\U0001f600", "\ufb33", "z"
"""By UTF-16 code units: d83d de00, fb33, 7a. The example of RFC 8785, 3.2.3 has the first two."""


def test_names_are_ordered_by_utf_16_code_units() -> None:
    assert in_order([PRIVATE, HIGH, LOW]) == [LOW, HIGH, PRIVATE]
    value = {PRIVATE: 1, HIGH: [{PRIVATE: 2, LOW: HIGH, HIGH: 3}], LOW: None}
    assert canonical(value) == (
        f'{{"{LOW}":null,"{HIGH}":[{{"{LOW}":"{HIGH}","{HIGH}":3,"{PRIVATE}":2}}],"{PRIVATE}":1}}'
    )
    assert _on_lines(value, depth=3).replace("\n", "") == canonical(value)


def test_other_names_are_where_they_always_were() -> None:
    value = {"b": {"\u00fc": 1, "a": [1.5, None, {"d": "", "c": HIGH}]}, PRIVATE: True, "A": LOW}
    assert canonical(value) == json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
