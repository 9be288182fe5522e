"""What a translation may not change: links, placeholders, Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import OMITTED, both

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
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[#.]|[\w-]+=)[^{}]*\}|\{:[^{}]*\}")
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
    for reference in [piece for piece in there - must if piece.startswith("[")]:
        # `[words][name]` for a source's `[name]`.
        must[reference] += pair.source.lower().count(reference)
    yield from _redirected(pair, there, must)
    yield from _exchanged("link-mismatch", "link to", there, must, pair, _example)
    there, must = addresses(pair.translation), addresses(pair.source)
    yield from _redirected(pair, there, must)
    yield from _exchanged("link-mismatch", "address", there, must, pair)
    yield from _wordless(pair)


def _wordless(pair: Pair) -> Iterator[Finding]:
    """Each link or image that has words in the source, and none in the translation."""
    source, there = _without_words(pair.source), _without_words(pair.translation)
    for target in there - source:
        if target in targets(pair.source):
            yield Finding(
                code="link-mismatch",
                message=f'The link to "{target}" has no words '
                f"{both(pair, _bare(target), _bare(target))}.",
                hint=f"Put the words between its brackets: {_example(target)}.",
            )


def _without_words(text: str) -> Counter[str]:
    """Where the links of a text lead that a reader sees nothing of."""
    rest = _CODE.sub("code", text)
    found: Counter[str] = Counter()
    while match := _LINK.search(rest):
        if not _WORD.search(match[2]):
            found[match[1] + match[3]] += 1
        rest = f"{rest[: match.start()]} {match[2]} {rest[match.end() :]}"
    for match in _REFERENCE.finditer(rest):
        if match[2] and not _WORD.search(match[1]):
            found[f"[{match[2].lower()}]"] += 1
    return found


_WORD = re.compile(r"[^\W_]")


def _redirected(pair: Pair, there: Counter[str], must: Counter[str]) -> Iterator[Finding]:
    """Each link to where the source leads, although the locale has another place for it."""
    if (link_map := pair.link_map) is None:
        return
    for one in link_map.apply(there, must):
        yield Finding(
            code="link-mismatch",
            message=f'The translation has "{one.source}", as the source; in this language that is '
            f'"{one.target}" {both(pair, one.source, one.source)}.',
            hint=f'Write "{one.target}", as {link_map.path}:{one.line} says.',
        )


def _exchanged(
    code: str,
    name: str,
    there: Counter[str],
    must: Counter[str],
    pair: Pair,
    example: Callable[[str], str] = str,
) -> Iterator[Finding]:
    """Each piece that the translation lacks, and each that it has and the source has not."""
    missing, extra = next(iter(must - there), ""), next(iter(there - must), "")
    for piece in must - there:
        yield Finding(
            code=code,
            message=f'The translation lacks the {name} "{piece}" '
            f"{both(pair, _bare(piece), _bare(extra))}.",
            hint=f"Put {example(piece)} where it belongs.",
        )
    for piece in there - must:
        yield Finding(
            code=code,
            message=f'The translation has the {name} "{piece}", the source does not '
            f"{both(pair, _bare(missing), _bare(piece))}.",
            hint=_instead_of(piece, missing),
            # Where a link leads is the publisher's word, whatever a translator remarks.
            # What a reference is, though, only its page knows (`checks.elements`).
            can_be_waived=piece.startswith("[")
            or name not in ("link to", "address", "attribute list"),
        )


def _instead_of(piece: str, missing: str) -> str:
    """What to do about a piece that the source has not, where it has the `missing` one."""
    if not missing:
        return "Remove it."
    hint = f'Write it as the source does: "{missing}".'
    if ("://" in piece or "@" in piece) and ("://" in missing or "@" in missing):
        hint += " Legal can declare another place for this language in its links.yml."
    return hint


def _bare(piece: str) -> str:
    """What of a link's target stands in the text."""
    return piece.strip("![]")


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
    yield from _exchanged("placeholder-mismatch", "placeholder", there, must, pair)


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
        marked, expected = len(pattern.findall(translation)), len(pattern.findall(source))
        if marked != expected:
            yield Finding(
                code="markup-mismatch",
                message=f"The translation has {marked} pieces of {name}, the source {expected} "
                + both(pair, _first(pattern, pair.source), _first(pattern, pair.translation))
                + ".",
                hint=f"Mark the same words as the source does: {example}.",
            )
        source, translation = pattern.sub(_inside, source), pattern.sub(_inside, translation)
    there, must = (_pieces(_CODE, text, 2) for text in (pair.translation, pair.source))
    yield from _exchanged("markup-mismatch", "code", there, must, pair, "`{}`".format)
    there, must = (_pieces(_ATTRIBUTES, text, 0) for text in (pair.translation, pair.source))
    yield from _exchanged("markup-mismatch", "attribute list", there, must, pair)


# A star within a word ("Kund*innen") or between spaces marks nothing, nor does anybody think so.
_SIGN = re.compile(r"[`\[\]]|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")


def stray_signs(pair: Pair) -> Iterator[Finding]:
    """No sign of markup is left without its partner, to be shown as it is written."""
    if pair.is_plain:
        return
    there, must = (
        Counter(_SIGN.findall(_unmarked(one))) for one in (pair.translation, pair.source)
    )
    for sign in there - must:
        yield Finding(
            code="markup-mismatch",
            message=f'The translation has a "{sign}" that marks nothing '
            f"{both(pair, in_translation=sign)}.",
            hint=f"Write its partner, or remove it; \\{sign} is the sign itself.",
        )


def _unmarked(text: str) -> str:
    """The text without all that is marked up, but for the words."""
    rest, _ = _without_links(_ESCAPED.sub(" ", without_code(text)))
    rest = _ATTRIBUTES.sub(" ", _BARE_ADDRESS.sub(" ", _AUTOLINK.sub(" ", rest)))
    rest = _REFERENCE.sub(lambda match: match[1] or " ", rest)
    for pattern in (_STRONG, _EMPHASIS):
        rest = pattern.sub(_inside, rest)
    return rest


def _pieces(pattern: re.Pattern[str], text: str, group: int) -> Counter[str]:
    return Counter(match[group] for match in pattern.finditer(text))


_BLOCK_START = re.compile(r"(?:#{1,6}|>|[-*+]|!!!|:::)[ \t]")


def block_marks(pair: Pair) -> Iterator[Finding]:
    """A translation is a piece of a block: what starts a block is shown in it as it is written."""
    found = _BLOCK_START.match(pair.translation)
    if found and not _BLOCK_START.match(pair.source):
        yield Finding(
            code="markup-mismatch",
            message=f'The translation starts with "{found[0].strip()}", the source does not '
            f"{both(pair)}.",
            hint="Remove it: it would be shown as it is written.",
        )


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _inside(match: re.Match[str]) -> str:
    return match[2] or match[match.re.groups] or ""


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
            message=f'The translation has the HTML "{tag}", the source does not '
            f"{both(pair, in_translation=tag)}.",
            hint="Remove it; Markdown such as **bold** may stand where the source has it.",
        )
