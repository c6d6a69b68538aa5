"""An answer by the model: masked, asked once, every piece checked before it leaves here, mended once, else composed."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace

from coach.answer import Incoming
from coach.answering.ask import Ask
from coach.answering.attempt import Attempted, Sending, Troubled, Waiting, Withheld
from coach.answering.composed import composed_drafts, instead_of, kindly, question_back
from coach.answering.listener import Listener
from coach.answering.outline import WordsField
from coach.answering.payload import payload
from coach.answering.progress import Progress
from coach.answering.wanted import Wanted
from coach.model import Model, ModelError, ModelTrouble, Pieces, Usage
from coach.parts import Asked, Finished, Part, Source
from coach.prompts import build

_QUIET = 4
_TAIL = 16
"""After a whole answer: so many beats of silence, or letters of something else, are waited for what it cost."""


def written(wanted: Wanted, model: Model) -> Iterator[Part]:
    """The whole of it, in the page's order; whatever the model does, the answer is whole and checked."""
    sent = payload(wanted)
    progress = Progress()
    listener = Listener(wanted, sent.masked.table, progress)
    if not wanted.wish:
        yield from kindly(wanted)  # ours, whatever the model thinks of it
    yield from _attempt(sent.ask, model, listener)
    if progress.failed and progress.trouble is None:
        yield from _attempt(_again(sent.ask, progress), model, listener)
    if progress.trouble is not None:
        yield Troubled(progress.trouble.kind.value, progress.trouble.sentence)
    if not wanted.wish:
        yield from instead_of(wanted, _unsaid(progress))
    missing = tuple(kind for kind in wanted.kinds if kind not in progress.drafts)
    shown = (*wanted.shown, *(draft.text for draft in progress.drafts.values()))
    composed = tuple(composed_drafts(wanted, missing, shown=shown))
    yield from composed
    if progress.stopped:
        yield Withheld(tuple(sorted(progress.stopped.items())))
    if progress.question:
        yield Asked("model", progress.question)
    else:
        yield from question_back(wanted)
    ours = Source.COMPOSED if composed or wanted.kept else None
    yield Finished(Source.MODEL if progress.drafts else ours)


def _again(ask: Ask, progress: Progress) -> Ask:
    """The same ground, asked for what failed and for what had not come yet; what has passed is not paid for twice."""
    return replace(
        ask,
        outline=progress.missing(ask.asked),
        notes=tuple(dict.fromkeys(progress.notes)),
        said="".join(text for _, text in progress.said),
        shown=(*ask.shown, *progress.drafted),
    )


def _unsaid(progress: Progress) -> frozenset[WordsField]:
    """The fields of the words of which nothing was said. A feeling is not met any more behind other words."""
    spoken = {field for field, _ in progress.said}
    return frozenset(WordsField) - spoken - ({WordsField.FEELING} if spoken else set())


def _attempt(ask: Ask, model: Model, listener: Listener) -> Iterator[Part]:
    """Ask once and let through what passes; a failure of the model ends it quietly, noted in the progress."""
    progress, incoming = listener.progress, Incoming(ask.asked)
    progress.begin()
    prompt, usage = build(ask), Usage(0, 0)
    try:
        with closing(model.stream(prompt)) as pieces:
            yield Sending(prompt)
            yield from listener.hear(pieces, incoming)
            if progress.whole:
                yield from _settled(pieces)
        usage = pieces.usage
        if not (progress.whole or progress.failed or progress.drafts or progress.words):
            progress.trouble = ModelError(ModelTrouble.UNREADABLE)
    except ModelError as error:
        progress.trouble = error
    trouble = progress.trouble.kind.value if progress.trouble else ""
    yield Attempted(bool(ask.notes), tuple(progress.weighed), usage, trouble)


def _settled(pieces: Pieces) -> Iterator[Part]:
    """Wait a moment for the end of a whole answer, which tells what it cost; a model that goes on is left."""
    quiet = tail = 0
    with suppress(ModelError):  # the answer is whole, however its transfer ends
        for piece in pieces:
            quiet, tail = quiet + (not piece), tail + len(piece)
            if quiet > _QUIET or tail > _TAIL:
                return
            yield Waiting()
