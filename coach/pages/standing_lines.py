"""今つながる窓口: after a danger was spoken of, the lines stay in sight until the user leaves them."""

import streamlit as st

from coach.help import still_there
from coach.pages import room
from coach.pages.answer import draw_help
from coach.pages.words import say
from coach.parts import Helped
from coach.story.memory import Case

_LEFT = "lines-left"


def draw_standing_lines(case: Case) -> None:
    """Draw the lines of the newest danger of a story, once the talk has gone on after it."""
    told = [(turn.id, part) for turn in case.turns[:-1] for part in turn.parts if isinstance(part, Helped)]
    if not told or any(isinstance(part, Helped) for part in case.turns[-1].parts):
        return  # nothing was told, or the newest answer shows them itself
    turn_id, helped = told[-1]
    if turn_id in st.session_state.get(_LEFT, ()):
        return
    with st.container(border=True):
        st.subheader(say("chat.standing_lines"), anchor=False)
        draw_help((), still_there(helped.lines, at=room.desk().now))
        st.button(say("chat.leave_lines"), key="leave-lines", on_click=_leave, args=(turn_id,))


def _leave(turn_id: str) -> None:
    st.session_state.setdefault(_LEFT, set()).add(turn_id)
