"""A talk history handed over: a preview first, and nothing is used before the user says so."""

import re
from datetime import date

import streamlit as st

from coach.labels import day
from coach.talk import chosen, read_talk
from coach.talk_parts import Refusal, Talk
from coach.talk_recent import recent

_TALK = "talk"
_AGREED = "talk-agreed"


def hand_over(data: bytes, *, name: str) -> None:
    """Read a file; what comes of it is drawn by `draw_handover` in the next run. Nothing is stored."""
    try:
        st.session_state[_TALK] = read_talk(data, filename=name)
    except Refusal as refusal:
        st.session_state[_TALK] = refusal.sentence


def draw_handover() -> str | None:
    """Draw the preview, if a file was handed over; gives the exchange to read once the user has agreed."""
    handed: Talk | str | None = st.session_state.get(_TALK)
    if handed is not None:
        with st.container(border=True):
            if isinstance(handed, str):
                st.text(handed)
                st.button("閉じる", key="talk-close", on_click=_forget)
            else:
                _draw_talk(handed)
    agreed: str | None = st.session_state.pop(_AGREED, None)
    return agreed


def _draw_talk(talk: Talk) -> None:
    st.text(_preview(talk))
    for caution in talk.cautions:
        st.caption(caution.sentence)
    me = st.pills(
        "あなたはどちらですか", talk.people, default=talk.exporter, format_func=_literal, key="talk-me"
    )
    if me is None:
        st.button("取り込まない", key="talk-no", on_click=_forget)
        return
    exchange = recent(chosen(talk, me)).text
    with st.expander("相談に使うところ（新しいほうから）"):
        st.text(exchange)
    st.button("この内容で相談する", key="talk-yes", type="primary", on_click=_agree, args=(exchange,))
    st.button("取り込まない", key="talk-no", on_click=_forget)


def _preview(talk: Talk) -> str:
    first, last = talk.messages[0].ts.date(), talk.messages[-1].ts.date()
    return (
        f"{'と'.join(talk.people)}の、{_spoken(first)}から{_spoken(last)}まで、{len(talk.messages):,}通です。"
        "このパソコンの中で読みました。まだ何も使っていません。"
    )


def _spoken(on: date) -> str:
    return f"{on.year}年{day(on)}"


def _literal(name: str) -> str:
    """A name as it is: labels are read as Markdown."""
    return re.sub(r"([^\w\s])", r"\\\1", name)


def _agree(exchange: str) -> None:
    st.session_state[_AGREED] = exchange
    _forget()


def _forget() -> None:
    st.session_state.pop(_TALK, None)
