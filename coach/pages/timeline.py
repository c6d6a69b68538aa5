"""これから: what happened, where the two stand, and when the next step may come."""

from datetime import date, datetime, timedelta

import altair as alt
import streamlit as st

from coach.calendar import Step, calendar, steps
from coach.labels import EVENTS, STAGES, day
from coach.memory import Case
from coach.pages import room
from coach.pages.notes import draw_addition, draw_note
from coach.policy import plan
from coach.situation import Event, Plan, Reading, Topic
from coach.story import told

_HAPPENED = "あったこと"
_GREEN, _CLAY, _GREY = "#5c9482", "#c07a4f", "#8d8a82"  # seen on the light and on the dark ground


def draw() -> None:
    """Everything follows from the events below; a change there changes the rest at once."""
    case, desk = room.case(), room.desk()
    if not case.turns and not case.notes:
        st.text("まだ記録がありません。相談すると、あったことと次の日付がここに並びます。")
        return
    if case.notes:
        _draw_now(plan(Reading(Topic.SITUATION), case.events, desk.today))
        found = steps(case.events, desk.today)
        _draw_dates(found, told(case.events).talked_on, desk.today)
        st.altair_chart(_chart(case.events, found, desk.today), width="stretch")
        if found:
            _draw_file(found, case, desk.now)
    st.subheader(_HAPPENED)
    if not case.notes:
        st.text("この相談から読み取れたできごとは、まだありません。")
    for note in case.notes:
        with st.container(border=True):
            draw_note(note)
    draw_addition(case.id, desk.today)


def _draw_now(now: Plan) -> None:
    st.subheader("いま")
    with st.container(border=True):
        if now.stage:
            st.badge(STAGES[now.stage], color="green")
        st.text(now.today)
        st.text(now.leave)


def _draw_dates(found: tuple[Step, ...], talked_on: date | None, today: date) -> None:
    st.subheader("次の日付")
    if talked_on and talked_on <= today:
        ago = (today - talked_on).days
        st.text(f"前回の軽いやりとりから{ago}日です。" if ago else "軽いやりとりは、今日ありました。")
    if not found:
        st.text("こちらから数える日付は、いまはありません。")
    for step in found:
        if step.key == "wait":
            opens = step.last + timedelta(days=1)
            st.text(f"次に誘うことを考えるのは、早くても{day(opens)}以降。あと{(opens - today).days}日です。")
        elif step.first > today:
            st.text(f"軽い雑談は、{day(step.first)}以降に1通までなら。")
        else:
            st.text(f"軽い雑談は、{day(step.last)}までに1通までなら。")
    if found:
        st.caption("日数は目安です。相手から連絡が来たら、その日から考え直しましょう。")


def _draw_file(found: tuple[Step, ...], case: Case, now: datetime) -> None:
    with st.expander("カレンダーに入れる"):
        name = st.text_input(
            "予定の名前に添える呼び名（空のままなら、だれのことかは書きません）", key="ics-name"
        )
        st.download_button(
            "カレンダー用のファイル（.ics）",
            calendar(found, case_id=case.id, now=now, name=name.strip()),
            file_name="yohaku.ics",
            mime="text/calendar",
            key="ics",
        )


def _chart(
    events: tuple[Event, ...], found: tuple[Step, ...], today: date
) -> alt.LayerChart | alt.FacetChart:
    """Events as points, waiting as bars, today as a line. Their words stay out of it."""
    names = {"wait": "誘わない", "talk": "雑談1通まで"}
    rows = [_HAPPENED, *(names[step.key] for step in found)]
    height = alt.Y("row:N", sort=rows, title=None)
    when = alt.X("from:T", title=None, axis=alt.Axis(format="%-m/%-d", tickCount=6, labelOverlap=True))
    happened = [
        {"row": _HAPPENED, "from": _noon(e.on), "what": f"{day(e.on)} {EVENTS[e.kind]}"} for e in events
    ]
    spans = [
        {
            "row": names[step.key],
            "from": _noon(step.first),
            "to": _noon(step.last + timedelta(days=1)),
            "what": f"{step.title} {day(step.first)}〜{day(step.last)}",
        }
        for step in found
    ]
    tooltip = alt.Tooltip("what:N", title="日付")
    layers = [
        alt.Chart(alt.InlineData(values=spans))
        .mark_bar(height=18, cornerRadius=9, color=_GREEN)
        .encode(x=when, x2="to:T", y=height, tooltip=tooltip),
        alt.Chart(alt.InlineData(values=happened))
        .mark_point(size=140, filled=True, opacity=1, color=_CLAY)
        .encode(x=when, y=height, tooltip=tooltip),
        alt.Chart(alt.InlineData(values=[{"from": _noon(today), "what": f"今日 {day(today)}"}]))
        .mark_rule(strokeDash=[4, 4], color=_GREY)
        .encode(x=when, tooltip=tooltip),
    ]
    return alt.layer(*layers).properties(height=60 * len(rows) + 40)


def _noon(on: date) -> str:
    return f"{on.isoformat()}T12:00:00"  # no zone: the browser's own day, wherever it is
