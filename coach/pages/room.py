"""What a browser session works with: the settings, the store, the model, and the story in the address."""

from datetime import UTC, datetime
from uuid import uuid4

import streamlit as st

from coach.endpoint import model_from
from coach.memory import Case
from coach.model import Model
from coach.purse import LIMIT, Purse, daily_limit
from coach.settings import Settings
from coach.shape import TooNewError
from coach.store import FORGETTING, Store
from coach.wanted import Desk

CASE = "c"
"""The query parameter that holds the story's id. Text never goes into the address."""
_CURRENT = "current_case"  # the address forgets its parameters when another page is opened
_FRESH = "fresh_case"
_FORGETTING = "forgetting_store"


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """Read once a process."""
    return Settings()


@st.cache_resource(show_spinner=False)
def _kept() -> Store:
    return Store(settings().database)


def store() -> Store:
    """One store for all sessions; in temporary mode one of this session's own, which writes nothing."""
    forgetting: Store | None = st.session_state.get(_FORGETTING)
    return _opened() if forgetting is None else forgetting


def _opened() -> Store:
    try:
        return _kept()
    except TooNewError as error:
        st.error(str(error), icon=":material/update:")
        st.stop()


@st.cache_resource(show_spinner=False)
def model() -> Model | None:
    """The model if one is set; it keeps what it learned about its endpoint."""
    return model_from(settings())


def desk() -> Desk:
    """What an answer needs from outside, now."""
    return Desk(now=datetime.now(UTC), memory=store(), model=model(), purse=purse())


def purse() -> Purse:
    """What the model has cost and may cost; temporary mode counts with what was kept, but writes none of it down."""
    kept = _opened()
    limit = daily_limit(kept.choice(LIMIT), settings().daily_tokens)
    return Purse(store(), limit, (kept,) if temporary() else ())


def limit_to(tokens: int | None) -> None:
    """Keep the user's own limit a day; None takes it back."""
    _opened().choose(LIMIT, "" if tokens is None else str(tokens))


def case() -> Case:
    """The story in the address or of this session, or a new one that is written down with its first message."""
    case_id = st.query_params.get(CASE, "") or st.session_state.get(_CURRENT, "")
    if case_id and (known := store().case(case_id)):
        remember(known.id)
        return known
    fresh = st.session_state.setdefault(_FRESH, uuid4().hex)
    return Case(id=fresh, title="", at=datetime.now(UTC))


def remember(case_id: str) -> None:
    """Put the story into the address, so that a reload finds it."""
    st.session_state[_CURRENT] = case_id
    if st.query_params.get(CASE) != case_id:
        st.query_params[CASE] = case_id


def leave() -> None:
    """Start a new story."""
    st.query_params.pop(CASE, None)
    st.session_state.pop(_CURRENT, None)
    st.session_state.pop(_FRESH, None)


def temporary() -> bool:
    """Whether this session writes nothing."""
    return _FORGETTING in st.session_state


def forget_from_now() -> None:
    """Begin temporary mode with a new story."""
    leave()
    st.session_state[_FORGETTING] = Store(FORGETTING)


def keep_from_now() -> None:
    """End temporary mode; what was said in it is gone."""
    leave()
    forgetting: Store = st.session_state.pop(_FORGETTING)
    forgetting.close()
