"""すべて消す: every story in the store, every choice, and what this browser has kept."""

import streamlit as st

from coach.pages import room
from coach.pages.language import forget_in_browser
from coach.pages.words import say


def draw_deletion() -> None:
    """Draw it; nothing happens without the tick."""
    sure = st.checkbox(say("deletion.sure"), key="all-sure")
    st.button(say("deletion.delete"), key="all-delete", disabled=not sure, on_click=_delete_all)


def _delete_all() -> None:
    room.delete_all()
    forget_in_browser()
    st.toast(say("deletion.done"))
