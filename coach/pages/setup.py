"""設定: the language, what is set and whether it works, what is sent and what it costs, where things lie."""

import streamlit as st

from coach.interface import Language
from coach.pages import models, room
from coach.pages.connect import draw_presets
from coach.pages.cost import draw_cost
from coach.pages.deletion import draw_deletion
from coach.pages.sending import draw_trial
from coach.pages.words import language, say, speak
from coach.settings import Drafting, Settings
from coach.wire.trial import tried

_TRIAL = "trial"
_LANGUAGE = "setup-language"
_LANGUAGES = {Language.JAPANESE: "日本語", Language.ENGLISH: "English"}
"""Each in its own language, so that it is found whichever is spoken."""
_DRAFTING = {
    Drafting.COMPOSED: "settings.composed",
    Drafting.MODEL_UNNAMED: "settings.unnamed",
    Drafting.MODEL: "settings.named",
}


def draw() -> None:
    """The endpoint and its key come from the environment or a `.env` file; the rest is chosen here."""
    settings = room.settings()
    _draw_language()
    st.subheader(say("settings.model"), anchor=False)
    st.text(say(_DRAFTING[settings.drafting]))
    if settings.drafting is Drafting.MODEL:
        st.text(say("settings.endpoint", model=settings.model, address=settings.base_url or "OpenAI"))
    if settings.drafting is not Drafting.COMPOSED:
        st.button(say("settings.try"), key="setup-try", on_click=_try, args=(settings,))
        if trial := st.session_state.get(_TRIAL):
            st.text(trial.sentence)
        models.draw_models(settings)
    draw_presets()
    if settings.drafting is Drafting.MODEL:
        st.subheader(say("settings.spent"), anchor=False)
        draw_cost()
    st.subheader(say("settings.sent"), anchor=False)
    st.text(say("settings.sent_about"))
    draw_trial()
    _draw_place(settings)


def _draw_language() -> None:
    st.pills(
        say("settings.language"),
        list(Language),
        format_func=_LANGUAGES.__getitem__,
        default=language(),
        required=True,
        key=_LANGUAGE,
        on_change=_speak,
    )
    st.caption(say("settings.language_about"))


def _draw_place(settings: Settings) -> None:
    st.subheader(say("settings.place"), anchor=False)
    st.text((settings.database_url and say("settings.place_url")) or str(settings.data_dir))
    st.text(say("settings.browser_place"))
    with st.expander(say("settings.everything")):
        draw_deletion()


def _speak() -> None:
    speak(st.session_state[_LANGUAGE])


def _try(settings: Settings) -> None:
    trial = tried(settings)
    st.session_state[_TRIAL] = trial
    if trial.offered:
        models.show(trial.offered)
