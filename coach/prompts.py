"""Renders the templates in `prompts/` and builds from them exactly what is sent to a model."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, meta

from coach.answering.ask import Ask
from coach.answering.kind_words import KIND_WORDS
from coach.answering.shapes import schema_of
from coach.drafting.phrases import phrases
from coach.model import Message, Prompt, Role
from coach.situation import SignId
from coach.standing.answered_day import UNABLE
from guardrails.vocabulary import Act, Category, Stage

AVOID = {
    Stage.DECLINED: (
        Category.PROBING,
        Category.REPROPOSE,
        Category.EMOTIONAL,
        Category.LECTURING,
        Category.PRESSURE,
        Category.SNS,
    ),
    Stage.ALTERNATIVE: (Category.PROBING, Category.EMOTIONAL, Category.LECTURING, Category.PRESSURE),
    Stage.SILENCE: (Category.CHASING, Category.PROBING, Category.EMOTIONAL, Category.PRESSURE, Category.SNS),
    Stage.COOLDOWN: (Category.REPROPOSE, Category.PROBING, Category.EMOTIONAL, Category.CHASING),
    Stage.SECOND_INVITE: (
        Category.VAGUE_INVITE,
        Category.PRESSURE,
        Category.PROBING,
        Category.EMOTIONAL,
        Category.LECTURING,
    ),
    Stage.WAITING: (Category.CHASING, Category.PRESSURE, Category.EMOTIONAL),
    Stage.CLOSED: (Category.CONTACT_AFTER_CLOSED, Category.PRESSURE, Category.EMOTIONAL, Category.SNS),
    None: (Category.CHASING, Category.PRESSURE),
}
"""What must not happen, a stage (DOMAIN.md, NG); the templates know the reasons."""


REPAIR = "Repair"
"""What a prompt is called that asks once more for what has failed."""
_OPEN = re.compile(r"\{\w+\}")
"""What a phrase leaves open for a day or an interest."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: files("prompts").joinpath(name).read_text("utf-8")),
        undefined=StrictUndefined,
        autoescape=False,  # prompts are no HTML: a quote mark must stay one
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment


def render(template: str, /, **values: object) -> str:
    """The template with its values, which are never rendered again.

    Raises:
        jinja2.UndefinedError: a value is missing.
    """
    return _environment().get_template(template).render(**values).removesuffix("\n")


@cache
def variables(template: str) -> frozenset[str]:
    """The names a template needs, with those of the templates it is made of."""
    environment = _environment()
    assert environment.loader is not None
    parsed = environment.parse(environment.loader.get_source(environment, template)[0])
    found = set(meta.find_undeclared_variables(parsed))
    for part in meta.find_referenced_templates(parsed):
        found |= variables(part) if part else set()
    return frozenset(found)


def build(ask: Ask) -> Prompt:
    """The prompt: our rules in the system message, every word from outside in a message of its own."""
    schema = schema_of(ask.asked, acts=ask.acts)
    return Prompt(tuple(_messages(ask)), REPAIR if ask.notes else "Answer", schema)


def _messages(ask: Ask) -> Iterator[Message]:
    yield Message(Role.SYSTEM, _system(ask))
    for template, values in _materials(ask):
        yield Message(Role.USER, render(template, **values))
    if ask.notes:
        asked = ask.asked
        parts = {"fields": asked.words, "kinds": asked.kinds, "question": asked.question}
        yield Message(Role.USER, render("repair.j2", notes=ask.notes, said=bool(ask.said), **parts))
    else:
        yield Message(Role.USER, render("close.j2"))


def _system(ask: Ask) -> str:
    unclear = "unclear.j2" if ask.judged is None else "check.j2"
    template = f"{ask.stage.value}.j2" if ask.stage else unclear
    known = {
        "today": ask.today,
        "leave": ask.leave,
        "why": ask.why,
        "signs": ask.signs,
        "twice": ask.twice,
        "unsure": ask.unsure,
        "ng": AVOID[ask.stage],
        "fields": ask.asked.words,
        "kinds": ask.asked.kinds,
        "question": ask.asked.question,
        "acts": ask.acts,
        "ends": ask.ends,
        "register": ask.register,
        "emoji": ask.emoji,
        "unable": ask.unable,
        "examples": _examples(ask),
        "kind_word": KIND_WORDS.get(ask.care, ""),
        "placeholders": any("〔" in str(values) for _, values in _materials(ask)),
        "group": SignId.GROUP in ask.signs,
        "incoming": bool(ask.incoming),
        "style_samples": bool(ask.style_samples),
        "shown": bool(ask.shown),
        "own_line": bool(ask.own_line),
        "judged": ask.judged,
        "request": bool(ask.request),
    }
    return render(template, **known)


def _examples(ask: Ask) -> dict[Act, list[str]]:
    """Two short lines for each act, from those the coach composes with: the guard knows them all to be good."""
    examples: dict[Act, list[str]] = {act: [] for act in Act}
    if ask.stage is not None:
        for act in ask.acts:
            fit = UNABLE if ask.unable == "none" else "day" if act is Act.ANSWER else ask.care
            lines = phrases().examples(ask.stage, ask.register, act, fit=fit)
            examples[act] = [_OPEN.sub("…", line) for line in lines]
    return examples


def _materials(ask: Ask) -> Iterator[tuple[str, dict[str, object]]]:
    """What came from outside, in the order a person would want to know it; the matter itself last."""
    if ask.history:
        yield "history.j2", {"exchanges": ask.history}
    if ask.interests:
        yield "interests.j2", {"texts": ask.interests}
    if ask.style_samples:
        yield "samples.j2", {"texts": ask.style_samples}
    if ask.shown:
        yield "shown.j2", {"texts": ask.shown}
    if ask.incoming:
        yield "incoming.j2", {"text": ask.incoming}
    yield "message.j2", {"text": ask.message}
    if ask.own_line:
        yield "own_line.j2", {"text": ask.own_line}
    if ask.request:
        yield "request.j2", {"text": ask.request}
    if ask.said:
        yield "said.j2", {"text": ask.said}


def as_sent(prompt: Prompt) -> str:
    """The prompt for reading, exactly as it would be sent."""
    parts = [f"--- {message.role.value}\n{message.content}" for message in prompt.messages]
    if prompt.schema is not None:
        parts.append(f"--- schema: {prompt.name}\n{json.dumps(prompt.schema, ensure_ascii=False, indent=1)}")
    return "\n\n".join(parts)
