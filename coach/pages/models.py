"""Which model is asked: the endpoint's own list, on demand, and one chosen from it."""

import streamlit as st

from coach.pages import room
from coach.pages.words import say
from coach.settings import Settings
from coach.wire.trial import Trial, offered

_LIST = "models-list"
_CHOSEN = "models-chosen"


def draw_models(settings: Settings) -> None:
    """Draw the list once it is asked for; ``settings`` are those in force."""
    st.button(say("settings.list"), key="models", on_click=_ask, args=(settings,))
    found: Trial | None = st.session_state.get(_LIST)
    if found is None:
        return
    if not found.works:
        st.text(found.sentence)
        return
    st.selectbox(
        say("settings.choose"),
        found.offered,
        index=found.offered.index(settings.model) if settings.model in found.offered else None,
        placeholder="",
        key=_CHOSEN,
        on_change=_choose,
    )
    if (own := room.set_model()) and own != settings.model:
        st.button(say("settings.back", model=own), key="models-back", on_click=_back)


def show(names: tuple[str, ...]) -> None:
    """Show these at the next run: what a failed try has learned."""
    st.session_state[_LIST] = Trial(True, "", names)


def _ask(settings: Settings) -> None:
    st.session_state[_LIST] = offered(settings)


def _choose() -> None:
    if chosen := st.session_state.get(_CHOSEN):
        room.ask_model(chosen)
        st.toast(say("settings.chosen", model=chosen))


def _back() -> None:
    room.ask_model("")
    st.session_state.pop(_CHOSEN, None)
