"""一時モード: seen on every page while it is on, offered where a new story begins."""

from collections.abc import Callable

import streamlit as st

from coach.pages import room


def draw_banner() -> None:
    """Say on every page that nothing is written down, and offer the way out."""
    if room.temporary():
        with st.container(border=True):
            st.text("一時モードです。ここで書いたことは保存しません。画面を閉じるか、終えると消えます。")
            st.button("一時モードを終える", key="temporary-end", on_click=room.keep_from_now)


def draw_offer(*, begin: Callable[[], None] = room.forget_from_now) -> None:
    """Offer temporary mode for the story about to begin; ``begin`` is called when the offer is taken."""
    if not room.temporary():
        st.button(
            "保存せずに相談する（一時モード）",
            key="temporary-begin",
            icon=":material/visibility_off:",
            type="tertiary",
            on_click=begin,
        )
