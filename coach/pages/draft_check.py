"""下書きチェック: what the guard says of a message of one's own, while it is typed."""

import streamlit as st

from coach.pages import room
from coach.pages.editor import draw_editor
from coach.pages.words import named, say
from guardrails.vocabulary import Stage

_CHECKED = [stage for stage in Stage if stage is not Stage.WAITING]


def draw() -> None:
    """Judged on this machine; nothing is stored or sent."""
    st.text(say("check.about"))
    stage = st.pills(
        say("check.stage"),
        _CHECKED,
        format_func=named,
        default=Stage.DECLINED,
        required=True,
        key="check-stage",
    )
    incoming = st.text_area(say("check.incoming"), key="check-incoming", height=80)
    draw_editor(
        key="check-draft",
        label=say("check.own"),
        stage=stage or Stage.DECLINED,
        incoming=incoming,
        keep=room.half_typed("check"),
    )
