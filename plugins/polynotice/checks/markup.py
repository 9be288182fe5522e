"""What a translation may not change: links, placeholders, Markdown, invisible signs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from polynotice.checks.pair import Finding, Pair

_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_INNER = r"(?:[^\[\]\\]|\\.)*"
_TARGET = r"\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+[\"'][^)]*[\"'])?\s*\)"
# No piece of it can match in two ways: an unclosed bracket would take for ever to give up.
_LINK = re.compile(rf"(?<!\\)(!?)\[({_INNER}(?:\[{_INNER}\]{_INNER})*)\]{_TARGET}")
_REFERENCE = re.compile(rf"(?<!\\)\[({_INNER})\]\[([^\]]*)\]|(?<!\\)\[(\^[^\]]+)\]")
_AUTOLINK = re.compile(r"<((?:[a-z][a-z0-9+.-]*:|[\w.+-]+@)[^>\s]+)>", re.IGNORECASE)
_BARE_ADDRESS = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&*+,;=%-]+|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>?|<!--|<!|<\?")
_PLACEHOLDER = re.compile(r"\{[A-Za-z_]\w*\}|%\([A-Za-z_]\w*\)[sd]|%[sd](?![A-Za-z])|\$\{\w+\}")
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[#.]|[\w-]+=)[^}]*\}|\{:[^}]*\}")
_STRONG = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
# An underline within a word is a letter; a star is not.
_EMPHASIS = re.compile(
    r"(?<![\\*])(\*)(?=[^\s*])([^*]+?)(?<=[^\s*\\])\*(?!\*)"
    r"|(?<![\\_\w])(_)(?=[^\s_])([^_]+?)(?<=[^\s_\\])_(?![_\w])"
)

_MARKUP = re.compile(r"[\[\]<`*_{@\\]|://|www\.")
# The signs around emphasised words.
_SIGNS = re.compile(r"(?<!\\)\*+|(?<![\\\w])_+(?=\w)|(?<=\w)_+(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>-])")

# Zero-width and bidirectional controls, with where each is at home.
_JOINERS = {"\u200c", "\u200d"}
_JOINER_LANGUAGES = {
    "ar", "bn", "ckb", "fa", "gu", "hi", "kn", "ku", "ml", "mr", "ne", "pa", "ps", "si", "ta", "te",
    "ur",
}  # fmt: skip
_ZERO_WIDTH_SPACE_LANGUAGES = {"km", "lo", "my", "th"}
_BLANK_LETTERS = {"\u115f", "\u1160", "\u3164", "\uffa0"}
_MARKS = {"\u200e", "\u200f", "\u061c"}
_RTL_LANGUAGES = {"ar", "he", "fa", "ur", "ckb", "yi", "dv", "ps", "ku"}


def without_code(text: str) -> str:
    """The text with each piece of code replaced by a space."""
    return _CODE.sub(" ", text)


def words_only(text: str) -> str:
    """The text without code, the targets of links, addresses and attribute lists."""
    rest, _ = _without_links(without_code(text))
    return _ATTRIBUTES.sub(" ", _BARE_ADDRESS.sub(" ", _AUTOLINK.sub(" ", rest)))


def _without_links(text: str) -> tuple[str, Counter[str]]:
    """The text with each link and image as its words, and where they lead."""
    found: Counter[str] = Counter()
    while match := _LINK.search(text):
        # An image's target is marked as one; what stands in a link's words is looked at again.
        found[match[1] + match[3]] += 1
        text = f"{text[: match.start()]} {match[2]} {text[match.end() :]}"
    return text, found


OMITTED = "\ufffc"
"""Stands for code and addresses in `as_read`."""


@lru_cache(maxsize=8192)
def as_read(text: str) -> str:
    """The text as a reader sees it, `OMITTED` for code and addresses, which are nobody's words."""
    if not _MARKUP.search(text):
        return text
    text = _AUTOLINK.sub(OMITTED, _CODE.sub(OMITTED, text))
    while match := _LINK.search(text):
        text = text[: match.start()] + match[2] + text[match.end() :]
    text = _REFERENCE.sub(lambda match: match[1] or "", text)
    text = _TAG.sub("", _ATTRIBUTES.sub("", text))
    text = _BARE_ADDRESS.sub(lambda match: OMITTED + _behind_address(match[0]), text)
    return _ESCAPED.sub(r"\1", _SIGNS.sub("", text))


def _behind_address(address: str) -> str:
    return address[len(address.rstrip(".,;:!?*_")) :]


def targets(text: str) -> Counter[str]:
    """Every place that a link, image or reference in the text leads to."""
    rest, found = _without_links(without_code(text))
    found.update(match[1] for match in _AUTOLINK.finditer(rest))
    rest = _AUTOLINK.sub(" ", rest)
    for match in _REFERENCE.finditer(rest):
        found[f"[{(match[3] or match[2] or match[1]).lower()}]"] += 1
    return found


def addresses(text: str) -> Counter[str]:
    """Every address in the text that is no link, but read as it is."""
    rest, _ = _without_links(without_code(text))
    rest = _AUTOLINK.sub(" ", rest)
    return Counter(match[0].rstrip(".,;:!?") for match in _BARE_ADDRESS.finditer(rest))


def links(pair: Pair) -> Iterator[Finding]:
    """Links may stand in another order, but lead to the same places."""
    if pair.is_plain:
        return
    there, must = targets(pair.translation), targets(pair.source)
    yield from _exchanged("link-mismatch", "link to", there, must, _example)
    there, must = addresses(pair.translation), addresses(pair.source)
    yield from _exchanged("link-mismatch", "address", there, must)


def _exchanged(
    code: str,
    name: str,
    there: Counter[str],
    must: Counter[str],
    example: Callable[[str], str] = str,
) -> Iterator[Finding]:
    """Each piece that the translation lacks, and each that it has and the source has not."""
    for piece in must - there:
        yield Finding(
            code=code,
            message=f'The translation lacks the {name} "{piece}".',
            hint=f"Put {example(piece)} where it belongs.",
        )
    missing = next(iter(must - there), "")
    for piece in there - must:
        yield Finding(
            code=code,
            message=f'The translation has the {name} "{piece}", the source does not.',
            hint=f'Write it as the source does: "{missing}".' if missing else "Remove it.",
        )


def _example(target: str) -> str:
    if target.startswith("[^"):
        return target
    if target.startswith("["):
        return f"[translated words]{target}"
    if target.startswith("!"):
        return f"![translated words]({target[1:]})"
    return f"[translated words]({target})"


def placeholders(pair: Pair) -> Iterator[Finding]:
    """Placeholders are filled by a program, by their names."""
    if pair.is_plain:
        return
    there = Counter(_PLACEHOLDER.findall(without_code(pair.translation)))
    must = Counter(_PLACEHOLDER.findall(without_code(pair.source)))
    # "%s" may be prose, as in "100 %som": the source decides whether it is a placeholder.
    there = Counter({name: n for name, n in there.items() if len(name) > 2 or name in must})
    yield from _exchanged("placeholder-mismatch", "placeholder", there, must)


def markup(pair: Pair) -> Iterator[Finding]:
    """Emphasis, code and attribute lists stay what they are."""
    if pair.is_plain:
        return
    kinds = (
        ("bold text", _STRONG, "**words**"),
        ("emphasised text", _EMPHASIS, "*words*"),
    )
    source, translation = without_code(pair.source), without_code(pair.translation)
    source, translation = _AUTOLINK.sub(" ", source), _AUTOLINK.sub(" ", translation)
    for name, pattern, example in kinds:
        there, must = len(pattern.findall(translation)), len(pattern.findall(source))
        if there != must:
            yield Finding(
                code="markup-mismatch",
                message=f"The translation has {there} pieces of {name}, the source {must}.",
                hint=f"Mark the same words as the source does: {example}.",
            )
        source, translation = pattern.sub(_inside, source), pattern.sub(_inside, translation)
    yield from _same("code", _CODE, pair, 2)
    yield from _same("attribute list", _ATTRIBUTES, pair, 0)


_BLOCK_START = re.compile(r"(?:#{1,6}|>|[-*+]|!!!|:::)[ \t]")


def block_marks(pair: Pair) -> Iterator[Finding]:
    """A translation is a piece of a block: what starts a block is shown in it as it is written."""
    found = _BLOCK_START.match(pair.translation)
    if found and not _BLOCK_START.match(pair.source):
        yield Finding(
            code="markup-mismatch",
            message=f'The translation starts with "{found[0].strip()}", the source does not.',
            hint="Remove it: it would be shown as it is written.",
        )


def _inside(match: re.Match[str]) -> str:
    return match[2] or match[match.re.groups] or ""


def _same(name: str, pattern: re.Pattern[str], pair: Pair, group: int) -> Iterator[Finding]:
    there = Counter(match[group] for match in pattern.finditer(pair.translation))
    must = Counter(match[group] for match in pattern.finditer(pair.source))
    yield from _exchanged("markup-mismatch", name, there, must)


def tags(text: str) -> list[str]:
    """The HTML tags in a text."""
    return [match[0] for match in _TAG.finditer(_AUTOLINK.sub(" ", without_code(text)))]


def raw_html(pair: Pair) -> Iterator[Finding]:
    """A translation brings no HTML of its own."""
    if pair.is_plain:
        return
    for tag in Counter(tags(pair.translation)) - Counter(tags(pair.source)):
        yield Finding(
            code="raw-html",
            message=f'The translation has the HTML "{tag}".',
            hint="Remove it; Markdown such as **bold** may stand where the source has it.",
        )


def hidden_characters(pair: Pair) -> Iterator[Finding]:
    """Characters that nobody sees, and that can hide or reorder what is read (UTS #39, UAX #9)."""
    if pair.translation.isprintable() and not _BLANK_LETTERS & set(pair.translation):
        return
    language = pair.lang.split("-")[0]
    for character in Counter(map(str, pair.translation)) - Counter(map(str, pair.source)):
        if not _is_hidden(character) or _is_at_home(character, language):
            continue
        name = unicodedata.name(character, "a control character")
        yield Finding(
            code="hidden-character",
            message=f"The translation has an invisible U+{ord(character):04X} ({name}) in it.",
            hint="Remove it.",
        )


def _is_hidden(character: str) -> bool:
    if character in "\n\t\u00ad":
        return False
    hidden = ("Cf", "Cc", "Co", "Cn", "Cs", "Zl", "Zp")
    return character in _BLANK_LETTERS or unicodedata.category(character) in hidden


def _is_at_home(character: str, language: str) -> bool:
    return (
        (character in _JOINERS and language in _JOINER_LANGUAGES)
        or (character in _MARKS and language in _RTL_LANGUAGES)
        or (character == "\u200b" and language in _ZERO_WIDTH_SPACE_LANGUAGES)
    )
