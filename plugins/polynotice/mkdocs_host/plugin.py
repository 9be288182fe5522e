"""The MkDocs plugin: one build for all locales, refused while anything is wrong."""

from __future__ import annotations

import time
from contextlib import ExitStack
from functools import partial
from typing import Any, Literal

from jinja2 import Environment, Template

from polynotice.core.garbage_collection import collect_less_often
from polynotice.core.memory import Memory
from polynotice.core.work_done import Count
from polynotice.mkdocs_host import (
    catalogue_saves,
    let_go,
    locale_search,
    mkdocs_errors,
    page_edges,
    parts,
    source_pages,
)
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.finishing import Finishing
from polynotice.mkdocs_host.host import (
    BasePlugin,
    CombinedEvent,
    Files,
    LiveReloadServer,
    MkDocsConfig,
    Navigation,
    Page,
    PluginError,
    event_priority,
)
from polynotice.mkdocs_host.locale_pages import uri_of
from polynotice.mkdocs_host.mkdocs_site import read_site
from polynotice.mkdocs_host.plugin_options import PolynoticeConfig
from polynotice.mkdocs_host.progress_bar import shown
from polynotice.mkdocs_host.project_memory import open_memory
from polynotice.mkdocs_host.rebuild import go_on
from polynotice.mkdocs_host.remembering import find_finished, remember
from polynotice.mkdocs_host.report import Report
from polynotice.mkdocs_host.side_builds import SideBuilds
from polynotice.mkdocs_host.site_setup import set_up
from polynotice.mkdocs_host.staging import Staged, stage
from polynotice.mkdocs_host.theme_markup import with_theme_markup
from polynotice.mkdocs_host.theme_templates import QuickTheme
from polynotice.mkdocs_host.watcher import folders_of, follow, keep_watching
from polynotice.pages import preview
from polynotice.pages.problem_lists import PLACE, put
from polynotice.project.load import load_project


class PolynoticePlugin(BasePlugin[PolynoticeConfig]):  # type: ignore[no-untyped-call]
    """Hands each event of MkDocs to the `Build` that it belongs to."""

    def __init__(self) -> None:
        self.is_preview = self.is_spare = False
        self.build: Build
        self.part = parts.PartOrder()
        self.report = Report()
        self.staged: Staged | None = None
        self.side = SideBuilds()
        self.server: LiveReloadServer | None = None
        self.started = time.time()
        self.shown: catalogue_saves.Shown | None = None
        self._memory = Memory()
        self._undo = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Notes whether this is a preview. MkDocs keeps such a plugin across rebuilds."""
        self.is_preview = self.report.is_preview = command == "serve"
        self.is_spare = command in {"build", "gh-deploy"}  # mike loads, and changes nothing
        if command == "build":
            self._undo.callback(collect_less_often(is_all=True))
            self._undo.enter_context(shown())

    def on_shutdown(self) -> None:
        """Leaves the process as it was, however the build ended."""
        self.side.end("The build was stopped.")
        if self.staged is not None:
            self.staged.discard()
        self._undo.close()

    # Before the other plugins: Material's search has a template compiled for each of its options.
    @event_priority(1000)
    def _take_theme(self, config: MkDocsConfig) -> None:
        """Has the theme's templates compiled once."""
        config.theme = QuickTheme.of(config.theme)

    # After the other plugins, so that what they change in the configuration is seen.
    @event_priority(-50)
    def _check(self, config: MkDocsConfig) -> None:
        """Reads and checks everything, before a page is built."""
        site = read_site(config, dict(self.config.data), drafts=self.is_preview, in_build=True)
        self._memory = open_memory(site[0], self._memory, is_spare=self.is_spare)
        loaded = load_project(*site, self._memory)
        self.staged, self.side = None, SideBuilds()
        self.report.forget()
        self.report("Nothing was built.", parts.problems_of(loaded, self.part, self.report))
        speaking = self.part.speaking(loaded, self.report.problems, is_preview=self.is_preview)
        self.build = Build(speaking=speaking, config=config)
        set_up(self.build)
        if self.server is not None:
            follow(self.server, config)

    on_config = CombinedEvent(_take_theme, _check)

    # After the other plugins, which may note the site's place. Others read the configuration alone.
    @event_priority(-100)
    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Keeps the last good site until the new one is proved: MkDocs now empties its folder."""
        self.staged = stage(config, is_preview=self.is_preview)

    # After the other plugins, to which the pages are those that somebody wrote.
    @event_priority(-1000)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the pages of every locale whose files are not there already."""
        if self.staged is not None:
            find_finished(self.build, dict(self.config.data), files, self.staged.site)
            self.side.divide(self.build)
        self.report("No page was written.", self.build.add_files(files))
        return files

    # After plugins that change the navigation.
    @event_priority(-50)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Makes the navigation of every locale."""
        unknown = source_pages.unknown_pages(config, files, drafts=self.is_preview)
        new = [problem for problem in unknown if problem not in self.report.problems]
        self.report("No page was written.", new)
        self.build.add_pages(nav, files)
        number = len(files.documentation_pages())
        self.read, self.written = Count("Reading pages", number), Count("Writing pages", number)
        return nav

    # Before the other plugins, to which it is the page that it would be without this one.
    @event_priority(1000)
    def _complete(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Gives the page what other plugins have completed it with when it was read."""
        return self.build.completed.get(uri_of(page))

    # MkDocs renders the page after this event, as the page that other plugins have made of it.
    @event_priority(-100)
    def _prepare(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Lets the page be rendered in the words of its locale."""
        self.build.prepare(page)
        self.read.step()

    on_page_markdown = CombinedEvent(_complete, _prepare)

    @event_priority(1000)
    def _note_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Notes the page before other plugins add to it."""
        self.build.rendering.added_words.begin(html)

    @event_priority(-1000)
    def _judge_content(
        self, html: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Looks at what they have added; withholds what could do harm in a preview."""
        self.build.judge(self.build.rendering.added_words, html, page)
        return preview.harmless(html, self.build.speaking.problems) if self.is_preview else None

    on_page_content = CombinedEvent(_note_content, _judge_content)

    def _take_templates(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Refuses words that other plugins brought in after the check: no page is written yet."""
        self.report("No page was written.", self.build.rendering.words_brought_in())
        self.build.theme_words.env, self.files = env, files
        if self.side.own is not None:
            self.side.own.leave_to_others(self.build, files, config)
        self.build.template_gettext.install(env)
        locale_search.divide(self.build, env)
        return env

    # After the other plugins, which may have something to say in templates.
    @event_priority(-1000)
    def _remember(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Lets search and templates be spared what they have made of the same before."""
        self.build.full_page.gather(self.build.pages, self.build.source)
        parts.leave_out_others(self.build, files)
        remember(self.build, config, env)

    on_env = CombinedEvent(_take_templates, _remember)

    def on_pre_template(
        self, template: Template, template_name: str, config: MkDocsConfig
    ) -> Template:
        """Leaves single files that no locale needs to the first of several processes."""
        return template if self.side.writes(template_name) else Template("")

    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> None:
        """Gives the templates of single files, such as `404.html`, the source's words."""
        context.update(self.build.context_of(self.build.source))

    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """Says in which language the source's error page is."""
        return with_theme_markup(output_content, self.build.source)

    # Before the other plugins, which may look at the navigation.
    @event_priority(100)
    def _give_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Gives the template its locale's configuration, navigation and root."""
        context.update(self.build.begin_context(page))
        return context

    # After the search plugin, which would find the problems on every page.
    @event_priority(-100)
    def _list_problems(
        self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Fills the page with all of the notice; says where a preview shows what is wrong."""
        self.build.judge_words(page)
        self.build.full_page.fill(page)
        page_edges.with_places(self.build, page)
        page.content = f"{PLACE}\n{page.content}" if self.is_preview else page.content

    on_page_context = CombinedEvent(_give_context, _list_problems)

    @event_priority(1000)
    def _note_output(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Lists what is wrong; notes the page as it is before other plugins add to it."""
        if self.is_preview:
            locale = self.build.locale_of(page)
            output = put(output, self.build.problem_lists.of(self.report.problems, locale))
        output = page_edges.put(self.build, output, page)
        self.build.added_to_output.begin(output)
        return output

    @event_priority(-1000)
    def _judge_output(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Looks at what they have added, and says in which language the page is."""
        self.build.judge(self.build.added_to_output, output, page)
        let_go.page_written(self.build, page, self.part)
        self.written.step()
        alternates = self.build.pages.alternates(uri_of(page))
        return with_theme_markup(output, self.build.locale_of(page), alternates)

    on_post_page = CombinedEvent(_note_output, _judge_output)

    # After all other plugins, those that come last of all included: after the search plugin has
    # written its index, others have made something of it, and minifiers have written theirs.
    @event_priority(-1000)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Writes what stands beside the pages, and proves the site."""
        if self.staged is None:
            return
        finishing = Finishing(
            build=self.build,
            files=self.files,
            report=self.report,
            staged=self.staged,
            part=self.part,
        )
        if self.side.own is not None:
            finishing.finish_share(self.side.own)
        left = finishing.finish(self.side)
        self.staged = None
        self.shown = catalogue_saves.shown(self.build, self.files, left, self.report, self.started)
        self._memory.end_run()

    # After the other plugins: what this raises, they are not asked about.
    @event_priority(-100)
    def on_build_error(self, error: Exception) -> None:
        """Leaves the last good site as it was, and says so where the disk is at fault."""
        self.side.end(mkdocs_errors.of_disk(error) or str(error))
        if self.staged is not None:
            self.staged.discard()
        self._memory.end_run()
        if not self.is_preview and (what := mkdocs_errors.of_disk(error)):
            raise PluginError(f"{what} The last good site is as it was.") from error

    # Before the other plugins, so that what they watch is watched the same way.
    @event_priority(100)
    def _watch(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Watches records and catalogues, too."""
        keep_watching(server, config, folders_of(config))
        self.server = server
        return server

    # After the other plugins, which may hand the server the builder that MkDocs gives them.
    @event_priority(-100)
    def _go_on(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Goes on whatever is wrong."""
        begin = partial(catalogue_saves.begin, self)
        self._undo.callback(go_on(server, config, self.report, begin, self.started))
        return server

    on_serve = CombinedEvent(_watch, _go_on)
