"""下書きチェック: what the guard says of a message of one's own."""

import streamlit as st
from guardrails.check import check

from coach.labels import STAGES
from coach.pages.answer import draw_verdict
from guardrails.vocabulary import Stage

_CHECKED = [stage for stage in Stage if stage is not Stage.WAITING]


def draw() -> None:
    """Judged on this machine; nothing is stored or sent."""
    st.text("送る前の一通を見てみます。このパソコンの中だけで確かめ、どこにも送りません。")
    stage = st.pills(
        "いまの場面", _CHECKED, format_func=STAGES.__getitem__, default=Stage.DECLINED, key="check-stage"
    )
    incoming = st.text_area("相手の最後の言葉（あれば）", key="check-incoming", height=80)
    draft = st.text_area("あなたの下書き", key="check-draft", height=140)
    st.button("確かめる", type="primary", key="check-go")
    if draft.strip():
        draw_verdict(draft, check(draft, stage=stage or Stage.DECLINED, incoming=incoming))
