"""下書きチェック: what the guard says of a message of one's own, while it is typed."""

import streamlit as st

from coach.labels import STAGES
from coach.pages.editor import draw_editor
from guardrails.vocabulary import Stage

_CHECKED = [stage for stage in Stage if stage is not Stage.WAITING]


def draw() -> None:
    """Judged on this machine; nothing is stored or sent."""
    st.text("送る前の一通を見てみます。このパソコンの中だけで確かめ、どこにも送りません。")
    stage = st.pills(
        "いまの場面",
        _CHECKED,
        format_func=STAGES.__getitem__,
        default=Stage.DECLINED,
        required=True,
        key="check-stage",
    )
    incoming = st.text_area("相手の最後の言葉（あれば）", key="check-incoming", height=80)
    draw_editor(
        key="check-draft",
        label="あなたの下書き",
        stage=stage or Stage.DECLINED,
        incoming=incoming,
        keep="yohaku.check",
    )
