"""Lets through what passes of a model's answer while it comes in; nothing is read past the first fault."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coach.answer import Arrival, DraftBegun, DraftDone, Incoming, QuestionDone, Sentence
from coach.answering.ask import Note
from coach.answering.attempt import Waiting
from coach.answering.echo import check_echo
from coach.answering.outline import WordsField
from coach.answering.progress import QUESTION, Place, Progress
from coach.answering.shapes import Draft as Answered
from coach.answering.wanted import Wanted
from coach.compose import why_of
from coach.model import Pieces
from coach.parts import Draft, Drafted, Part, Piece, Said, Source
from coach.privacy import unmask
from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage, Verdict

_SHOWN_BEFORE = Note("前に出した案と同じ文です。", "言い方と順番を変えてください。")


@dataclass(frozen=True, slots=True)
class Listener:
    """Judges every piece of an answer; ``table`` says what its placeholders stand for."""

    wanted: Wanted
    table: Mapping[str, str]
    progress: Progress

    def hear(self, pieces: Pieces, incoming: Incoming) -> Iterator[Part]:
        """What passes, up to the end of the answer, or to the first part of it that cannot be kept.

        What has come in one piece is paid for and looked at to its end, also behind a fault.
        """
        for piece in pieces:
            if not piece:
                yield Waiting()
            for arrival in incoming.feed(piece):
                yield from self._taken(arrival)
            self.progress.whole = incoming.answer is not None
            if self.progress.failed or self.progress.whole:
                return

    def _taken(self, arrival: Arrival) -> Iterator[Part]:
        match arrival:
            case Sentence(field, text) if field not in self.progress.failed:
                yield from self._sentence(field, text)
            case DraftBegun(index, lines) if index not in self.progress.failed:
                self._begun(index, unmask("\n".join(lines), self.table))
            case DraftDone(index, draft) if index not in self.progress.failed:
                yield from self._draft(index, draft)
            case QuestionDone(text):
                question = unmask(text, self.table)
                if self._may_say("question", question, QUESTION):
                    self.progress.question = question

    def _sentence(self, field: WordsField, masked: str) -> Iterator[Said]:
        if masked.strip() in self.progress.repeated:
            return
        # Judged with what stands before it, too: two harmless halves can make one harmful whole.
        text = unmask(masked, self.table)
        whole = self.progress.words + text
        if self._may_say("sentence", text, field) and (
            whole == text or self._may_say("sentence", whole, field)
        ):
            self.progress.words = whole
            self.progress.said.append((field, masked))
            yield Said(text.strip(), self.wanted.plan.stage, self.wanted.incoming)

    def _may_say(self, what: str, text: str, at: Place) -> bool:
        verdict = self._judged(text)
        echo = check_echo(text) if verdict.outcome is Outcome.PASS else verdict
        return self.progress.passes(what, text, echo, at=at)

    def _judged(self, text: str) -> Verdict:
        return check_advice(text, stage=self.wanted.plan.stage, incoming=self.wanted.incoming)

    def _begun(self, index: int, text: str) -> None:
        """A draft under way that is NG however it goes on. An invitation may still get its way out."""
        if self.wanted.stage is Stage.SECOND_INVITE:
            return
        verdict = check(text, stage=self.wanted.stage, incoming=self.wanted.incoming, ours=True)
        if verdict.outcome is Outcome.REJECT:
            self.progress.passes("begun", text, verdict, at=index)

    def _draft(self, index: int, answered: Answered) -> Iterator[Drafted]:
        wanted, drafts = self.wanted, self.progress.drafts
        if answered.kind not in wanted.kinds or answered.kind in drafts or not wanted.plan.drafts:
            return
        draft = self._unmasked(answered)
        verdict = check(draft.text, stage=wanted.stage, incoming=wanted.incoming, ours=True)
        if not self.progress.passes("draft", draft.text, verdict, at=index):
            return
        before = (*wanted.shown, *(shown.text for shown in drafts.values()))
        if _bare(draft.text) in map(_bare, before):
            self.progress.fail(index, _SHOWN_BEFORE)
            return
        drafts[draft.kind] = draft
        self.progress.drafted.append(answered.text)
        yield wanted.drafted(draft)

    def _unmasked(self, draft: Answered) -> Draft:
        """The draft with its names; a reason that may not be said is replaced by ours, at no further cost."""
        lines = [(piece.act, unmask(piece.text, self.table).strip()) for piece in draft.parts]
        why = unmask(draft.why, self.table)
        if not self.progress.weigh("why", why, self._judged(why)):
            why = why_of(self.wanted.stage, draft.kind, self.wanted.reading)
        pieces = tuple(
            Piece(act=act, text=text, break_before=i > 0) for i, (act, text) in enumerate(lines) if text
        )
        return Draft(kind=draft.kind, pieces=pieces, why=why, source=Source.MODEL)


def _bare(text: str) -> str:
    """The words alone: another full stop or another emoji makes no other draft."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
