/* What the pages do for a reader beside what the theme does. Whoever runs no scripts reads the same
   notice: nothing here is needed, asks for anything, or keeps anything. */
(() => {
  "use strict";

  keepRowWhereLanguageIsSwitched();

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
