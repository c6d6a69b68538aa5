"""THE PATH: one message's way from what was typed to what the page shows.

    typed -> kept -> safety screen -> reading -> plan -> words and drafts (LLM, or composed) -> kept

The page, the terminal, the evals and the tests all walk it here. Everything yielded may be shown as it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from guardrails.advice import check_advice
from guardrails.check import check
from guardrails.request import check_request
from guardrails.safety import screen

from coach import tidying
from coach.compose import compose, evening, feeling
from coach.help import ends_the_path, help_for
from coach.llm import Model
from coach.memory import Case, Memory
from coach.parts import (
    Asked,
    Declined,
    Draft,
    Drafted,
    Finished,
    Judged,
    Kind,
    Part,
    Planned,
    Read,
    Said,
    Source,
    Unusable,
)
from coach.policy import plan as make_plan
from coach.reading import read
from coach.situation import Action, Plan, Reading, Topic
from coach.style import Style, is_wish, kind_for, register_for, styles_of, without_emoji
from coach.written import Wanted, written
from guardrails.vocabulary import Outcome, RequestKind, Stage

JAPAN = ZoneInfo("Asia/Tokyo")
MAX_CHARS = 20_000
"""More than this is no message to a coach; the page says so and keeps the text."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What an answer needs from outside: the clock's reading, the model if one is set, where turns are kept."""

    now: datetime
    memory: Memory
    model: Model | None = None

    @property
    def today(self) -> date:
        """The day in Japan."""
        return self.now.astimezone(JAPAN).date()


def respond(text: str, *, case: Case, desk: Desk, corrected: Stage | None = None) -> Iterator[Part]:
    """Answer what was typed; yields parts in the order the page draws them.

    ``corrected`` is the stage the user chose over the machine's reading. A short wish about the wording, said
    after drafts were shown, is taken as one.
    """
    standing = _standing(case)
    if standing and corrected is None and is_wish(text) and _last_drafts(case):
        yield from rewrite(_last_drafts(case)[0], text, case=case, desk=desk)
        return
    yield from _kept(text, case, desk, lambda: _answer(text, case, desk, corrected))


def rewrite(draft: Draft, wish: str, *, case: Case, desk: Desk) -> Iterator[Part]:
    """Draft again as wished, guarded again. A wish that would make the draft NG is answered with why not."""
    yield from _kept(wish, case, desk, lambda: _rewritten(draft, wish, case, desk))


def shown_drafts(case: Case) -> tuple[Draft, ...]:
    """Every draft shown in this story, oldest first."""
    return tuple(part.draft for turn in case.turns for part in turn.parts if isinstance(part, Drafted))


def _kept(text: str, case: Case, desk: Desk, answer: Callable[[], Iterator[Part]]) -> Iterator[Part]:
    """The turn is on disk before anything is asked of anyone, and again with each part that is shown."""
    turn_id = desk.memory.begin(case.id, text, desk.now)
    parts: tuple[Part, ...] = ()
    for part in answer():
        parts = (*parts, part)
        desk.memory.keep(turn_id, parts, finished=isinstance(part, Finished))
        yield part


def _answer(text: str, case: Case, desk: Desk, corrected: Stage | None) -> Iterator[Part]:
    if sentence := _unusable(text):
        yield Unusable(sentence)
        yield Finished(None)
        return
    alarms = screen(text)
    if helped := help_for(alarms, at=desk.now):
        yield helped
        if ends_the_path(helped.danger):
            yield Finished(None)
            return
    reading = read(text, today=desk.today, events=case.events, corrected=corrected, alarms=alarms)
    reading = _still_tidying(reading, case)
    plan = make_plan(reading, case.events, desk.today)
    yield Read(reading)
    yield Planned(plan)
    if reading.own_draft:
        yield Judged(reading.own_draft.text, _judge(reading.own_draft.text, reading, plan))
    yield from _spoken(text, reading, plan, case, desk)


def _spoken(text: str, reading: Reading, plan: Plan, case: Case, desk: Desk) -> Iterator[Part]:
    """Words and drafts: the model's where one is set and the plan allows it, else composed."""
    seed = _seed(text, case)
    shown = tuple(draft.text for draft in shown_drafts(case))
    wanted = Wanted(
        reading=reading, plan=plan, message=text, case=case, today=desk.today, seed=seed, shown=shown
    )
    if desk.model is not None and reading.topic in (Topic.SITUATION, Topic.DRAFT_CHECK):
        yield from written(wanted, desk.model)
    else:
        yield from _composed(wanted)


def _composed(wanted: Wanted) -> Iterator[Part]:
    reading, plan = wanted.reading, wanted.plan
    yield from _said(feeling(plan, seed=wanted.seed))
    if plan.action in (Action.STOP_CONTACT, Action.DO_NOT_SEND):
        yield from _said(evening(seed=wanted.seed))
    drafts = compose(reading, plan, today=wanted.today, seed=wanted.seed, shown=wanted.shown)
    for draft in drafts:
        yield Drafted(draft)
    yield from question_back(wanted)
    yield Finished(Source.COMPOSED if drafts else None)


def question_back(wanted: Wanted) -> Iterator[Part]:
    """At most one question: the next of article B's while waiting, else what the reading left open."""
    if wanted.plan.action is Action.SELF_CARE and wanted.plan.stage is Stage.WAITING:
        step = tidying.next_step(_asked(wanted.case))
        if step:
            yield Asked(step.id, step.question)
        else:
            for sentence in tidying.DONE:
                yield from _said(sentence)
    elif wanted.reading.question:
        yield Asked("reading", wanted.reading.question)


def _rewritten(draft: Draft, wish: str, case: Case, desk: Desk) -> Iterator[Part]:
    standing = _standing(case)
    if sentence := _unusable(wish):
        yield Unusable(sentence)
    elif standing is None or standing[1].stage is None:
        yield Unusable("どの場面の案か分からなくなりました。もう一度、状況を書いてもらえますか。")
    else:
        reading, plan = standing
        verdict = check_request(wish, stage=standing[1].stage)
        if verdict.kind is RequestKind.CONTENT_NG:
            yield Declined(
                categories=verdict.categories,
                why=tuple(dict.fromkeys(f.why for f in verdict.findings)),
                instead=next((f.hint for f in verdict.findings if f.hint), ""),
            )
        elif Style.NO_EMOJI in styles_of(wish) and (plain := _guarded(without_emoji(draft), reading, plan)):
            yield Drafted(plain)
        else:
            yield from _redrafted(draft, wish, reading, plan, case, desk)
            return
    yield Finished(None)


def _redrafted(
    draft: Draft, wish: str, reading: Reading, plan: Plan, case: Case, desk: Desk
) -> Iterator[Part]:
    styles = styles_of(wish)
    reading = replace(reading, register=register_for(styles, reading.register))
    kind = kind_for(styles, draft.kind)
    wanted = Wanted(
        reading=reading,
        plan=plan,
        message=wish,
        case=case,
        today=desk.today,
        seed=_seed(wish, case),
        shown=tuple(d.text for d in shown_drafts(case)),
        rewrite=draft,
        kinds=tuple(Kind) if Style.ANOTHER in styles else (kind,),
    )
    if desk.model is not None:
        yield from written(wanted, desk.model)
        return
    if not styles:
        yield from _said(
            "LLMにつながっていないあいだは、短く・やわらかく・敬語・タメ口・絵文字なし・別の案に対応しています。"
        )
    drafts = compose(
        reading, plan, today=desk.today, seed=wanted.seed, kinds=wanted.kinds, shown=wanted.shown
    )
    for each in drafts:
        yield Drafted(each)
    if not drafts:
        yield from _said(
            "この場面で出せる言い方は、ここまでの案でひととおりです。上の案から選ぶか、手で直してみてください。"
        )
    yield Finished(Source.COMPOSED if drafts else None)


def _said(sentence: str) -> Iterator[Part]:
    if check_advice(sentence).outcome is Outcome.PASS:
        yield Said(sentence)


def _guarded(draft: Draft, reading: Reading, plan: Plan) -> Draft | None:
    return draft if draft.text and _judge(draft.text, reading, plan).outcome is Outcome.PASS else None


def _judge(text: str, reading: Reading, plan: Plan):  # type: ignore[no-untyped-def]
    incoming = reading.incoming.text if reading.incoming else ""
    return check(text, stage=plan.stage or Stage.DECLINED, incoming=incoming)


def _unusable(text: str) -> str:
    if not text.strip():
        return "まだ何も書かれていないようです。起きたことを、ひとことからで大丈夫です。"
    if len(text) > MAX_CHARS:
        return (
            f"{len(text):,}文字は一度に読みきれません（{MAX_CHARS:,}文字まで）。"
            "いちばん気になるやりとりのところだけ、貼ってもらえますか。書いたものはこの画面に残っています。"
        )
    if not any(c.isalnum() for c in text):
        return "絵文字や記号だけだと、何があったかを読み取れません。ひとことだけ、言葉で教えてもらえますか。"
    if not any(
        "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uff66" <= c <= "\uff9f" for c in text
    ):
        return "日本語で書いてもらえると読み取れます。相手の返事も、届いたままの言葉で貼ってもらえると助かります。"
    return ""


def _still_tidying(reading: Reading, case: Case) -> Reading:
    """An answer to one of article B's questions tells no new situation: the questions go on."""
    asked_last = case.turns and any(
        isinstance(part, Asked) and part.id.startswith("tidy.") for part in case.turns[-1].parts
    )
    if asked_last and reading.stage in (None, Stage.WAITING) and not reading.signs:
        return replace(reading, topic=Topic.SITUATION, stage=Stage.WAITING, question="")
    return reading


def _asked(case: Case) -> tuple[str, ...]:
    return tuple(part.id for turn in case.turns for part in turn.parts if isinstance(part, Asked))


def _standing(case: Case) -> tuple[Reading, Plan] | None:
    """The newest reading and plan of this story."""
    for turn in reversed(case.turns):
        reading = next((part.reading for part in turn.parts if isinstance(part, Read)), None)
        plan = next((part.plan for part in turn.parts if isinstance(part, Planned)), None)
        if reading and plan:
            return reading, plan
    return None


def _last_drafts(case: Case) -> tuple[Draft, ...]:
    return (
        tuple(part.draft for part in case.turns[-1].parts if isinstance(part, Drafted)) if case.turns else ()
    )


def _seed(text: str, case: Case) -> str:
    """Other people get other drafts; the same story at the same point gets the same ones."""
    return sha256(f"{len(case.turns)}\n{text}".encode("utf-8", "replace")).hexdigest()[:16]
