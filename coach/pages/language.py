"""Speaks the interface's language where Streamlit fixes its own, says aloud what has come, and keeps half-typed words.

What is half typed into the chat stays in the browser tab's own memory until it is sent, so that a reload loses
nothing; in temporary mode not even there.
"""

from uuid import uuid4

import streamlit as st

from coach.interface import Language, section
from coach.pages import room
from coach.pages.component import component
from coach.pages.words import language

_language = component("language")
_SAID = "said"
_FORGET = "forget"


def begin_page() -> None:
    """Once a run, on every page."""
    about, words = st.session_state.get(_SAID, ("", ""))
    _language(
        {
            "language": language().value,
            "labels": _labels(),
            "said": words,
            "about": about,
            "keep": not room.temporary(),
            "forget": st.session_state.get(_FORGET, ""),
        },
        key="language",
        on_stopped_change=_drawn_again,
    )


def _drawn_again() -> None:
    """An answer was stopped: the run that this begins draws what has been kept of it."""


def announce(words: str, *, about: str) -> None:
    """What a screen reader says at the next run, once for each ``about``."""
    st.session_state[_SAID] = (about, words)


def forget_in_browser() -> None:
    """Clear what this browser has kept: half-typed words and the list of small comforts."""
    st.session_state[_FORGET] = uuid4().hex


def _labels() -> dict[str, str]:
    """What stands in place of Streamlit's own words, and of our own in the language spoken before.

    Words with slots are made from Streamlit's alone: one of ours could stand for any text.
    """
    ours = section("streamlit", language())
    other = Language.ENGLISH if language() is Language.JAPANESE else Language.JAPANESE
    before = section("streamlit", other).items()
    return ours | {said: ours[theirs] for theirs, said in before if "{" not in theirs}
