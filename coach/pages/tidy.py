"""整える: article B's questions one at a time, fact and story apart, small comforts, a letter that is not sent."""

import streamlit as st

from coach.pages import room
from coach.pages.answer import draw_stop
from coach.pages.private import draw_comforts, draw_letter
from coach.tidying import DONE, STEPS
from coach.worries import ENOUGH, times_today

_AT = "tidy-at"
_FACT = "tidy.fact_and_story"


def draw() -> None:
    """What is written here is not stored: it lasts as long as the page is open."""
    st.text("連絡を待つ夜に、すこしだけ自分のほうを見る時間です。書いたものは保存しません。")
    if times_today(room.case(), room.desk().today) >= ENOUGH:
        draw_stop(room.desk().now)
    _draw_step(st.session_state.setdefault(_AT, 0))
    st.subheader("小さな心地よいこと", anchor=False)
    draw_comforts()
    st.subheader("出さない手紙", anchor=False)
    draw_letter()


def _draw_step(at: int) -> None:
    with st.container(border=True):
        if at >= len(STEPS):
            for sentence in DONE:
                st.text(sentence)
            st.button("はじめから", key="tidy-again", on_click=_go, args=(0,))
            return
        step = STEPS[at]
        st.caption(f"{len(STEPS)}つのうち {at + 1}つめ")
        st.text(step.question)
        if step.id == _FACT:
            st.text_area(
                "起きたこと（事実）", key="tidy-fact", placeholder="例：3日前に送った。まだ返事がない"
            )
            st.text_area(
                "頭の中で足したこと（物語）", key="tidy-story", placeholder="例：嫌われたのかもしれない"
            )
            st.text("事実のほうは、これだけです。物語は、ほかにいくつも書けます。")
        else:
            st.text_area("思ったこと（書かなくても大丈夫です）", key=f"tidy-{at}")
        with st.container(horizontal=True):
            st.button("次へ", key="tidy-next", type="primary", on_click=_go, args=(at + 1,))
            if at:
                st.button("ひとつ戻る", key="tidy-back", on_click=_go, args=(at - 1,))


def _go(at: int) -> None:
    st.session_state[_AT] = at
