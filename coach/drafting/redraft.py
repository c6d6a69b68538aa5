"""A shown draft written another way, as wished, and guarded again."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from coach.answering.composed import said
from coach.answering.wanted import JAPAN, Desk, Wanted, drafts_in, standing
from coach.answering.written import written
from coach.compose import passes
from coach.drafting.chain import together, wishes_before
from coach.drafting.restyle import UNCHANGED
from coach.drafting.rewording import reworded
from coach.drafting.style import Style, kind_for, register_for
from coach.drafting.wish import Wish, wish_of
from coach.parts import Declined, Draft, Finished, Kind, Part, Planned, Unusable
from coach.situation import EventKind
from coach.story.memory import Case
from coach.usable import unusable
from guardrails.request import check_request
from guardrails.vocabulary import RequestKind, RequestVerdict, Stage

_NO_STORY = "どの場面の案か分からなくなりました。もう一度、状況を書いてもらえますか。"
_KEPT = "この案はそのままにしました。"
_CAN = (
    "AIモデルなしで応えられるのは、短く・長めに・やわらかく・敬語・タメ口・方言（関西弁・博多弁）・絵文字なし・断り道・別の案と、"
    "「お大事に」のような言葉や、呼びかける名前を入れることです。"
)
_NO_MORE = "この場面で出せる言い方は、ここまででひととおりです。上の案から選ぶか、手で直してみてください。"
_SENT = "この返事は送信済みと記録されています。これ以上の一通は、重ねなくて大丈夫です。"
_NOTHING_TODAY = "今日は何も送らない場面なので、言い方は作り直さずにおきます。"
_CLOSING = "受けとめた一言だけにして、そこで終わりにできます。"
_BY_HAND = 0.75  # from here on what was sent is a shown draft, changed by hand


def redraft(draft: Draft, wish: str, *, case: Case, desk: Desk) -> Iterator[Part]:
    """The draft as wished; a wish that would make it NG is answered with why not and what works instead."""
    before = standing(case)
    if sentence := unusable(wish):
        yield Unusable(sentence)
        yield Finished(None)
        return
    if before is None or before[2].stage is None:
        yield Unusable(_NO_STORY)
        yield Finished(None)
        return
    text, reading, plan = before
    verdict = check_request(wish, stage=plan.stage or before[2].stage)
    if verdict.kind is RequestKind.CONTENT_NG:
        yield _declined(verdict, plan.stage)
        yield Finished(None)
        return
    if sentence := _over(case, sends=plan.drafts):
        yield from said(sentence)
        yield Finished(None)
        return
    earlier, new = wishes_before(case, draft), wish_of(wish)
    every = together((*earlier, new))
    styles = new.styles
    wanted = Wanted(
        text=text,
        reading=replace(reading, register=register_for(every.styles, reading.register)),
        plan=plan,
        case=case,
        today=desk.today,
        kinds=tuple(Kind) if Style.ANOTHER in styles else (kind_for(styles, draft.kind),),
        draft=draft,
        wish=wish,
    )
    alone = len(styles) == 1 and styles[0] in UNCHANGED and new == Wish(styles=styles, dialect=new.dialect)
    by_rule = (alone and styles[0] is not Style.DIALECT) or bool(new.whole)
    if desk.model is not None and not by_rule:
        yield from written(wanted, desk.model)
    else:
        yield from _by_rule(draft, new, every, wanted, alone=alone)


def _by_rule(draft: Draft, new: Wish, every: Wish, wanted: Wanted, *, alone: bool) -> Iterator[Part]:
    """What rules can do: the draft as wished, or the draft as it is and why."""
    made = reworded(draft, new, every, wanted)
    if made.drafts:
        for note in made.notes:
            yield from said(note)
        for one in made.drafts:
            yield wanted.drafted(one)
        yield Finished(made.drafts[0].source)
        return
    for note in made.notes or ((_NO_MORE,) if new.styles else (_KEPT, _CAN)):
        yield from said(note)
    if alone or not passes(draft, wanted):
        yield Finished(None)
        return
    if made.notes:
        yield from said(_KEPT)
    yield wanted.drafted(draft)
    yield Finished(draft.source)


def _over(case: Case, *, sends: bool) -> str:
    """Why there is nothing to be worded any more: it was sent, or nothing goes out today; "" while there is."""
    told = [i for i, turn in enumerate(case.turns) if any(isinstance(part, Planned) for part in turn.parts)]
    since = case.turns[max(told, default=0) :]
    shown = [draft.text for turn in since for draft in drafts_in(turn.parts)]
    day = since[0].at.astimezone(JAPAN).date()
    sent = (event.words for event in case.events if event.kind in _SENDS and event.on >= day)
    if any(_is_one_of(words, shown) for words in sent):
        return _SENT
    return "" if sends else _NOTHING_TODAY


_SENDS = (EventKind.REPLIED, EventKind.SMALL_TALK, EventKind.INVITED)


def _is_one_of(words: str, shown: list[str]) -> bool:
    return bool(words) and any(SequenceMatcher(None, words, text).ratio() >= _BY_HAND for text in shown)


def _declined(verdict: RequestVerdict, stage: Stage | None) -> Declined:
    hint = next((finding.hint for finding in verdict.findings if finding.hint), "")
    return Declined(
        categories=verdict.categories,
        why=tuple(dict.fromkeys(finding.why for finding in verdict.findings)),
        instead=_CLOSING if stage is Stage.CLOSED and hint else hint,
    )
