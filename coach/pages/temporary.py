"""一時モード: seen on every page while it is on, offered where a new story begins."""

from collections.abc import Callable

import streamlit as st

from coach.pages import room
from coach.pages.words import say


def draw_banner() -> None:
    """Say on every page that nothing is written down, and offer the way out."""
    if room.temporary():
        with st.container(border=True):
            st.text(say("temporary.on"))
            st.text(say("temporary.browser"))
            st.button(say("temporary.end"), key="temporary-end", on_click=room.keep_from_now)


def draw_offer(*, begin: Callable[[], None] = room.forget_from_now) -> None:
    """Offer temporary mode for the story about to begin; ``begin`` is called when the offer is taken."""
    if not room.temporary():
        st.button(
            say("temporary.begin"),
            key="temporary-begin",
            icon=":material/visibility_off:",
            type="tertiary",
            on_click=begin,
        )
