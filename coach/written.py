"""An answer by the model: masked, asked once, every piece checked before it leaves here, mended once, else composed."""

import unicodedata
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from typing import Any

from coach.answer import Draft as AnsweredDraft
from coach.answer import DraftBegun, DraftDone, Incoming, QuestionDone, Sentence
from coach.ask import Note
from coach.composed import composed_drafts, feelings, kindly, question_back
from coach.echo import check_echo
from coach.model import Model, ModelError, ModelTrouble, Pieces, Usage
from coach.parts import (
    Asked,
    Attempted,
    Draft,
    Finished,
    Kind,
    Part,
    Piece,
    Said,
    Sending,
    Source,
    Troubled,
    Waiting,
    Withheld,
)
from coach.payload import Payload, payload
from coach.phrases import phrases
from coach.privacy import unmask
from coach.progress import Progress
from coach.prompts import build
from coach.situation import Action
from coach.wanted import Wanted
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage

_QUIET = 4
_TAIL = 16
"""After a whole answer: so many beats of silence, or letters of something else, are waited for what it cost."""


def written(wanted: Wanted, model: Model) -> Iterator[Part]:
    """The whole of it, in the page's order; whatever the model does, the answer is whole and checked."""
    sent = payload(wanted)
    progress = Progress()
    if not wanted.wish:
        yield from kindly(wanted)  # ours, whatever the model thinks of it
    yield from _listen(wanted, model, sent, progress)
    missing = _missing(wanted, progress)
    if missing and progress.notes and progress.trouble is None:
        again = replace(sent.ask, kinds=missing, notes=tuple(dict.fromkeys(progress.notes)))
        yield from _listen(wanted, model, replace(sent, ask=again), progress)
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


def _listen(wanted: Wanted, model: Model, sent: Payload, progress: Progress) -> Iterator[Part]:
    """Ask once and let through what passes; a failure of the model ends it quietly, noted in ``progress``."""
    incoming: Incoming[Any] = Incoming(sent.ask.shape)
    progress.weighed = []
    prompt, usage = build(sent.ask), Usage(0, 0)
    try:
        with closing(model.stream(prompt)) as pieces:
            yield Sending(prompt)
            yield from _heard(pieces, incoming, wanted, sent, progress)
            if incoming.answer is not None:
                yield from _settled(pieces)
        usage = pieces.usage
        if incoming.answer is None and not progress.drafts and not progress.words:
            progress.trouble = ModelError(ModelTrouble.UNREADABLE)
    except ModelError as error:
        progress.trouble = error
    trouble = progress.trouble.kind.value if progress.trouble else ""
    yield Attempted(bool(sent.ask.notes), tuple(progress.weighed), usage, trouble)


def _heard(
    pieces: Pieces, incoming: Incoming[Any], wanted: Wanted, sent: Payload, progress: Progress
) -> Iterator[Part]:
    """What passes of the answer while it comes in, up to its end, or to the first draft that cannot be saved."""
    table = sent.masked.table
    for piece in pieces:
        if not piece:
            yield Waiting()
        for arrival in incoming.feed(piece):
            match arrival:
                case Sentence(_, text) if not wanted.wish:  # a rewrite is answered with the draft alone
                    yield from _sentence(unmask(text, table), wanted, progress)
                case DraftBegun(_, lines):
                    if _is_lost(unmask("\n".join(lines), table), wanted, progress):
                        return  # no token more is paid for; what is missing is asked for again
                case DraftDone(_, draft):
                    yield from _draft(_unmasked(draft, sent, wanted, progress), wanted, progress)
                case QuestionDone(text):
                    question = unmask(text, table)
                    may = _may_say("question", question, wanted, progress)
                    progress.question = question if may else ""
        if incoming.answer is not None:
            return


def _settled(pieces: Pieces) -> Iterator[Part]:
    """Wait a moment for the end of a whole answer, which tells what it cost; a model that goes on is left."""
    quiet = tail = 0
    with suppress(ModelError):  # the answer is whole, however its transfer ends
        for piece in pieces:
            quiet, tail = quiet + (not piece), tail + len(piece)
            if quiet > _QUIET or tail > _TAIL:
                return
            yield Waiting()


def _sentence(text: str, wanted: Wanted, progress: Progress) -> Iterator[Part]:
    # Judged with what stands before it, too: two harmless halves can make one harmful whole.
    whole = progress.words + text
    if _may_say("sentence", text, wanted, progress) and (
        whole == text or _may_say("sentence", whole, wanted, progress)
    ):
        progress.words = whole
        yield Said(text.strip())


def _may_say(what: str, text: str, wanted: Wanted, progress: Progress) -> bool:
    verdict = check_advice(text, stage=wanted.plan.stage)
    return progress.passes(what, text, check_echo(text) if verdict.outcome is Outcome.PASS else verdict)


def _is_lost(begun: str, wanted: Wanted, progress: Progress) -> bool:
    """Whether a draft under way is NG however it goes on. An invitation may still get its way out."""
    if wanted.stage is Stage.SECOND_INVITE:
        return False
    verdict = check(begun, stage=wanted.stage, incoming=wanted.incoming, ours=True)
    return verdict.outcome is Outcome.REJECT and not progress.passes("begun", begun, verdict)


def _draft(draft: Draft, wanted: Wanted, progress: Progress) -> Iterator[Part]:
    if draft.kind not in wanted.kinds or draft.kind in progress.drafts or not wanted.plan.drafts:
        return
    verdict = check(draft.text, stage=wanted.stage, incoming=wanted.incoming, ours=True)
    if not progress.passes("draft", draft.text, verdict):
        return
    before = (*wanted.shown, *(shown.text for shown in progress.drafts.values()))
    if _bare(draft.text) in map(_bare, before):
        progress.notes.append(Note("前に出した案と同じ文です。", "言い方と順番を変えてください。"))
        return
    progress.drafts[draft.kind] = draft
    yield wanted.drafted(draft)


def _bare(text: str) -> str:
    """The words alone: another full stop or another emoji makes no other draft."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def _missing(wanted: Wanted, progress: Progress) -> tuple[Kind, ...]:
    if not wanted.plan.drafts:
        return ()
    return tuple(kind for kind in wanted.kinds if kind not in progress.drafts)


def _unmasked(draft: AnsweredDraft, sent: Payload, wanted: Wanted, progress: Progress) -> Draft:
    table = sent.masked.table
    lines = [(piece.act, unmask(piece.text, table).strip()) for piece in draft.parts]
    why = unmask(draft.why, table)
    if not progress.weigh("why", why, check_advice(why, stage=wanted.plan.stage)):
        why = phrases().whys[wanted.stage][draft.kind]
    pieces = tuple(
        Piece(act=act, text=text, break_before=i > 0) for i, (act, text) in enumerate(lines) if text
    )
    return Draft(kind=draft.kind, pieces=pieces, why=why, source=Source.MODEL)
