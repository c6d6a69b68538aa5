"""What is sent for an answer: everything the prompt needs, masked in one go, and how the placeholders come back."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from coach.answering.ask import Ask, Exchange, Note
from coach.answering.outline import Outline
from coach.answering.wanted import Wanted
from coach.drafting.samples import samples
from coach.parts import Said
from coach.planning.wording import told_fact
from coach.privacy import Masked, mask
from coach.situation import Action
from coach.standing.answered_day import declines_the_day
from coach.standing.care import care_owed
from coach.standing.doubts import unclear
from coach.standing.outdated import outdated
from coach.story.nicknames import nicknames
from guardrails.vocabulary import Stage

_REMEMBERED = 4
"""Earlier turns of the story that the model is told of."""


@dataclass(frozen=True, slots=True)
class Payload:
    """A prompt's ingredients, masked, and what each placeholder in them stands for."""

    ask: Ask
    masked: Masked


def payload(wanted: Wanted) -> Payload:
    """All that is sent for this answer; one name has one placeholder everywhere."""
    reading, plan = wanted.reading, wanted.plan
    own = wanted.draft.text if wanted.draft else wanted.own
    interests = tuple(span.text for span in reading.interests)
    chosen = samples(wanted)
    newest = "" if outdated(reading, wanted.text) else wanted.incoming
    masked = mask(
        (wanted.text, newest, wanted.wish, own, *interests, *chosen, *wanted.shown, *_said(wanted)),
        names=nicknames(wanted.case),
    )
    texts = iter(masked.texts)
    text, incoming, wish, own = islice(texts, 4)
    ask = Ask(
        stage=wanted.stage if _checks(wanted) and wanted.incoming else plan.stage,
        today=plan.today,
        leave=plan.leave,
        why=plan.why.removeprefix(told_fact(reading)),
        message=text,
        outline=_outline(wanted),
        incoming=incoming,
        signs=tuple(sign.id for sign in reading.signs),
        unsure=unclear(reading),
        care=care_owed(reading, wanted.stage),
        unable=_unable(wanted),
        twice=reading.twice,
        ends=reading.dependent and plan.stage is Stage.DECLINED,
        register=reading.register,
        interests=tuple(islice(texts, len(interests))),
        style_samples=tuple(islice(texts, len(chosen))),
        shown=tuple(islice(texts, len(wanted.shown))),
        history=tuple(Exchange(user, coach) for user, coach in zip(texts, texts, strict=True)),
        own_line=own,
        judged=tuple(Note(f.why, f.hint) for f in wanted.judged.findings) if wanted.judged else None,
        request=wish,
    )
    return Payload(ask, masked)


def _unable(wanted: Wanted) -> str:
    if wanted.reading.unable is None:
        return ""
    return "none" if declines_the_day(wanted.reading) else "some"


def _checks(wanted: Wanted) -> bool:
    """Whether a draft of the user's own is all that is looked at."""
    return wanted.plan.action is Action.CHECK_DRAFT


def _outline(wanted: Wanted) -> Outline:
    """What the model is to write: for a wish the draft alone; no question where the coach has one of its own."""
    if wanted.wish:
        return Outline((), wanted.kinds, question=False)
    kinds = wanted.kinds if wanted.plan.drafts else ()
    return Outline(kinds=kinds, question=wanted.plan.action is not Action.SELF_CARE)


def _said(wanted: Wanted) -> Iterator[str]:
    """The last turns: what the user typed and what the coach said to it, in turn."""
    for turn in wanted.case.turns[-_REMEMBERED:]:
        yield turn.text
        yield "".join(part.sentence for part in turn.parts if isinstance(part, Said))
