"""`yohaku rules` and `yohaku rules new`: what their options are; the work is in coach.commands."""

from typing import Annotated

import typer

from guardrails.vocabulary import Category, Stage

rules = typer.Typer(invoke_without_command=True, add_completion=False)


@rules.callback()
def look_up(
    context: typer.Context,
    category: Annotated[str, typer.Option(help="Only this category, such as probing.")] = "",
    find: Annotated[str, typer.Option(help="Only rules that speak of this word.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The rules as JSON.")] = False,
) -> None:
    """What the judges know: every rule with its source, its reason, examples and known misses.

    Examples:

    yohaku rules --category probing

    yohaku rules --find 既読
    """
    from coach.commands import rules as command

    if context.invoked_subcommand is None:
        raise typer.Exit(command.listing(category=category, find=find, as_json=as_json))


@rules.command("new")
def new_rule(
    category: Annotated[Category, typer.Option(prompt="種類", help="What kind of NG it is.")],
    name: Annotated[str, typer.Option(prompt="短い名前(英小文字)", help="Its name, such as why_no.")],
    why: Annotated[str, typer.Option(prompt="なぜ相手の負担になるか", help="The reason shown to the user.")],
    hint: Annotated[str, typer.Option(prompt="どう言えばよいか", help="What leads to a better message.")],
    source: Annotated[str, typer.Option(prompt="出典(A-NG1 など)", help="Where it comes from.")],
    stage: Annotated[list[Stage] | None, typer.Option(help="Where it is wrong; none: everywhere.")] = None,
    words: Annotated[list[str] | None, typer.Option(help="Words or a pattern to look for.")] = None,
    never: Annotated[list[str] | None, typer.Option(help="Longer words that must not count.")] = None,
    ng: Annotated[list[str] | None, typer.Option(help="A message it must find (three or more).")] = None,
    ok: Annotated[list[str] | None, typer.Option(help="A message it must not find (three or more).")] = None,
) -> None:
    """Add a rule of messages by its words and examples; asks for what is not given. No YAML needed.

    The rule is written only if it finds each of its NG examples and none of its good ones.
    """
    from coach.commands.new_rule import FEWEST, Wanted, add, asked

    wanted = Wanted(
        category=category,
        name=name,
        stages=tuple(stage or ()),
        words=asked("さがす言葉", words or ()),
        never=tuple(never or ()),
        why=why,
        hint=hint,
        ng=asked("だめな例", ng or (), least=FEWEST),
        ok=asked("だいじょうぶな例", ok or (), least=FEWEST),
        source=source,
    )
    raise typer.Exit(add(wanted))
