"""What a talk history holds, before anything of it is used: who, when, how much, and what would be read or sent."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import altair as alt
import streamlit as st

from coach.labels import day
from coach.privacy import mask
from coach.talk import chosen, within
from coach.talk_clock import Order
from coach.talk_facts import facts
from coach.talk_parts import CautionClass, Talk
from coach.talk_recent import by_day, recent

_RANGES = {"全部": 0, "この半年": 183, "この3か月": 92, "この1か月": 31, "この2週間": 14}
"""How far back from the last message, in days; 0 is all of it."""
_USUAL = "この3か月"
_ME, _THEM = "あなた", "相手"
_GREEN, _CLAY = "#5c9482", "#c07a4f"  # seen on the light and on the dark ground
_WIDTH = 220  # pixels that the bars share on a phone
_ORDERS = {Order.DAY_FIRST: "日/月/年", Order.MONTH_FIRST: "月/日/年"}


def draw_preview(talk: Talk, *, reorder: Callable[[Order], None]) -> str | None:
    """Draw it; gives the exchange that would be read, once it is known which person is the user.

    ``reorder`` is called with the order of day and month where the file leaves it open and the user says it.
    """
    st.text(_extent(talk))
    for caution in talk.cautions:
        st.caption(caution.sentence)
    if any(caution.caution is CautionClass.DAY_ORDER_UNKNOWN for caution in talk.cautions):
        _ask_order(reorder)
    me = st.pills(
        "あなたはどちらですか", talk.people, default=talk.exporter, format_func=_literal, key="talk-me"
    )
    if me is None:
        return None
    mine = _limited(chosen(talk, me))
    st.text("\n".join(_told(mine)))
    st.altair_chart(_plot(mine), width="stretch")
    exchange = recent(mine).text
    with st.expander("相談に使うところ（新しいほうから）"):
        st.text(exchange)
    with st.expander("AIにつないでいるときに送られる形"):
        st.caption("名前や連絡先は伏せますが、見落としもあります。送る前に目を通してください。")
        st.text(mask((exchange,), names=talk.people).texts[0])
    return exchange


def _extent(talk: Talk) -> str:
    first, last = talk.messages[0].ts.date(), talk.messages[-1].ts.date()
    return (
        f"{'と'.join(talk.people)}の、{_spoken(first)}から{_spoken(last)}まで、{len(talk.messages):,}通です。"
        "このパソコンの中で読みました。まだ何も使っていません。"
    )


def _ask_order(reorder: Callable[[Order], None]) -> None:
    def answered() -> None:
        order: Order | None = st.session_state.get("talk-order")
        if order is not None:
            reorder(order)

    st.pills(
        "日付はどの順ですか",
        list(_ORDERS),
        format_func=_ORDERS.__getitem__,
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
        "どこからを使いますか", offered, default=_USUAL if _USUAL in offered else "全部", key="talk-range"
    )
    days = _RANGES[name or "全部"]
    return within(talk, since=last - timedelta(days=days)) if days else talk


def _told(talk: Talk) -> list[str]:
    """What the file shows, in sentences; what it cannot show is said too."""
    found = facts(talk)
    last = _ME if found.last_sender == talk.exporter else _THEM
    said = [
        f"この範囲は{found.message_count:,}通。最後に書いたのは{last}で、{_spoken(found.last_ts.date())}です。"
    ]
    if last == _ME and found.trailing_unanswered:
        said.append(f"あなたからの{found.trailing_unanswered}通に、まだ返事がありません。")
    mine = [thread for thread in found.invitations if thread.sender == talk.exporter]
    if mine:
        asked = talk.messages[mine[-1].place]
        said.append(f"あなたからの最後の誘いは{_spoken(asked.ts.date())}の{_quote(asked.text)}です。")
        answers = [talk.messages[i] for i in mine[-1].answers]
        said.append(
            f"そのあとの相手の言葉は{_quote(answers[0].text)}。"
            if answers
            else "そのあとの言葉はありません。"
        )
    said.append("読まれたかどうかは、ファイルには入っていません。")
    return said


def _quote(text: str) -> str:
    words = " ".join(text.split())
    return f"「{words if len(words) <= 40 else words[:40] + '…'}」"


def _plot(talk: Talk) -> alt.Chart:
    """Who wrote how much, a bar a week (a day where the range is short)."""
    last, first = talk.messages[-1].ts.date(), talk.messages[0].ts.date()
    step = 7 if (last - first).days > 60 else 1
    bars: dict[tuple[date, str], int] = {}
    for on, sender, count in by_day(talk):
        begin = on - timedelta(days=on.weekday() if step == 7 else 0)
        who = _ME if sender == talk.exporter else _THEM
        bars[begin, who] = bars.get((begin, who), 0) + count
    rows = [
        {"on": f"{on.isoformat()}T12:00:00", "who": who, "count": n, "what": f"{_spoken(on)} {who} {n:,}通"}
        for (on, who), n in bars.items()
    ]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar(size=max(2, min(16, _WIDTH * step // max(1, (last - first).days))))
        .encode(
            x=alt.X("on:T", title=None, axis=alt.Axis(format="%y/%-m/%-d", tickCount=5, labelOverlap=True)),
            y=alt.Y("count:Q", title="通", axis=alt.Axis(tickMinStep=1, tickCount=4)),
            color=alt.Color(
                "who:N",
                title=None,
                scale=alt.Scale(domain=[_ME, _THEM], range=[_GREEN, _CLAY]),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=alt.Tooltip("what:N", title="一週間" if step == 7 else "日"),
        )
        .properties(height=180, description="だれがいつ何通書いたか")
    )
    return chart


def _spoken(on: date) -> str:
    return f"{on.year}年{day(on)}"


def _literal(name: str) -> str:
    """A name as it is: labels are read as Markdown."""
    return re.sub(r"([^\w\s])", r"\\\1", name)
