"""One answer, part by part, in the order that the path yields it."""

from collections.abc import Callable
from datetime import date, datetime
from urllib.parse import urlsplit

import streamlit as st

from coach.differences import summary
from coach.help import every_line
from coach.labels import CATEGORIES, SIGNS, STAGES, day
from coach.pages.bubble import draw_draft
from coach.pages.sending import draw_sending
from coach.parts import (
    Asked,
    Attempted,
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
    Sending,
    Source,
    Troubled,
    Unusable,
    Waiting,
    Withheld,
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
            draw_help(words, lines)
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
                st.caption("ひとつだけ聞かせてください")
                st.text(question)
        case Sending(prompt):
            draw_sending(prompt)
        case Waiting() | Attempted():
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
        st.caption("あなたの下書き")
        st.text(text)
        if verdict.outcome is Outcome.PASS:
            st.text("このまま送って大丈夫そうです。")
            return
        if verdict.outcome is Outcome.UNSURE:
            st.text("はっきりまずい言葉は見つかりませんが、この場面では言い切れないところがあります。")
        for finding in verdict.findings:
            label = (
                CATEGORIES[finding.category] if isinstance(finding.category, Category) else "確かめたいところ"
            )
            st.text(f"「{finding.span.text.strip()}」 {label}")
            st.text("\n".join(line for line in (finding.why, finding.hint) if line))


def draw_reading(reading: Reading, *, chip: Callable[[Stage | None], None] | None = None) -> None:
    """What was read; ``chip`` draws the stage so that it can be corrected (None: it stands as it is)."""
    with st.container(border=True):
        st.caption("読み取ったこと")
        if chip:
            chip(reading.stage)
        elif reading.stage:
            st.popover(STAGES[reading.stage], icon=":material/edit:", disabled=True)  # the chip's own size
        for sign in reading.signs:
            st.text(f"「{sign.span.text.strip('「」『』')}」\n{SIGNS[sign.id]}")
        for sentence in reading.unsure:
            st.text(sentence)


def _draw_plan(plan: Plan) -> None:
    with st.container(border=True):
        st.caption("今日すること")
        st.text(plan.today)
        if plan.leave:
            st.caption("やめておくこと")
            st.text(plan.leave)
        if plan.not_before:
            st.caption("次に誘うなら")
            st.text("\n".join(line for line in (f"{day(plan.not_before)}以降", plan.why_date) if line))
    if plan.why:
        with st.expander("そう考える理由"):
            st.text(plan.why)


def _draw_declined(categories: tuple[Category, ...], why: tuple[str, ...], instead: str) -> None:
    with st.container(border=True):
        st.caption("この書き直しはお手伝いできません（" + "・".join(CATEGORIES[c] for c in categories) + "）")
        for sentence in why:
            st.text(sentence)
        if instead:
            st.caption("代わりにできること")
            st.text(instead)


def _draw_withheld(rules: tuple[tuple[str, int], ...]) -> None:
    with st.expander(f"止めた案 {sum(count for _, count in rules)}件"):
        for rule, count in rules:
            st.text(f"{_named(rule)}  {count}件")


def _named(rule: str) -> str:
    """What a rule id is about, in words: its category, and the id for those who want to look it up."""
    family = rule.partition(".")[0]
    return (
        f"{CATEGORIES[Category(family)]}（{rule}）"
        if family in _FAMILIES
        else f"この場面には合わない（{rule}）"
    )


def _draw_line(line: Line) -> None:
    now = {True: "いま受付中", False: "いまは時間外", None: ""}[line.open_now]
    st.text(
        f"{line.name}  {line.contact}\n{line.hours}  {now}".rstrip() + (f"\n{line.note}" if line.note else "")
    )
    st.caption(
        f"出典 {urlsplit(line.source_url).hostname}（{day(date.fromisoformat(line.verified_on))}に確認）"
    )


def _draw_source(source: Source | None) -> None:
    if source is Source.COMPOSED:
        st.caption("案は、このパソコンの中の言い回しから組み立てました。")
    elif source is Source.MODEL:
        st.caption("案は、設定したAIモデルが書き、送信前チェックを通ったものです。")
