"""The command `polynotice`."""

from __future__ import annotations

import click
from mkdocs.config import load_config

from polynotice import project


@click.group()
@click.option("-f", "config_file", default="mkdocs.yml")
@click.pass_context
def main(ctx, config_file):
    ctx.obj = config_file


@main.command()
@click.pass_obj
@click.argument("locales", nargs=-1)
def update(path, locales):
    config = load_config(path)
    p = project.load(config, config.plugins["polynotice"].config.data)
    for x in p.problems: print(x)
    print(project.update(p, locales))


@main.command("add-locale")
@click.pass_obj
@click.argument("locale")
def add(path, locale):
    config = load_config(path)
    p = project.load(config, config.plugins["polynotice"].config.data)
    print(project.add_locale(p, locale))


if __name__ == "__main__":
    main()
