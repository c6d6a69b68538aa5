"""The `yohaku` command."""

import sys
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Annotated

import typer

app = typer.Typer(
    help="余白 (Yohaku): what to send, and what not to send, after a no or a silence. Without a command it opens "
    "the coach in the browser.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_show_locals=False,
)


@app.callback(invoke_without_command=True)
def run(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1.")] = 8501,
    headless: Annotated[bool, typer.Option(help="Do not open a browser window.")] = False,
) -> None:
    """Open the coach in the browser."""
    if context.invoked_subcommand is None:
        _serve(port=port, headless=headless)


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="What happened, in Japanese; their words in 「」.")],
    as_json: Annotated[bool, typer.Option("--json", help="The whole answer as JSON.")] = False,
) -> None:
    """Answer in the terminal, on the same path as the page. Nothing is stored.

    Example: yohaku ask "土曜に誘ったら「ごめん、その日は仕事」と返ってきました"
    """
    from coach.terminal import answer

    raise typer.Exit(answer(text, now=datetime.now(UTC), as_json=as_json))


@app.command()
def doctor() -> None:
    """What is set, whether the endpoint answers, where the data lies, what is missing. Never prints a secret."""
    from coach.doctor import examine

    raise typer.Exit(examine())


def _serve(*, port: int, headless: bool) -> None:
    from streamlit.web import cli

    page = find_spec("app")
    if page is None or page.origin is None:
        raise typer.BadParameter("app.py is not installed beside the coach")
    options = [f"--server.port={port}", f"--server.headless={str(headless).lower()}"]
    sys.argv = ["streamlit", "run", page.origin, *options]
    cli.main()


def main() -> None:
    """The entry point of the command."""
    app()


if __name__ == "__main__":
    main()
