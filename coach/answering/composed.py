"""An answer without an LLM: words and drafts from phrases, and the question that goes with them."""

from collections.abc import Collection, Iterator

from coach import tidying
from coach.answering.outline import WordsField
from coach.answering.plain_answer import answer_to
from coach.answering.wanted import Wanted, questions_in
from coach.compose import compose, evening, feeling
from coach.parts import Asked, Drafted, Finished, Kind, Part, Read, Said, Source
from coach.reading import LONGEST
from coach.situation import Action
from coach.standing.leanings import kind_word
from coach.standing.questions import Question, questions
from guardrails.advice import check_advice
from guardrails.vocabulary import Outcome, Stage


def composed(wanted: Wanted) -> Iterator[Part]:
    """The whole of it, in the page's order. Who asks something plainly is answered first, in place of the feeling.

    Where others' advice to press has been answered, nothing more is said against pressing.
    """
    answered = tuple(plainly(wanted))
    yield from answered
    yield from instead_of(wanted, frozenset(WordsField) - ({WordsField.FEELING} if answered else set()))
    if not (answered and Question.PUSHED in questions(wanted.text[:LONGEST])):
        yield from kindly(wanted)
    drafts = compose(wanted)
    for draft in drafts:
        yield wanted.drafted(draft)
    yield from question_back(wanted)
    yield Finished(Source.COMPOSED if drafts or wanted.kept else None)


def instead_of(wanted: Wanted, fields: Collection[WordsField]) -> Iterator[Part]:
    """Our own sentences for these fields: the feeling, and where nothing is sent something for the evening.

    What was read, what to do and what to leave stand on the page already, in the plan's own sentences.
    """
    if WordsField.FEELING in fields:
        yield from said(feeling(wanted))
    if WordsField.TODAY in fields and wanted.plan.action in (Action.STOP_CONTACT, Action.DO_NOT_SEND):
        yield from said(evening(wanted))


def kindly(wanted: Wanted) -> Iterator[Part]:
    """What speaks against it, said kindly, where the user leans against the other or towards pressing."""
    if word := kind_word(wanted.text):
        yield from said(word)


def plainly(wanted: Wanted) -> Iterator[Part]:
    """The answers to what is asked outright; the signs are those of their newest words, in whichever message they stood."""
    earlier = (
        part.reading for turn in reversed(wanted.case.turns) for part in turn.parts if isinstance(part, Read)
    )
    signs = next((reading.signs for reading in earlier if reading.signs), ())
    if wanted.reading.incoming is not None:
        signs = ()
    for sentence in answer_to(wanted.text, wanted.reading, wanted.plan, today=wanted.today, signs=signs):
        yield from said(sentence, stage=wanted.plan.stage)


def composed_drafts(wanted: Wanted, kinds: tuple[Kind, ...], *, shown: tuple[str, ...]) -> Iterator[Drafted]:
    """Drafts of these kinds, none of them among ``shown``."""
    for draft in compose(wanted, kinds=kinds, shown=shown):
        yield wanted.drafted(draft)


def question_back(wanted: Wanted) -> Iterator[Part]:
    """At most one question: the next of article B's while waiting, else what the reading left open."""
    if wanted.plan.action is Action.SELF_CARE and wanted.plan.stage is Stage.WAITING:
        step = tidying.next_step(questions_in(wanted.case))
        if step:
            yield Asked(step.id, step.question)
        else:
            for sentence in tidying.DONE:
                yield from said(sentence)
    elif wanted.reading.question:
        yield Asked("reading", wanted.reading.question)


def said(sentence: str, *, stage: Stage | None = None) -> Iterator[Part]:
    """The sentence if it may be said, at this stage where it depends on one, else nothing."""
    if check_advice(sentence, stage=stage).outcome is Outcome.PASS:
        yield Said(sentence, stage)
