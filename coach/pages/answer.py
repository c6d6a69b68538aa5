"""One answer, part by part, in the order that the path yields it."""

from collections.abc import Callable
from datetime import date, datetime
from urllib.parse import urlsplit

import streamlit as st

from coach.answering.attempt import Attempted, Sending, Troubled, Waiting, Withheld
from coach.drafting.differences import summary
from coach.drafting.reasons import reasons
from coach.help import every_line, still_there
from coach.pages import room
from coach.pages.bubble import draw_draft
from coach.pages.sending import draw_sending
from coach.pages.words import named, say, spoken
from coach.parts import (
    Asked,
    Declined,
    Drafted,
    Finished,
    Helped,
    Judged,
    Line,
    Part,
    Planned,
    Read,
    Said,
    Source,
    Unusable,
    Worried,
)
from coach.situation import Plan, Reading
from coach.worries import STOP
from guardrails.vocabulary import Category, Outcome, Stage, Verdict

_FAMILIES = frozenset(category.value for category in Category)


def draw_part(part: Part, *, key: str) -> None:
    """Draw one part. ``key`` is unique on the page."""
    match part:
        case Unusable(sentence) | Said(sentence):
            st.text(sentence)
        case Helped(_, words, lines) | Worried(words, lines):
            draw_help(words, still_there(lines, at=room.desk().now))
        case Read(reading):
            draw_reading(reading)
        case Planned(plan):
            _draw_plan(plan)
        case Judged(text, verdict):
            draw_verdict(text, verdict)
        case Drafted(draft, _, _, own):
            draw_draft(draft, key=key)
            if changes := summary(own, draft.text):
                st.text(changes)
        case Declined(categories, why, instead):
            _draw_declined(categories, why, instead)
        case Asked(_, question):
            with st.container(border=True):
                st.caption(say("answer.asked"))
                st.text(question)
        case Sending(prompt):
            draw_sending(prompt)
        case Waiting():
            room.heed_stop()
        case Attempted():
            pass
        case Withheld(rules):
            _draw_withheld(rules)
        case Troubled(_, sentence):
            st.warning(sentence, icon=":material/cloud_off:")
        case Finished(source):
            _draw_source(source)


def draw_help(words: tuple[str, ...], lines: tuple[Line, ...]) -> None:
    """Calm words, then whom to turn to."""
    with st.container(border=True):
        for sentence in words:
            st.text(sentence)
        for line in lines:
            _draw_line(line)


def draw_stop(now: datetime) -> None:
    """The same worry for the third time today: a gentle stop, and someone to talk to who is there now."""
    lines = every_line(at=now)
    there = [line for line in lines if line.open_now] or list(lines)
    draw_help(STOP, tuple(there[:2]))


def draw_verdict(text: str, verdict: Verdict) -> None:
    """The user's own draft: what stands in the way, with the words it was read from and a way on."""
    with st.container(border=True):
        st.caption(say("answer.own_draft"))
        st.text(text)
        if verdict.outcome is Outcome.PASS:
            st.text(say("answer.passes"))
            return
        if verdict.outcome is Outcome.UNSURE:
            st.text(say("answer.unsure"))
        for finding in reasons(verdict):
            of = finding.category
            label = named(of) if isinstance(of, Category) else say("answer.to_check")
            st.text(f"「{finding.span.text.strip()}」 {label}")
            st.text("\n".join(line for line in (finding.why, finding.hint) if line))


def draw_reading(reading: Reading, *, chip: Callable[[Stage | None], None] | None = None) -> None:
    """What was read; ``chip`` draws the stage so that it can be corrected (None: it stands as it is)."""
    with st.container(border=True):
        st.caption(say("answer.read"))
        if chip:
            chip(reading.stage)
        elif reading.stage:
            st.popover(named(reading.stage), icon=":material/edit:", disabled=True)  # the chip's own size
        for sign in reading.signs:
            st.text(f"「{sign.span.text.strip('「」『』')}」\n{named(sign.id)}")
        for sentence in reading.unsure:
            st.text(sentence)


def _draw_plan(plan: Plan) -> None:
    with st.container(border=True):
        st.caption(say("answer.today"))
        st.text(plan.today)
        if plan.leave:
            st.caption(say("answer.leave"))
            st.text(plan.leave)
        if plan.not_before and plan.not_before > room.desk().today:  # a passed day holds nothing back
            st.caption(say("answer.next_talk" if plan.for_talk else "answer.next_invitation"))
            from_then = say("answer.not_before", day=spoken(plan.not_before))
            st.text("\n".join(line for line in (from_then, plan.why_date) if line))
    if plan.why:
        with st.expander(say("answer.reasons")):
            st.text(plan.why)


def _draw_declined(categories: tuple[Category, ...], why: tuple[str, ...], instead: str) -> None:
    with st.container(border=True):
        st.caption(say("answer.declined", what="・".join(named(c) for c in categories)))
        for sentence in why:
            st.text(sentence)
        if instead:
            st.caption(say("answer.instead"))
            st.text(instead)


def _draw_withheld(rules: tuple[tuple[str, int], ...]) -> None:
    with st.expander(say("answer.withheld", count=sum(count for _, count in rules))):
        for rule, count in rules:
            st.text(say("answer.withheld_rule", what=_rule(rule), count=count))


def _rule(rule: str) -> str:
    """What a rule id is about, in words: its category, and the id for those who want to look it up."""
    family = rule.partition(".")[0]
    if family not in _FAMILIES:
        return say("answer.rule_elsewhere", rule=rule)
    return say("answer.rule_of", what=named(Category(family)), rule=rule)


def _draw_line(line: Line) -> None:
    now = {True: say("answer.open"), False: say("answer.closed"), None: ""}[line.open_now]
    st.text(
        f"{line.name}  {line.contact}\n{line.hours}  {now}".rstrip() + (f"\n{line.note}" if line.note else "")
    )
    verified = spoken(date.fromisoformat(line.verified_on), year=True)
    # A link of our own: left alone, Streamlit makes one of the host and of all that follows it.
    host = f"[{urlsplit(line.source_url).hostname}]({line.source_url})"
    st.caption(say("answer.source", host=host, day=verified))


def _draw_source(source: Source | None) -> None:
    if source is Source.COMPOSED:
        st.caption(say("answer.by_phrases"))
    elif source is Source.MODEL:
        st.caption(say("answer.by_model"))
