"""Which addresses of other hosts a script asks for, and which it only names."""

from __future__ import annotations

from polynotice.html.script_requests import asked_by_script
from tests.draws import for_each

A = "https://a.example/b"

ASKED = {
    "a fetch": f'fetch("{A}")',
    "one with single quotes": f"window.fetch('{A}', {{method: 'POST'}})",
    "one of a template": f"fetch(`{A}/${{id}}?x=1`)",
    "one without a scheme": 'fetch("//a.example/b")',
    "one with escapes": r'fetch("https:\/\/a.example/b")',
    "one that goes on": f'await fetch("{A}" + id)',
    "a request": f'fetch(new Request("{A}"))',
    "an address made": f'fetch(new URL("{A}"))',
    "a condition": f'fetch(own ? "/b" : "{A}")',
    "a default": f'fetch(config.url || "{A}")',
    "a scheme before": 'fetch(location.protocol + "//a.example/b")',
    "a scheme of its own": 'fetch("https:" + "//a.example/b")',
    "an import": f'import "{A}"',
    "an import with names": f'import {{x}} from "{A}"',
    "an export": f'export * from "{A}"',
    "an import when needed": f'const x = await import("{A}")',
    "a socket": 'new WebSocket("wss://a.example/b")',
    "events": f'new EventSource("{A}")',
    "a beacon": f'navigator.sendBeacon("{A}", data)',
    "a worker's scripts": f'importScripts("own.js", "{A}")',
    "a worker": f'new Worker("{A}")',
    "the old way": f'x.open("GET", "{A}", true)',
    "a source": f's = document.createElement("script"); s.src = "{A}"; s.async = 1',
    "a source in brackets": f's["src"] = "{A}"',
    "an attribute": f's.setAttribute("src", "{A}")',
    "an object's source": f'Object.assign(document.createElement("img"), {{src: "{A}"}})',
    "a pixel": f'new Image().src = "{A}?x=" + Math.random()',
    "a link": f'const l = document.createElement("link"); l.rel = "stylesheet"; l.href = "{A}"',
    "jQuery": f'$.getJSON("{A}", f)',
    "jQuery's options": f'$.ajax({{type: "GET", url: "{A}"}})',
    "axios": f'axios.get("{A}")',
    "a constant": f'const API = "{A}";\nfetch(API + "/c")',
    "a constant without semicolons": f'const API = "{A}"\nfetch(`${{API}}/c`)',
    "a constant of an object": f'const config = {{api: "{A}"}}; fetch(config.api)',
    "a member": f'this.api = "{A}"; this.x = () => fetch(this.api)',
    "a name of a name": f'var a = "{A}", b = a; fetch(b)',
    "a function": f'function load(a, url) {{ var s = d(); s.src = url }} load(1, "{A}")',
    "a function with a name": f'const load = (url) => {{ fetch(url) }}; load("{A}")',
    "a short function": f'const load = url => fetch(url); load("{A}")',
    "a function of a tracker": "(function(w,d,s,u){var g=d.createElement(s);g.src=u+w.id})"
    f'(window,document,"script","{A}")',
    "a function that is negated": f'!function(d,u){{d.x().src=u}}(document,"{A}")',
    "a function that is called so": f'(function(u){{fetch(u)}}).call(this,"{A}")',
    "a list": f'["own.js", "{A}"].forEach(function (u) {{ s.src = u }})',
    "a list with a name": f'const all = ["{A}"]; all.forEach(u => fetch(u))',
    "a loop": f'for (const u of ["own.js", "{A}"]) fetch(u)',
    "a loop over a name": f'const all = ["{A}"]; for (const u of all) {{ fetch(u) }}',
    "behind a regular expression": f'x = /[/"]/g.test(y); fetch("{A}")',
    "behind a division": f'x = a / b; y = c / d; fetch("{A}")',
}

WRITTEN = {
    "HTML": f"document.write('<script src=\"{A}\"></scr' + 'ipt>')",
    "HTML within": f"e.innerHTML = '<img src={A}>'",
    "escaped HTML": rf"document.write('\x3cscript src=\x22{A}\x22>\x3c/script>')",
    "HTML beside": f"e.insertAdjacentHTML('beforeend', `<iframe src='{A}'></iframe>`)",
    "a style": f"e.style.backgroundImage = 'url({A})'",
    "a style sheet": f"s.textContent = '@import url({A})'",
}

NOT_ASKED = {
    "a comment": f'// fetch("{A}")',
    "a long comment": f'/* fetch("{A}") */ fetch("/b")',
    "a regular expression": "x = /fetch('https:\\/\\/a.example\\/b')/.test(y)",
    "a text": f"x = 'fetch(\"{A}\")'",
    "another page's address": f'fetch("/to?url={A}")',
    "an argument of another": f'fetch("/b", {{headers: {{Origin: "{A}"}}}})',
    "what is sent": f'fetch("/b?u=" + encodeURIComponent("{A}"))',
    "a namespace": 'document.createElementNS("http://www.w3.org/2000/svg", "svg")',
    "an attribute's namespace": 's.setAttribute("xmlns", "http://www.w3.org/2000/svg")',
    "a link": f'a = document.createElement("a"); a.href = "{A}"',
    "a link of an attribute": f'a.setAttribute("href", "{A}")',
    "another page": f'location.href = "{A}"; window.open("{A}", "_blank")',
    "an error": f'throw new Error("{A}")',
    "a comparison": f'if (s.src === "{A}") fetch("/b")',
    "a beginning": f'x.startsWith("{A}"); fetch(y)',
    "a name that nothing asks": f'const home = "{A}"; fetch("/b")',
    "a name of another function": f'function f(){{ var u = "{A}" }} function g(u){{ fetch(u) }}',
    "another argument": f'function load(a, u) {{ s.src = u }} load("{A}", "own.js")',
    "HTML of a link": f"e.innerHTML = '<a href=\"{A}\">b</a>'",
    "a slash": 'fetch("//" + location.host + "/b"); fetch("a//b.js")',
    "a path of the site": 'fetch("/b"); import "./c.js"; s.src = "../d.js"',
    "a list that nothing asks": f'["{A}"].forEach(u => links.push(u)); fetch("/b")',
    "Array.from": f'Array.from("{A}"); fetch("/b")',
    "no JavaScript": f'{{"@context": "{A}", "x": [1, 2',
}


@for_each("name", ASKED)
def test_what_a_script_asks_another_host_for_is_found(name: str) -> None:
    found = [one.text for one in asked_by_script(ASKED[name])]
    assert len(found) == 1, found
    assert "a.example/b" in found[0]


@for_each("name", WRITTEN)
def test_html_and_styles_that_a_script_writes_are_given_as_they_are(name: str) -> None:
    (found,) = asked_by_script(WRITTEN[name])
    assert A in found.text


@for_each("name", NOT_ASKED)
def test_what_it_only_names_or_links_to_is_not(name: str) -> None:
    found = [one.text for one in asked_by_script(NOT_ASKED[name])]
    assert [one for one in found if not one.startswith("<a ")] == []


def test_the_place_of_an_address_is_known() -> None:
    script = f'"use strict";\n\nfetch("{A}")'
    (found,) = asked_by_script(script)
    assert script[found.position :].startswith(f'"{A}"')


@for_each("text", ["", "`", "`${", "((((", "}})", "'a", "/", "=>", "f(", "\\", "a.b"])
def test_whatever_is_no_script_is_read_to_its_end(text: str) -> None:
    assert list(asked_by_script(f'{text}\nx = "{A}"')) is not None
