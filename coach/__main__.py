"""The `yohaku` command."""

import sys
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from coach.commands.kind import Kind
from coach.rules_command import rules
from guardrails.vocabulary import Stage

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
    port: Annotated[
        int | None, typer.Option(help="The port on 127.0.0.1; without it 8501, or the next one that is free.")
    ] = None,
    headless: Annotated[bool, typer.Option(help="Do not open a browser window.")] = False,
) -> None:
    """Open the coach in the browser."""
    if context.invoked_subcommand is None:
        _serve(port=port, headless=headless)


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="What happened, in Japanese; their words in 「」.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="The whole answer as JSON, every verdict and attempt.")
    ] = False,
) -> None:
    """Answer in the terminal, on the same path as the page. Nothing of it is stored but the number of tokens.

    Sentences appear as each has passed its check. With --json every piece that a model wrote has its verdict; the
    words of what did not pass are left out.

    Example: yohaku ask "土曜に誘ったら「ごめん、その日は仕事」と返ってきました"
    """
    from coach.terminal import answer

    raise typer.Exit(answer(text, now=datetime.now(UTC), as_json=as_json))


@app.command()
def prompt(text: Annotated[str, typer.Argument(help="What happened, in Japanese.")]) -> None:
    """Exactly what would be sent to a model for this text, masked, with the shape it must answer in. Sends nothing.

    Exit status 1 when this text is answered without asking a model.
    """
    from coach.commands.prompt import show

    raise typer.Exit(show(text, now=datetime.now(UTC)))


@app.command()
def check(
    text: Annotated[str | None, typer.Argument(help="The text to judge.")] = None,
    stage: Annotated[Stage, typer.Option(help="Where the two stand.")] = Stage.DECLINED,
    incoming: Annotated[str, typer.Option(help="The other's last words.")] = "",
    kind: Annotated[Kind, typer.Option(help="What the text is.")] = Kind.DRAFT,
    as_json: Annotated[bool, typer.Option("--json", help="The verdict as JSON.")] = False,
    jsonl: Annotated[
        str | None, typer.Option(metavar="FILE|-", help="Judge JSON lines, one object each.")
    ] = None,
) -> None:
    """Judge a message before it is sent. Exit status 0: it passes, 1: it does not, 2: bad call.

    Examples:

    yohaku check "なんでダメなの?" --stage declined --incoming "ごめん、その日は仕事"

    yohaku check --jsonl drafts.jsonl   (lines: {"id", "stage", "incoming", "draft"})

    yohaku check --kind request --jsonl -   (lines: {"id", "stage", "request"})
    """
    from coach.commands import check as command

    if (text is None) == (jsonl is None):
        raise typer.BadParameter("give a text, or --jsonl FILE")
    if text is None:
        raise typer.Exit(command.many(kind, _source(jsonl), stage=stage))
    raise typer.Exit(command.one(kind, text, stage=stage, incoming=incoming, as_json=as_json))


@app.command()
def read(
    text: Annotated[str | None, typer.Argument(help="What happened, in Japanese.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The reading as JSON.")] = False,
    jsonl: Annotated[
        str | None, typer.Option(metavar="FILE|-", help="Read JSON lines with id and text.")
    ] = None,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day to count from.")
    ] = None,
) -> None:
    """Where the two stand, the signs with the words they were read from, and what to do today."""
    from coach.answering.wanted import JAPAN
    from coach.commands import read as command

    day = (today or datetime.now(JAPAN)).date()
    if (text is None) == (jsonl is None):
        raise typer.BadParameter("give a text, or --jsonl FILE")
    if text is None:
        raise typer.Exit(command.many(_source(jsonl), today=day))
    raise typer.Exit(command.one(text, today=day, as_json=as_json))


@app.command()
def talk(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="LINE's 「トーク履歴を送信」 text file.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="The facts as JSON.")] = False,
    messages: Annotated[bool, typer.Option("--messages", help="With every message.")] = False,
) -> None:
    """The facts of a talk history, read on this machine. Exit status 2 when the file is refused, with the reason."""
    from coach.commands import talk as command

    raise typer.Exit(command.facts_of(file, as_json=as_json, messages=messages))


app.add_typer(rules, name="rules")


@app.command()
def doctor() -> None:
    """What is set, whether the endpoint answers, where the data lies, what is missing. Never prints a secret."""
    from coach.doctor import examine

    raise typer.Exit(examine())


def _source(jsonl: str | None) -> str:
    if jsonl is None or (jsonl != "-" and not Path(jsonl).is_file()):
        raise typer.BadParameter(f"no such file: {jsonl}")
    return jsonl


def _serve(*, port: int | None, headless: bool) -> None:
    from streamlit.web import cli

    from coach import warming
    from coach.address import HOST, free_port

    page = find_spec("app")
    if page is None or page.origin is None:
        raise typer.BadParameter("app.py is not installed beside the coach")
    warming.begin()
    try:
        port = port or free_port()
    except OSError:
        typer.echo(
            "空いているポートが見つかりません。--port 9000 のように、番号を指定して起動してください。",
            err=True,
        )
        raise typer.Exit(1) from None
    typer.echo(f"余白  http://{HOST}:{port}  （終わるときは Ctrl+C）")
    options = [f"--server.headless={str(headless).lower()}", f"--server.port={port}"]
    sys.argv = ["streamlit", "run", page.origin, *options]
    cli.main()


def main() -> None:
    """The entry point of the command."""
    app()


if __name__ == "__main__":
    main()
