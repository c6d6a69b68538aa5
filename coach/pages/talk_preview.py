"""What a talk history holds, before anything of it is used: who, when, how much, and what would be read or sent."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import altair as alt
import streamlit as st

from coach.line_export.clock import Order
from coach.line_export.facts import facts
from coach.line_export.parts import CautionClass, Talk
from coach.line_export.recent import by_day, recent
from coach.pages.words import say, spoken
from coach.privacy import mask
from coach.talk import chosen, within

_RANGES = {"all": 0, "half_year": 183, "three_months": 92, "month": 31, "two_weeks": 14}
"""How far back from the last message, in days; 0 is all of it."""
_USUAL = "three_months"
_GREEN, _CLAY = "#5c9482", "#c07a4f"  # seen on the light and on the dark ground
_WIDTH = 220  # pixels that the bars share on a phone
_ORDERS = {Order.DAY_FIRST: "talk.day_first", Order.MONTH_FIRST: "talk.month_first"}


def draw_preview(talk: Talk, *, reorder: Callable[[Order], None], leave: Callable[[], None]) -> str | None:
    """Draw it; gives the exchange that would be read, once it is known which person is the user.

    ``reorder`` is called with the order of day and month where the file leaves it open and the user says it;
    ``leave`` where the user wants none of it, as soon as they see whose talk it is.
    """
    st.text(_extent(talk))
    st.button(say("handover.leave"), key="talk-no-first", on_click=leave)
    for caution in talk.cautions:
        st.caption(caution.sentence)
    if any(caution.caution is CautionClass.DAY_ORDER_UNKNOWN for caution in talk.cautions):
        _ask_order(reorder)
    me = st.pills(say("talk.which"), talk.people, default=talk.exporter, format_func=_literal, key="talk-me")
    if me is None:
        return None
    mine = _limited(chosen(talk, me))
    st.text("\n".join(_told(mine)))
    st.altair_chart(_plot(mine), width="stretch")
    exchange = recent(mine).text
    with st.expander(say("talk.used")):
        st.text(exchange)
    with st.expander(say("talk.masked")):
        st.caption(say("talk.masked_about"))
        st.text(mask((exchange,), names=talk.people).texts[0])
    return exchange


def _extent(talk: Talk) -> str:
    first, last = talk.messages[0].ts.date(), talk.messages[-1].ts.date()
    people = say("talk.and").join(talk.people)
    span = {"first": spoken(first, year=True), "last": spoken(last, year=True)}
    return say("talk.extent", people=people, count=len(talk.messages), **span)


def _ask_order(reorder: Callable[[Order], None]) -> None:
    def answered() -> None:
        order: Order | None = st.session_state.get("talk-order")
        if order is not None:
            reorder(order)

    st.pills(
        say("talk.order"),
        list(_ORDERS),
        format_func=lambda order: say(_ORDERS[order]),
        key="talk-order",
        on_change=answered,
    )


def _limited(talk: Talk) -> Talk:
    """The range the user wants, counted back from the last message; only ranges that leave something out."""
    last = talk.messages[-1].ts.date()
    length = (last - talk.messages[0].ts.date()).days
    offered = [name for name, days in _RANGES.items() if days < length]
    if len(offered) < 2:
        return talk
    name = st.pills(
        say("talk.range"),
        offered,
        format_func=lambda name: say(f"talk.{name}"),
        default=_USUAL if _USUAL in offered else "all",
        key="talk-range",
    )
    days = _RANGES[name or "all"]
    return within(talk, since=last - timedelta(days=days)) if days else talk


def _told(talk: Talk) -> list[str]:
    """What the file shows, in sentences; what it cannot show is said too."""
    found = facts(talk)
    mine_last = found.last_sender == talk.exporter
    last = say("talk.me" if mine_last else "talk.them")
    said = [
        say("talk.count", count=found.message_count, who=last, day=spoken(found.last_ts.date(), year=True))
    ]
    if mine_last and found.trailing_unanswered:
        said.append(say("talk.unanswered", count=found.trailing_unanswered))
    mine = [thread for thread in found.invitations if thread.sender == talk.exporter]
    if mine:
        asked = talk.messages[mine[-1].place]
        on = spoken(asked.ts.date(), year=True)
        said.append(say("talk.invited", day=on, words=_quote(asked.text)))
        answers = "".join(_quote(talk.messages[i].text) for i in mine[-1].answers)
        said.append(say("talk.then", words=answers) if answers else say("talk.then_nothing"))
    said.append(say("talk.unread"))
    return said


def _quote(text: str) -> str:
    words = " ".join(text.split())
    return f"「{words if len(words) <= 40 else words[:40] + '…'}」"


def _plot(talk: Talk) -> alt.Chart:
    """Who wrote how much, a bar a week (a day where the range is short)."""
    last, first = talk.messages[-1].ts.date(), talk.messages[0].ts.date()
    me, them = say("talk.me"), say("talk.them")
    step = 7 if (last - first).days > 60 else 1
    bars: dict[tuple[date, str], int] = {}
    for on, sender, count in by_day(talk):
        begin = on - timedelta(days=on.weekday() if step == 7 else 0)
        who = me if sender == talk.exporter else them
        bars[begin, who] = bars.get((begin, who), 0) + count
    rows = [
        {
            "on": f"{on.isoformat()}T12:00:00",
            "who": who,
            "count": n,
            "what": say("talk.bar", day=spoken(on, year=True), who=who, count=n),
        }
        for (on, who), n in bars.items()
    ]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar(size=max(2, min(16, _WIDTH * step // max(1, (last - first).days))))
        .encode(
            x=alt.X("on:T", title=None, axis=alt.Axis(format="%y/%-m/%-d", tickCount=5, labelOverlap=True)),
            y=alt.Y(
                "count:Q", title=say("talk.messages"), axis=alt.Axis(tickMinStep=1, tickCount=4, titleAngle=0)
            ),
            color=alt.Color(
                "who:N",
                title=None,
                scale=alt.Scale(domain=[me, them], range=[_GREEN, _CLAY]),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=alt.Tooltip("what:N", title=say("talk.week" if step == 7 else "talk.day")),
        )
        .properties(height=180, description=say("talk.plot"))
        .configure_axis(aria=False)  # the marks' own labels are English; the description says what there is
        .configure_mark(aria=False)
    )
    return chart


def _literal(name: str) -> str:
    """A name as it is: labels are read as Markdown."""
    return re.sub(r"([^\w\s])", r"\\\1", name)
