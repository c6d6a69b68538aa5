"""An answer by the model: masked, asked once, every piece checked before it leaves here, mended once, else composed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from coach.answer import Draft as AnsweredDraft
from coach.answer import DraftBegun, DraftDone, Incoming, QuestionDone, Sentence
from coach.composed import composed_drafts, feelings, question_back
from coach.model import Model, ModelError, ModelTrouble
from coach.parts import (
    Asked,
    Draft,
    Drafted,
    Finished,
    Kind,
    Part,
    Piece,
    Said,
    Source,
    Troubled,
    Waiting,
    Withheld,
)
from coach.phrases import phrases
from coach.privacy import Masked, mask, unmask
from coach.prompts import Ask, Exchange, Note, build
from coach.situation import Action
from coach.wanted import Wanted
from coach.wording import told_fact
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage, Verdict

_REMEMBERED = 4
"""Earlier turns of the story that the model is told of."""


@dataclass(slots=True)
class _Progress:
    """What has come of the answer so far."""

    words: str = ""
    question: str = ""
    drafts: dict[Kind, Draft] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    stopped: Counter[str] = field(default_factory=Counter)
    trouble: ModelError | None = None


def written(wanted: Wanted, model: Model) -> Iterator[Part]:
    """The whole of it, in the page's order; whatever the model does, the answer is whole and checked."""
    masked = _masked(wanted)
    ask = _ask(wanted, masked)
    progress = _Progress()
    yield from _listen(wanted, model, ask, masked, progress)
    missing = _missing(wanted, progress)
    if missing and progress.notes and progress.trouble is None:
        again = replace(ask, kinds=missing, notes=tuple(dict.fromkeys(progress.notes)))
        yield from _listen(wanted, model, again, masked, progress)
    if progress.trouble is not None:
        yield Troubled(progress.trouble.kind.value, progress.trouble.sentence)
    if not progress.words and not wanted.wish:
        yield from feelings(wanted)
    shown = (*wanted.shown, *(draft.text for draft in progress.drafts.values()))
    composed = tuple(composed_drafts(wanted, _missing(wanted, progress), shown=shown))
    yield from composed
    if progress.stopped:
        yield Withheld(tuple(sorted(progress.stopped.items())))
    if wanted.plan.action is Action.SELF_CARE or not progress.question:
        yield from question_back(wanted)
    else:
        yield Asked("model", progress.question)
    by_model = Source.MODEL if progress.drafts else None
    yield Finished(by_model or (Source.COMPOSED if composed else None))


def _listen(wanted: Wanted, model: Model, ask: Ask, masked: Masked, progress: _Progress) -> Iterator[Part]:
    """Ask once and let through what passes; a failure of the model ends it quietly, noted in ``progress``."""
    incoming: Incoming[Any] = Incoming(ask.shape)
    try:
        with closing(model.stream(build(ask))) as pieces:
            for piece in pieces:
                if not piece:
                    yield Waiting()
                for arrival in incoming.feed(piece):
                    match arrival:
                        case Sentence(_, text) if (
                            not wanted.wish
                        ):  # a rewrite is answered with the draft alone
                            yield from _sentence(unmask(text, masked.table), progress)
                        case DraftBegun(_, lines):
                            text = unmask("\n".join(lines), masked.table)
                            if _is_lost(text, wanted, progress):
                                return  # no token more is paid for; what is missing is asked for again
                        case DraftDone(_, draft):
                            yield from _draft(_unmasked(draft, masked, wanted), wanted, progress)
                        case QuestionDone(text):
                            question = unmask(text, masked.table)
                            progress.question = question if _may_say(question, progress) else ""
                if incoming.answer is not None:
                    break
    except ModelError as error:
        progress.trouble = error
        return
    if incoming.answer is None and not progress.drafts and not progress.words:
        progress.trouble = ModelError(ModelTrouble.UNREADABLE)


def _sentence(text: str, progress: _Progress) -> Iterator[Part]:
    # Judged with what stands before it, too: two harmless halves can make one harmful whole.
    if _may_say(text, progress) and _may_say(progress.words + text, progress):
        progress.words += text
        yield Said(text.strip())


def _may_say(text: str, progress: _Progress) -> bool:
    verdict = check_advice(text)
    if verdict.outcome is Outcome.PASS:
        return True
    _note(verdict, progress)
    return False


def _is_lost(begun: str, wanted: Wanted, progress: _Progress) -> bool:
    """Whether a draft under way is NG however it goes on. An invitation may still get its way out."""
    if wanted.stage is Stage.SECOND_INVITE:
        return False
    verdict = check(begun, stage=wanted.stage, incoming=wanted.incoming, ours=True)
    if verdict.outcome is not Outcome.REJECT:
        return False
    _note(verdict, progress)
    return True


def _draft(draft: Draft, wanted: Wanted, progress: _Progress) -> Iterator[Part]:
    if draft.kind not in wanted.kinds or draft.kind in progress.drafts or not wanted.plan.drafts:
        return
    verdict = check(draft.text, stage=wanted.stage, incoming=wanted.incoming, ours=True)
    if verdict.outcome is not Outcome.PASS:
        _note(verdict, progress)
    elif draft.text in wanted.shown or draft.text in (d.text for d in progress.drafts.values()):
        progress.notes.append(Note("前に出した案と同じ文です。", "言い方と順番を変えてください。"))
    else:
        progress.drafts[draft.kind] = draft
        yield Drafted(draft, wanted.stage, wanted.incoming)


def _note(verdict: Verdict, progress: _Progress) -> None:
    progress.stopped.update(finding.rule for finding in verdict.findings)
    progress.notes += [Note(finding.why, finding.hint) for finding in verdict.findings]


def _missing(wanted: Wanted, progress: _Progress) -> tuple[Kind, ...]:
    if not wanted.plan.drafts:
        return ()
    return tuple(kind for kind in wanted.kinds if kind not in progress.drafts)


def _unmasked(draft: AnsweredDraft, masked: Masked, wanted: Wanted) -> Draft:
    lines = [(piece.act, unmask(piece.text, masked.table).strip()) for piece in draft.parts]
    why = unmask(draft.why, masked.table)
    if check_advice(why).outcome is not Outcome.PASS:
        why = phrases().whys[wanted.stage][draft.kind]
    pieces = tuple(
        Piece(act=act, text=text, break_before=i > 0) for i, (act, text) in enumerate(lines) if text
    )
    return Draft(kind=draft.kind, pieces=pieces, why=why, source=Source.MODEL)


def _masked(wanted: Wanted) -> Masked:
    """All that is sent, masked in one go, so that one name has one placeholder everywhere."""
    own = wanted.draft.text if wanted.draft else ""
    interests = (span.text for span in wanted.reading.interests)
    return mask((wanted.text, wanted.incoming, wanted.wish, own, *interests, *wanted.shown, *_said(wanted)))


def _said(wanted: Wanted) -> Iterator[str]:
    """The last turns: what the user typed and what the coach said to it, in turn."""
    for turn in wanted.case.turns[-_REMEMBERED:]:
        yield turn.text
        yield "".join(part.sentence for part in turn.parts if isinstance(part, Said))


def _ask(wanted: Wanted, masked: Masked) -> Ask:
    reading, plan = wanted.reading, wanted.plan
    texts = iter(masked.texts)
    text, incoming, wish, own = islice(texts, 4)
    interests = tuple(islice(texts, len(reading.interests)))
    shown = tuple(islice(texts, len(wanted.shown)))
    return Ask(
        stage=plan.stage,
        today=plan.today,
        leave=plan.leave,
        why=plan.why.removeprefix(told_fact(reading)),
        message=text,
        drafts=plan.drafts,
        incoming=incoming,
        signs=tuple(sign.id for sign in reading.signs),
        unsure=bool(reading.unsure),
        reason=reading.reason.kind,
        interests=interests,
        register=reading.register,
        kinds=wanted.kinds,
        history=tuple(Exchange(user, coach) for user, coach in zip(texts, texts, strict=True)),
        shown=shown,
        own_line=own,
        request=wish,
    )
