"""送る内容を見る: exactly what is sent to the model, masked, before it is sent or afterwards. Never stored."""

from datetime import UTC, datetime
from uuid import uuid4

import streamlit as st

from coach.model import Prompt
from coach.pages.words import say
from coach.prompts import as_sent
from coach.sending import would_send
from coach.story.memory import Case

_SENT = "sent"
_TRIED = "sending-tried"


def draw_sending(prompt: Prompt) -> None:
    """What is being sent right now."""
    with st.expander(say("sending.see")):
        _draw(as_sent(prompt))


def keep_sending(turn_id: str, prompt: Prompt) -> None:
    """Remember what was sent for a turn as long as this browser session lasts."""
    st.session_state.setdefault(_SENT, {}).setdefault(turn_id, []).append(as_sent(prompt))


def draw_sent(turn_id: str) -> None:
    """What was sent for a turn, where this session has sent anything."""
    sent: list[str] = st.session_state.get(_SENT, {}).get(turn_id, [])
    if sent:
        with st.expander(say("sending.seen")):
            for text in sent:
                _draw(text)


def draw_trial() -> None:
    """What a text would send, without sending it."""
    with st.expander(say("sending.see")):
        text = st.text_area(say("sending.try"), key=_TRIED, height=100)
        if text.strip():
            now = datetime.now(UTC)
            prompts = would_send(text, case=Case(uuid4().hex, "", now), now=now)
            if not prompts:
                st.text(say("sending.nothing"))
            for prompt in prompts:
                _draw(as_sent(prompt))


def _draw(text: str) -> None:
    st.code(text, language=None, wrap_lines=True)
