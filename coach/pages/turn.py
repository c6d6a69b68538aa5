"""One exchange of a story: what was typed, what was answered, and under the newest one what can be done with both."""

from functools import partial

import streamlit as st

from coach.answering.wanted import standing
from coach.pages.answer import draw_part, draw_reading
from coach.pages.asking import choose, correct, say_anew
from coach.pages.opinion import draw_opinion
from coach.pages.sending import draw_sent
from coach.pages.tools import draw_tools
from coach.pages.words import named, say
from coach.parts import Drafted, Finished, Planned, Read
from coach.situation import Plan
from coach.story.memory import Case, Turn
from coach.story.shelf import showable
from guardrails.vocabulary import Stage


def draw_turn(turn: Turn, case: Case, *, last: bool) -> None:
    """Draw it; ``last`` is the newest one of the story."""
    with st.chat_message("user"):
        st.text(turn.text)
        if last:
            _draw_edit(turn)
    parts = showable(turn.parts)
    plan = next((part.plan for part in parts if isinstance(part, Planned)), None)
    with st.container():  # as while it came: the kept answer takes its place
        for i, part in enumerate(parts):
            key = f"{turn.id}-{i}"
            if last and turn.finished and isinstance(part, Read):
                draw_reading(part.reading, chip=partial(_draw_chip, text=turn.text, key=key))
                continue
            draw_part(part, key=key)
            if last and isinstance(part, Drafted):
                draw_tools(part, plan or _standing_plan(case), case, key=key)
    draw_sent(turn.id)
    if not turn.finished:
        st.text(say("chat.cut_short"))
        st.button(say("chat.again"), key=f"{turn.id}-again", on_click=choose, args=(turn.text,))
    elif last and any(isinstance(part, Finished) for part in parts):
        draw_opinion(turn, case)


def _draw_edit(turn: Turn) -> None:
    """The message, to be said anew; the answer to it goes, and what was noted from it without a yes."""
    key = f"{turn.id}-anew"
    with st.popover(say("chat.edit"), type="tertiary"), st.form(f"{key}-form", border=False):
        st.text_area(say("chat.edit_label"), value=turn.text, key=key, height=160)
        st.form_submit_button(say("chat.edit_send"), on_click=say_anew, args=(turn.id, key))


def _standing_plan(case: Case) -> Plan | None:
    found = standing(case)
    return found[2] if found else None


def _draw_chip(stage: Stage | None, text: str, key: str) -> None:
    """The stage that was read, where it stands; a tap corrects it."""
    with st.popover(named(stage) if stage else say("chat.choose_stage"), icon=":material/edit:"):
        st.pills(
            say("chat.which_stage"),
            list(Stage),
            format_func=named,
            default=stage,
            key=f"{key}-stage",
            on_change=correct,
            args=(text, f"{key}-stage"),
        )
