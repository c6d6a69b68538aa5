"""整える: article B's questions one at a time, fact and story apart, small comforts, a letter that is not sent."""

import streamlit as st

from coach.pages import room
from coach.pages.answer import draw_stop
from coach.pages.private import draw_comforts, draw_letter
from coach.pages.words import say
from coach.tidying import DONE, STEPS
from coach.worries import ENOUGH, times_today

_AT = "tidy-at"
_FACT = "tidy.fact_and_story"


def draw() -> None:
    """What is written here is not stored: it lasts as long as the page is open."""
    st.text(say("tidy.about"))
    if times_today(room.case(), room.desk().today) >= ENOUGH:
        draw_stop(room.desk().now)
    _draw_step(st.session_state.setdefault(_AT, 0))
    st.subheader(say("tidy.comforts"), anchor=False)
    draw_comforts()
    st.subheader(say("tidy.letter"), anchor=False)
    draw_letter()


def _draw_step(at: int) -> None:
    with st.container(border=True):
        if at >= len(STEPS):
            for sentence in DONE:
                st.text(sentence)
            st.button(say("tidy.again"), key="tidy-again", on_click=_go, args=(0,))
            return
        step = STEPS[at]
        st.caption(say("tidy.step", count=len(STEPS), number=at + 1))
        st.text(step.question)
        if step.id == _FACT:
            st.text_area(say("tidy.fact"), key="tidy-fact", placeholder=say("tidy.fact_example"))
            st.text_area(say("tidy.story"), key="tidy-story", placeholder=say("tidy.story_example"))
            st.text(say("tidy.only_fact"))
        else:
            st.text_area(say("tidy.thought"), key=f"tidy-{at}")
        with st.container(horizontal=True):
            st.button(say("tidy.next"), key="tidy-next", type="primary", on_click=_go, args=(at + 1,))
            if at:
                st.button(say("tidy.back"), key="tidy-back", on_click=_go, args=(at - 1,))


def _go(at: int) -> None:
    st.session_state[_AT] = at
