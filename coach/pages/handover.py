"""A talk history handed over, by file or pasted: a preview first, and nothing is used before the user says so."""

from dataclasses import dataclass, replace

import streamlit as st

from coach.line_export.clock import Order
from coach.line_export.head import looks_like_talk
from coach.line_export.parts import Refusal, RefusalClass, Talk
from coach.pages.words import say
from coach.talk import read_pasted, read_talk

_TALK = "talk"
_AGREED = "talk-agreed"
_FEWEST = 12
"""Messages from which a pasted text is taken for an export and not for an exchange to talk about."""


@dataclass(frozen=True, slots=True)
class _Handed:
    """What was handed over, the user's answers to what it leaves open, and what came of reading it."""

    data: bytes
    name: str
    outcome: Talk | Refusal
    names: tuple[str, ...] = ()
    order: Order | None = None
    pasted: str = ""


def hand_over(data: bytes, *, name: str) -> None:
    """Read a file; what comes of it is drawn by `draw_handover` in the next run. Nothing is stored."""
    st.session_state[_TALK] = _read(_Handed(data, name, Refusal(RefusalClass.EMPTY)))


def hand_over_pasted(text: str) -> bool:
    """Whether the text is a pasted export; if it is, it is handed over like a file."""
    if not looks_like_talk(text):
        return False
    try:
        talk = read_pasted(text)
    except Refusal:
        return False
    if len(talk.messages) < _FEWEST:
        return False
    st.session_state[_TALK] = _Handed(text.encode("utf-8", "replace"), "", talk, pasted=text)
    return True


def draw_handover() -> str | None:
    """Draw the preview, if a talk was handed over; gives the exchange to read once the user has agreed."""
    handed: _Handed | None = st.session_state.get(_TALK)
    if handed is not None:
        with st.container(border=True):
            if isinstance(handed.outcome, Talk):
                _draw_talk(handed, handed.outcome)
            else:
                _draw_refusal(handed, handed.outcome)
    agreed: str | None = st.session_state.pop(_AGREED, None)
    return agreed


def _draw_talk(handed: _Handed, talk: Talk) -> None:
    from coach.pages.talk_preview import draw_preview  # with the plotting library, which few visits need

    exchange = draw_preview(talk, reorder=_reorder, leave=_forget)
    if exchange:
        st.button(say("handover.use"), key="talk-yes", type="primary", on_click=_agree, args=(exchange,))
    if handed.pasted:
        st.button(say("handover.as_is"), key="talk-as-is", on_click=_agree, args=(handed.pasted,))
    st.button(say("handover.leave"), key="talk-no", on_click=_forget)


def _draw_refusal(handed: _Handed, refusal: Refusal) -> None:
    st.text(refusal.sentence)
    if refusal.refusal is RefusalClass.NAMES_UNCLEAR:
        with st.form("talk-names", border=False):
            st.text_input(say("handover.my_name"), key="talk-name-me", value=(*handed.names, "")[0])
            st.text_input(say("handover.their_name"), key="talk-name-them", value=(*handed.names, "", "")[1])
            st.form_submit_button(say("handover.read"), on_click=_name)
    st.button(say("handover.close"), key="talk-close", on_click=_forget)


def _read(handed: _Handed) -> _Handed:
    try:
        outcome: Talk | Refusal = read_talk(
            handed.data, filename=handed.name, names=handed.names, order=handed.order
        )
    except Refusal as refusal:
        outcome = refusal
    return replace(handed, outcome=outcome)


def _name() -> None:
    """Read again with the two names; the first is the user's own."""
    names = tuple(str(st.session_state[key]).strip() for key in ("talk-name-me", "talk-name-them"))
    if all(names):
        st.session_state[_TALK] = _read(replace(st.session_state[_TALK], names=names))


def _reorder(order: Order) -> None:
    st.session_state[_TALK] = _read(replace(st.session_state[_TALK], order=order))


def _agree(exchange: str) -> None:
    st.session_state[_AGREED] = exchange
    _forget()


def _forget() -> None:
    st.session_state.pop(_TALK, None)
