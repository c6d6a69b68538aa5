"""The events of a story: each shown for a yes or a correction, changeable and removable."""

from dataclasses import replace
from datetime import date

import streamlit as st

from coach.pages import room
from coach.pages.words import named, say, spoken
from coach.situation import Event, EventKind
from coach.story.memory import Case, Note
from coach.story.noting import noted


def write_down(before: Case) -> None:
    """Note what the newest answer's reading tells; ``before`` is the story as it was when the answer began."""
    case, desk = room.case(), room.desk()
    turn = case.turns[-1]
    for happened in noted(turn.parts, before, desk.today):
        bare = next((note for note in case.notes if _only_lacks_words(note.event, happened)), None)
        if bare is not None:
            room.store().amend(bare.id, happened, agreed=bare.agreed)
        else:
            room.store().note(case.id, happened, agreed=False, turn_id=turn.id)


def _only_lacks_words(known: Event, happened: Event) -> bool:
    """Whether what happened is what is known, with the words to it."""
    return bool(happened.words) and known == replace(happened, words="")


def withdraw(case: Case) -> None:
    """Take back what was noted from the last turn and not agreed to, because its reading is being corrected.

    A final no stays: only the timeline page takes that out.
    """
    last = case.turns[-1].id if case.turns else ""
    for note in case.notes:
        if last and note.turn_id == last and not note.agreed and note.event.kind is not EventKind.CLOSED:
            room.store().remove(note.id)


def draw_proposals(case: Case) -> None:
    """The notes that wait for a yes, each with one way to say it and one to correct it."""
    waiting = [note for note in case.notes if not note.agreed]
    if waiting:
        with st.container(border=True):
            st.caption(say("notes.noted"))
            for note in waiting:
                draw_note(note)


def draw_note(note: Note) -> None:
    """One event, with its words, and what can be done with it."""
    happened = note.event
    words = f"\n「{happened.words.strip('「」『』')}」" if happened.words else ""
    st.text(f"{spoken(happened.on)}　{named(happened.kind)}{words}")
    with st.container(horizontal=True):
        if not note.agreed:
            st.button(say("notes.agree"), key=f"{note.id}-yes", on_click=_agree, args=(note,))
        with st.popover(say("notes.mend")):
            with st.form(f"{note.id}-form", border=False):
                _draw_fields(note.id, happened)
                st.form_submit_button(say("notes.this"), on_click=_amend, args=(note.id,))
            st.button(say("notes.remove"), key=f"{note.id}-remove", on_click=_remove, args=(note.id,))


def draw_addition(case_id: str, today: date) -> None:
    """A form for something that the coach has not read."""
    with (
        st.expander(say("notes.add_about")),
        st.form(f"{case_id}-add", border=False, clear_on_submit=True),
    ):
        _draw_fields("add", Event(EventKind.SMALL_TALK, today))
        st.form_submit_button(say("notes.add"), on_click=_add, args=(case_id,))


def _draw_fields(key: str, happened: Event) -> None:
    kinds = list(EventKind)
    st.selectbox(
        say("notes.kind"),
        kinds,
        index=kinds.index(happened.kind),
        format_func=named,
        key=f"{key}-kind",
    )
    st.date_input(say("notes.date"), value=happened.on, key=f"{key}-on", format="YYYY/MM/DD")
    st.text_input(say("notes.words"), value=happened.words, key=f"{key}-words")


def _fields(key: str) -> Event:
    state = st.session_state
    return Event(EventKind(state[f"{key}-kind"]), state[f"{key}-on"], str(state[f"{key}-words"]))


def _agree(note: Note) -> None:
    room.store().amend(note.id, note.event)


def _amend(note_id: str) -> None:
    room.store().amend(note_id, _fields(note_id))


def _remove(note_id: str) -> None:
    room.store().remove(note_id)


def _add(case_id: str) -> None:
    room.store().note(case_id, _fields("add"))
