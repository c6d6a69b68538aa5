"""What can be done with a draft: another wording, a hand of one's own, a note that it was sent."""

import streamlit as st

from coach.interface import section
from coach.pages import room
from coach.pages.asking import wish
from coach.pages.editor import draw_editor
from coach.pages.words import say
from coach.parts import Draft, Drafted
from coach.situation import Plan
from coach.story.memory import Case
from coach.story.noting import sent


def draw_tools(part: Drafted, plan: Plan | None, case: Case, *, key: str) -> None:
    """Draw them under a draft; ``plan`` is what it was made for, where that is known."""
    draft, editing, written = part.draft, f"{key}-editing", f"{key}-hand"
    with st.container(horizontal=True):
        _draw_wishes(draft, key)
        open_now = bool(st.session_state.get(editing))
        st.button(
            say("chat.close_hand" if open_now else "chat.by_hand"),
            key=f"{key}-edit",
            on_click=_toggle,
            args=(editing,),
        )
        if any(event.words in (draft.text, _by_hand(written)) for event in case.events):
            st.caption(say("chat.sent_noted"))
        elif plan is not None:
            args = (case.id, plan, draft, written)
            st.button(say("chat.sent"), key=f"{key}-sent", on_click=_sent, args=args)
    if open_now:
        draw_editor(
            key=written,
            label=say("chat.by_hand"),
            stage=part.stage,
            incoming=part.incoming,
            start=draft.text,
            keep=room.half_typed(written),
        )


def _draw_wishes(draft: Draft, key: str) -> None:
    with st.popover(say("chat.reword")):
        words = section("wishes")
        st.pills(
            say("chat.wording"),
            list(words),
            format_func=lambda name: say(f"wishes.{name}"),
            key=f"{key}-wish",
            on_change=wish,
            args=(draft, f"{key}-wish", words),
        )
        with st.form(f"{key}-free", border=False):
            example = say("chat.other_wish_example")
            st.text_input(say("chat.other_wish"), key=f"{key}-words", placeholder=example)
            st.form_submit_button(say("chat.rewrite"), on_click=wish, args=(draft, f"{key}-words"))


def _by_hand(key: str) -> str | None:
    state = st.session_state.get(key)
    return str(state["draft"]) if state and state.get("draft") else None


def _toggle(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key)


def _sent(case_id: str, plan: Plan, draft: Draft, key: str) -> None:
    if happened := sent(plan, _by_hand(key) or draft.text, room.desk().today):
        room.store().note(case_id, happened)
