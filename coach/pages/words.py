"""The interface's words in the language that the user has chosen; how a day is written in it."""

from datetime import date
from enum import StrEnum
from typing import Any

import streamlit as st

from coach import interface
from coach.interface import Language
from coach.labels import day
from coach.pages import room
from coach.parts import Kind
from coach.situation import EventKind, SignId
from guardrails.vocabulary import Act, Category, Stage

_CHOICE = "language"
_SPOKEN = "spoken-language"
_SECTIONS: dict[type[StrEnum], str] = {
    Stage: "stages",
    SignId: "signs",
    EventKind: "events",
    Act: "acts",
    Category: "categories",
}


def language() -> Language:
    """The language of this session: the one kept, or Japanese."""
    chosen: Language | None = st.session_state.get(_SPOKEN)
    if chosen is None:
        kept = room.choice(_CHOICE)
        chosen = Language(kept) if kept in set(Language) else Language.JAPANESE
        st.session_state[_SPOKEN] = chosen
    return chosen


def speak(chosen: Language) -> None:
    """Change the language, from now on and for later sessions."""
    st.session_state[_SPOKEN] = chosen
    room.choose(_CHOICE, chosen.value)


def say(key: str, **given: Any) -> str:
    """A message of the interface, with what is given filled in."""
    return interface.say(key, language(), **given)


def named(member: StrEnum) -> str:
    """The name of a stage, a sign, an event, an act, a category or a kind of draft."""
    if isinstance(member, Kind):
        return say(f"kinds.{member.name.lower()}")
    return say(f"{_SECTIONS[type(member)]}.{member.value}")


def spoken(on: date, *, year: bool = False) -> str:
    """A day as people write it: 12月5日（土）, Sat 5 Dec."""
    if language() is Language.JAPANESE:
        return f"{on.year}年{day(on)}" if year else day(on)
    return f"{on:%a} {on.day} {on:%b}" + (f" {on.year}" if year else "")
