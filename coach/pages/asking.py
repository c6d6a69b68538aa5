"""What the user asks of the coach in one run, and the presses that ask it."""

from dataclasses import dataclass

import streamlit as st

from coach.pages.room import current
from coach.parts import Draft
from guardrails.vocabulary import Stage

_PENDING = "ask"
_ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Ask:
    """A message, a message with the stage corrected, one said anew instead of a turn, or a wish about a draft."""

    text: str
    draft: Draft | None = None
    corrected: Stage | None = None
    instead: str = ""


def pressed() -> Ask | None:
    """What was pressed and has not been answered yet, unless another story has been opened since.

    It is kept until ``taken``: the run that the press began may be cut short by the next thing that is typed.
    """
    kept: tuple[str, Ask | None] = st.session_state.get(_PENDING, ("", None))
    story, ask = kept
    if story and story != current():
        del st.session_state[_PENDING]
        return None
    return ask


def taken(ask: Ask) -> None:
    """It is being answered now: what is kept of it from here on is its turn."""
    if st.session_state.get(_PENDING, ("", None))[1] is ask:
        del st.session_state[_PENDING]


def choose(text: str) -> None:
    """Ask with a text of ours, or once more with one of theirs."""
    _keep(Ask(text))


def wish(draft: Draft, key: str, words: dict[str, str] | None = None) -> None:
    """Ask for a draft in other words: what the widget says, or what stands for it in ``words``."""
    if (chosen := st.session_state.get(key)) and _first_time(key):
        _keep(Ask(words[chosen] if words else str(chosen), draft=draft))


def correct(text: str, key: str) -> None:
    """Ask again with the stage that the widget says."""
    if (stage := st.session_state.get(key)) and _first_time(key):
        _keep(Ask(text, corrected=stage))


def say_anew(turn_id: str, key: str) -> None:
    """Ask with what the widget says, in place of a turn."""
    text = str(st.session_state.get(key) or "").strip()
    if text and _first_time(key):
        _keep(Ask(text, instead=turn_id))


def _keep(ask: Ask) -> None:
    st.session_state[_PENDING] = (current(), ask)


def _first_time(key: str) -> bool:
    """Streamlit calls a widget's callback again when the run that it began was cut short."""
    answered: set[str] = st.session_state.setdefault(_ANSWERED, set())
    if key in answered:
        return False
    answered.add(key)
    return True
