/* What the pages do for a reader beside what the theme does. Whoever runs no scripts reads the same
   notice: nothing here is needed or asks for anything. */
(() => {
  "use strict";

  keepRowWhereLanguageIsSwitched();
  offerLanguageOfReader();
  onEachPage(sayWhatTablesAre);
  onEachPage(writeTags);
  onEachPage(addPermalinks);
  onEachPage(addFilter);

  /* A reader whose browser prefers another language that the notice is in is told so in it, and is led
     nowhere unasked. Whoever closes the offer, follows it or chooses a language in the switcher has
     answered, for good; whoever comes from a page of the notice has read on in spite of it. The answer
     alone is kept, and no sooner than it is given: no cookie, nothing for a server. */
  function offerLanguageOfReader() {
    const links = [...document.querySelectorAll(".md-select__link[hreflang]")];
    if (!links.some((link) => link.dataset.offer)) return;
    const roots = rootsOf(links, links.map((link) => new URL(link.href)));
    const key = `notice-offer:${[...roots].sort((one, other) => one.length - other.length)[0]}/`;
    const offer = document.createElement("aside");
    const answer = () => {
      try {
        localStorage.setItem(key, "answered");
      } catch {
        /* a browser that keeps nothing */
      }
      offer.remove();
    };
    for (const kind of ["click", "auxclick"])
      for (const chosen of links) chosen.addEventListener(kind, answer);

    const link = preferred(links);
    if (!link?.dataset.offer || link.hasAttribute("aria-current")) return;
    if (isAnswered(key) || isReadOn(roots)) return;
    offer.className = "notice-offer";
    offer.lang = link.hreflang;
    offer.dir = link.dir || "auto";
    offer.setAttribute("aria-label", link.dataset.offer.replace(/[:\s：]+$/u, ""));
    const way = document.createElement("a");
    way.textContent = link.textContent.trim();
    way.hreflang = link.hreflang;
    way.target = "_self";
    way.href = link.href;
    for (const kind of ["pointerdown", "focus"])
      way.addEventListener(kind, () => (way.href = link.href));
    for (const kind of ["click", "auxclick"]) way.addEventListener(kind, answer);
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = link.dataset.dismissal;
    close.addEventListener("click", answer);
    const words = document.createElement("p");
    words.setAttribute("role", "status");
    offer.append(words);
    document.querySelector(".md-container, main")?.prepend(offer);
    /* A screen reader says what comes into an element that it knows already. */
    setTimeout(() => {
      words.append(`${link.dataset.offer} `, way);
      offer.append(close);
    }, 100);
    /* The offer lies over the page, so that nothing moves: the end of the page, and whatever has the
       keyboard's focus, can be brought above it. */
    const room = document.createElement("div");
    room.className = "notice-room";
    document.body.append(room);
    new ResizeObserver(() => {
      const height = `${offer.offsetHeight}px`;
      document.documentElement.style.scrollPaddingBottom = height;
      room.style.height = height;
    }).observe(offer);
  }

  function isAnswered(key) {
    try {
      return localStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  }

  /* Whether the reader comes from another page of the notice. */
  function isReadOn(roots) {
    if (!document.referrer) return false;
    const { origin, pathname } = new URL(document.referrer);
    return origin === location.origin && roots.some((root) => pathname.startsWith(`${root}/`));
  }

  /* The link to the language that the browser asks for first among those that there are. */
  function preferred(links) {
    const kindOf = (id) => {
      try {
        const { language, script } = new Intl.Locale(id).maximize();
        return `${language}-${script}`;
      } catch {
        return id; /* no language that the browser knows */
      }
    };
    for (const wanted of navigator.languages ?? []) {
      const same = links.filter((link) => kindOf(link.hreflang) === kindOf(wanted));
      const found = same.find((link) => link.hreflang === wanted) ?? same[0];
      if (found) return found;
    }
    return null;
  }

  /* Instant navigation shows another page without loading it: the theme tells of each. */
  function onEachPage(run) {
    if (typeof document$ === "undefined") run();
    else document$.subscribe(run);
  }

  /* Some browsers no longer take a table for one where a style sheet shows its rows as blocks, as on a
     phone. In the HTML itself, saying it once more would be a mistake. */
  function sayWhatTablesAre() {
    const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
    const header = (cell) => (cell.scope === "row" ? "rowheader" : "columnheader");
    for (const table of document.querySelectorAll(".notice-table, .notice-matrix"))
      for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")])
        part.setAttribute("role", roles[part.tagName] ?? header(part));
  }

  /* The kinds of data beside a text that names them all at once: in the page's own HTML a cell says
     what the notice says, word for word. Written out, they can be found on the page, and copied. */
  function writeTags() {
    for (const tag of document.querySelectorAll(".notice-tag:empty"))
      tag.textContent = tag.getAttribute("aria-label");
  }

  /* Behind the first words of each row, the row's own address: to be followed, and copied. */
  function addPermalinks() {
    for (const row of document.querySelectorAll(".notice-table:not([data-row-links]) tbody tr[id]")) {
      const place = row.cells[0]?.querySelector("li") ?? row.cells[0];
      if (!place || place.querySelector(".notice-permalink")) continue;
      const link = document.createElement("a");
      link.className = "notice-permalink";
      link.href = `#${row.id}`;
      link.setAttribute("aria-label", link.getAttribute("href"));
      link.addEventListener("click", async () => {
        await navigator.clipboard?.writeText(link.href).catch(() => {});
        link.classList.add("notice-copied");
        setTimeout(() => link.classList.remove("notice-copied"), 2000);
      });
      place.append(link);
    }
  }

  /* A box above the kinds of personal data: while one types, the others go. The page has its place,
     which the style sheet keeps as large as the box, so that nothing moves when it comes. */
  function addFilter() {
    const [place, ...others] = document.querySelectorAll(".notice-filter:empty");
    if (!place) return;
    for (const other of others) other.remove();
    const rows = [...document.querySelectorAll(".notice-table tr[data-category]")];
    const page = document.documentElement;
    const plain = (text) =>
      text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase(page.lang || undefined);
    const texts = rows.map((row) => plain(row.textContent));
    const tables = [...new Set(rows.map((row) => row.closest("table")))];

    const box = document.createElement("search");
    box.className = "notice-filter";
    const label = document.createElement("label");
    label.textContent = place.dataset.label;
    label.htmlFor = "notice-filter";
    const field = document.createElement("input");
    field.type = "search";
    field.id = "notice-filter";
    field.autocomplete = "off";
    const count = document.createElement("output");
    count.htmlFor = "notice-filter";
    box.append(label, field, count);
    place.replaceWith(box);

    const number = new Intl.NumberFormat(page.lang || undefined);
    const filter = () => {
      const words = plain(field.value).split(/\s+/u).filter(Boolean);
      const shown = rows.filter((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word));
        return !row.hidden;
      });
      for (const table of tables) {
        const isEmpty = !shown.some((row) => table.contains(row));
        table.hidden = isEmpty;
        const heading = headingOf(table);
        if (heading) heading.hidden = isEmpty;
      }
      const [some, all] = [shown.length, rows.length].map((each) => number.format(each));
      count.textContent = words.length ? `${some} / ${all}` : "";
    };
    field.addEventListener("input", filter);
    /* Whoever follows a link to a kind or a group that was filtered out wants to see it: also the
       link that was followed last, which changes nothing about the address. */
    const show = (hash) => {
      const target = document.getElementById(decodeURIComponent(hash.slice(1)));
      if (!field.isConnected || !target?.closest("[hidden]")) return;
      field.value = "";
      filter();
      target.scrollIntoView();
    };
    addEventListener("hashchange", () => show(location.hash));
    document.addEventListener("click", ({ target }) => {
      const link = target.closest?.("a[href]");
      if (link?.hash && link.href === location.href) show(link.hash);
    });
  }

  /* The heading right above a table: of a group, if there are groups. */
  function headingOf(table) {
    const before = table.previousElementSibling;
    return /^H[1-6]$/.test(before?.tagName ?? "") ? before : null;
  }

  /* At /#chat, the language switcher leads to /de/#chat. The links themselves are changed, not the
     click, so that they can also be opened in another tab, or copied. */
  function keepRowWhereLanguageIsSwitched() {
    const links = [...document.querySelectorAll(".md-select__link[hreflang]")];
    if (links.length === 0) return;
    const opened = location.pathname;
    const addresses = links.map((link) => new URL(link.href));
    const roots = rootsOf(links, addresses);

    const lead = () => {
      links.forEach((link, index) => {
        const target = new URL(addresses[index]);
        /* Instant navigation renews the page, but not its header: the links still are those of the
           page that was opened first. */
        if (location.pathname !== opened) target.pathname = roots[index] + pathBelow(roots);
        target.hash = location.hash;
        if (link.href !== target.href) link.href = target.href;
      });
    };
    lead();
    addEventListener("hashchange", lead);
    addEventListener("popstate", lead);
    /* The theme also changes the address without an event. */
    for (const kind of ["pointerover", "pointerdown", "focusin", "click"]) {
      const leadFromSwitcher = ({ target }) => target.closest?.(".md-select") && lead();
      document.addEventListener(kind, leadFromSwitcher, true);
    }
  }

  /* The path of each locale's root, without the last slash: every locale has the same paths below. */
  function rootsOf(links, addresses) {
    const paths = addresses.map((address) => address.pathname);
    const isShared = (end) => end.startsWith("/") && paths.every((path) => path.endsWith(end));
    /* The theme knows the root, but for error pages: there, what the paths have in common will do. */
    const own = Math.max(links.findIndex((link) => link.hasAttribute("aria-current")), 0);
    const config = document.getElementById("__config");
    const base = new URL(config ? JSON.parse(config.textContent).base : ".", location.href);
    const ends = [...paths[own]].map((_, index) => paths[own].slice(index));
    const known = paths[own].slice(base.pathname.replace(/\/$/, "").length);
    const end = [known, ...ends].find(isShared) ?? "";
    return paths.map((path) => path.slice(0, path.length - end.length));
  }

  /* The path of the page that is shown, below the root of its locale. */
  function pathBelow(roots) {
    const around = roots.filter((root) => location.pathname.startsWith(`${root}/`));
    return location.pathname.slice(Math.max(0, ...around.map((root) => root.length)));
  }
})();
