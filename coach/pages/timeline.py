"""これから: what happened, where the two stand, and when the next step may come."""

from datetime import date, datetime, timedelta

import altair as alt
import streamlit as st

from coach.calendar import Step, calendar, steps
from coach.pages import room
from coach.pages.notes import draw_addition, draw_note
from coach.pages.words import named, say, spoken
from coach.policy import plan
from coach.situation import Event, Plan, Reading, Topic
from coach.story.memory import Case
from coach.story.summary import told

_GREEN, _CLAY, _GREY = "#5c9482", "#c07a4f", "#8d8a82"  # seen on the light and on the dark ground
_INK_ON_LIGHT, _INK_ON_DARK = (
    "#4b4a44",
    "#d5d4cd",
)  # read on it: Streamlit's own grey is too faint for small letters


def draw() -> None:
    """Everything follows from the events below; a change there changes the rest at once."""
    case, desk = room.case(), room.desk()
    if not case.turns and not case.notes:
        st.text(say("timeline.nothing"))
        return
    if case.notes:
        _draw_now(plan(Reading(Topic.SITUATION), case.events, desk.today))
        found = steps(case.events, desk.today)
        _draw_dates(found, told(case.events).talked_on, desk.today)
        st.altair_chart(_chart(case.events, found, desk.today), width="stretch")
        if found:
            _draw_file(found, case, desk.now)
    st.subheader(say("timeline.happened"), anchor=False)
    if not case.notes:
        st.text(say("timeline.none_read"))
    for note in case.notes:
        with st.container(border=True):
            draw_note(note)
    draw_addition(case.id, desk.today)


def _draw_now(now: Plan) -> None:
    st.subheader(say("timeline.now"), anchor=False)
    with st.container(border=True):
        if now.stage:
            st.badge(named(now.stage), color="green")
        st.text(now.today)
        if now.leave:
            st.text(now.leave)


def _draw_dates(found: tuple[Step, ...], talked_on: date | None, today: date) -> None:
    st.subheader(say("timeline.dates"), anchor=False)
    if talked_on and talked_on <= today:
        ago = (today - talked_on).days
        st.text(say("timeline.talked_ago", days=ago) if ago else say("timeline.talked_today"))
    if not found:
        st.text(say("timeline.no_dates"))
    for step in found:
        if step.key == "wait":
            opens = step.last + timedelta(days=1)
            st.text(say("timeline.invite_from", day=spoken(opens), days=(opens - today).days))
        elif step.first > today:
            st.text(say("timeline.talk_from", day=spoken(step.first)))
        else:
            st.text(say("timeline.talk_until", day=spoken(step.last)))
    if found:
        st.caption(say("timeline.rough"))


def _draw_file(found: tuple[Step, ...], case: Case, now: datetime) -> None:
    with st.expander(say("timeline.calendar")):
        name = st.text_input(say("timeline.calendar_name"), key="ics-name")
        st.download_button(
            say("timeline.calendar_file"),
            calendar(found, case_id=case.id, now=now, name=name.strip()),
            file_name="yohaku.ics",
            mime="text/calendar",
            key="ics",
        )


def _chart(
    events: tuple[Event, ...], found: tuple[Step, ...], today: date
) -> alt.LayerChart | alt.FacetChart:
    """Events as points, waiting as bars, today as a line. Their words stay out of it."""
    happening = say("timeline.happened")
    names = {"wait": say("timeline.wait"), "talk": say("timeline.talk")}
    rows = [happening, *(names[step.key] for step in found)]
    ink = _INK_ON_DARK if st.context.theme.type == "dark" else _INK_ON_LIGHT
    height = alt.Y("row:N", sort=rows, title=None, axis=alt.Axis(labelColor=ink, labelLimit=0))
    when = alt.X(
        "from:T",
        title=None,
        axis=alt.Axis(format="%-m/%-d", tickCount=6, labelOverlap=True, labelColor=ink, labelFlush=True),
    )
    happened = [
        {"row": happening, "from": _noon(e.on), "what": f"{spoken(e.on)} {named(e.kind)}"} for e in events
    ]
    spans = [
        {
            "row": names[step.key],
            "from": _noon(step.first),
            "to": _noon(step.last + timedelta(days=1)),
            "what": f"{names[step.key]} {spoken(step.first)}〜{spoken(step.last)}",
        }
        for step in found
    ]
    tooltip = alt.Tooltip("what:N", title=say("timeline.date"))
    layers = [
        alt.Chart(alt.InlineData(values=spans))
        .mark_bar(height=18, cornerRadius=9, color=_GREEN)
        .encode(x=when, x2="to:T", y=height, tooltip=tooltip),
        alt.Chart(alt.InlineData(values=happened))
        .mark_point(size=140, filled=True, opacity=1, color=_CLAY)
        .encode(x=when, y=height, tooltip=tooltip),
        alt.Chart(
            alt.InlineData(values=[{"from": _noon(today), "what": say("timeline.today", day=spoken(today))}])
        )
        .mark_rule(strokeDash=[4, 4], color=_GREY)
        .encode(x=when, tooltip=tooltip),
    ]
    chart = alt.layer(*layers).properties(
        height=60 * len(rows) + 40,
        padding={"left": 8, "right": 8, "top": 5, "bottom": 5},
        description=say("timeline.plot"),
    )
    # What a screen reader hears is the description; the marks' own labels are English, and the words are on the page.
    quiet: alt.LayerChart | alt.FacetChart = chart.configure_axis(aria=False).configure_mark(aria=False)
    return quiet


def _noon(on: date) -> str:
    return f"{on.isoformat()}T12:00:00"  # no zone: the browser's own day, wherever it is
