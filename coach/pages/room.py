"""What a browser session works with: the settings, the store, the model, and the story in the address."""

from datetime import UTC, datetime
from uuid import uuid4

import streamlit as st

from coach.endpoint import model_from
from coach.memory import Case
from coach.model import Model
from coach.settings import Settings
from coach.store import Store
from coach.wanted import Desk

CASE = "c"
"""The query parameter that holds the story's id. Text never goes into the address."""


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """Read once a process."""
    return Settings()


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """One store for all sessions."""
    return Store(settings().database)


@st.cache_resource(show_spinner=False)
def model() -> Model | None:
    """The model if one is set; it keeps what it learned about its endpoint."""
    return model_from(settings())


def desk() -> Desk:
    """What an answer needs from outside, now."""
    return Desk(now=datetime.now(UTC), memory=store(), model=model())


def case() -> Case:
    """The story in the address, or a new one that is written down with its first message."""
    case_id = st.query_params.get(CASE, "")
    if case_id and (known := store().case(case_id)):
        return known
    fresh = st.session_state.setdefault("fresh_case", uuid4().hex)
    return Case(id=fresh, title="", at=datetime.now(UTC))


def remember(case_id: str) -> None:
    """Put the story into the address, so that a reload finds it."""
    st.query_params[CASE] = case_id


def leave() -> None:
    """Start a new story."""
    st.query_params.pop(CASE, None)
    st.session_state.pop("fresh_case", None)
