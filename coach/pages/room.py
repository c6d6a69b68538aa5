"""What a browser session works with: the settings, the store, the model, and the story in the address."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import streamlit as st

from coach.answering.wanted import Desk
from coach.eval_case import forget
from coach.model import Model
from coach.purse import LIMIT, Purse, daily_limit
from coach.settings import Settings
from coach.store import Store
from coach.story.database import FORGETTING
from coach.story.memory import Case
from coach.story.shape import TooNewError
from coach.wire.endpoint import model_from

CASE = "c"
"""The query parameter that holds the story's id. Text never goes into the address."""
_CURRENT = "current_case"  # the address forgets its parameters when another page is opened
_FRESH = "fresh_case"
_FORGETTING = "forgetting_store"
_MODEL = "model"


@st.cache_resource(show_spinner=False)
def _set() -> Settings:
    """What the environment says, read once a process."""
    return Settings()


def settings() -> Settings:
    """What the environment says, with the model that the user has chosen for this endpoint."""
    own = _set()
    address, _, name = choice(_MODEL).partition(" ")
    return own.model_copy(update={"model": name}) if name and address == own.base_url else own


def set_model() -> str:
    """The model that the environment names, or ""."""
    return _set().model


def ask_model(name: str) -> None:
    """Ask this model of the endpoint from now on; "" goes back to the one that the environment names."""
    choose(_MODEL, f"{_set().base_url} {name}" if name else "")


@st.cache_resource(show_spinner=False)
def _kept() -> Store:
    return Store(_set().database)


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


def model() -> Model | None:
    """The model if one is set; it keeps what it learned about its endpoint."""
    return _named(settings().model)


@st.cache_resource(show_spinner=False)
def _named(name: str) -> Model | None:
    return model_from(_set().model_copy(update={"model": name}))


def desk() -> Desk:
    """What an answer needs from outside, now."""
    return Desk(now=datetime.now(UTC), memory=store(), model=model(), purse=purse())


def purse() -> Purse:
    """What the model has cost and may cost; temporary mode counts with what was kept, but writes none of it down."""
    kept = _opened()
    limit = daily_limit(kept.choice(LIMIT), settings().daily_tokens)
    return Purse(store(), limit, (kept,) if temporary() else ())


def choice(name: str) -> str:
    """What the user has chosen for all stories, "" if nothing; temporary mode knows it, too."""
    return _opened().choice(name)


def choose(name: str, value: str) -> None:
    """Keep a choice for all stories."""
    _opened().choose(name, value)


def limit_to(tokens: int | None) -> None:
    """Keep the user's own limit a day; None takes it back."""
    choose(LIMIT, "" if tokens is None else str(tokens))


def half_typed(name: str) -> str:
    """The place in the browser tab's own memory for half-typed text; "" in temporary mode: nowhere."""
    return "" if temporary() else f"yohaku.{name}"


def delete_all() -> None:
    """Delete every story, every choice and every case saved from a talk, also those of temporary mode."""
    leave()
    for kept in {store(), _opened()}:
        kept.delete_all()
    forget(case_folder())


def case_folder() -> Path:
    """Where talks are saved as cases of the evals."""
    return _set().data_dir / "cases"


def case() -> Case:
    """The story in the address or of this session, or a new one that is written down with its first message."""
    case_id = st.query_params.get(CASE, "") or st.session_state.get(_CURRENT, "")
    if case_id and (known := store().case(case_id)):
        remember(known.id)
        return known
    fresh = st.session_state.setdefault(_FRESH, uuid4().hex)
    return Case(id=fresh, title="", at=datetime.now(UTC))


def current() -> str:
    """The story that was last opened or begun in this session, "" where none was."""
    return str(st.session_state.get(_CURRENT, ""))


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


def heed_stop() -> None:
    """Let the stop button take effect: Streamlit looks for a press only where the page's state is touched."""
    _ = _CURRENT in st.session_state
