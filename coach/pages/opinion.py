"""Whether an answer helped, and why (not); and the talk as an eval case. Both stay on this machine."""

import streamlit as st

from coach.interface import section
from coach.pages import room
from coach.pages.evalcase import draw_eval_case
from coach.pages.words import say
from coach.story.memory import Case, Opinion, Turn


def draw_opinion(turn: Turn, case: Case) -> None:
    """Draw the thumbs, and once one is given the reasons."""
    opinion = turn.opinion
    key = f"{turn.id}-thumbs"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(say("opinion.asked"), width="content")
        given = None if opinion is None else int(opinion.good)
        st.feedback("thumbs", default=given, key=key, on_change=_judge, args=(turn.id, key))
    if opinion is not None:
        _draw_reasons(turn.id, opinion)
    draw_eval_case(case)


def _draw_reasons(turn_id: str, opinion: Opinion) -> None:
    side = "good" if opinion.good else "bad"
    reasons, words = f"{turn_id}-{side}", f"{turn_id}-why"
    args = (turn_id, opinion.good, reasons, words)
    named = section(f"opinion.{side}")
    chosen = [name for name, said in named.items() if said in opinion.reason.split("\n")]
    st.pills(
        say("opinion.reason"),
        list(named),
        selection_mode="multi",
        format_func=lambda name: say(f"opinion.{side}.{name}"),
        default=chosen,
        key=reasons,
        on_change=_explain,
        args=args,
    )
    own = [line for line in opinion.reason.split("\n") if line and line not in named.values()]
    st.text_input(say("opinion.more"), value="\n".join(own), key=words, on_change=_explain, args=args)
    if opinion.reason:
        st.caption(say("opinion.kept"))


def _judge(turn_id: str, key: str) -> None:
    thumb = st.session_state.get(key)
    room.store().judge(turn_id, None if thumb is None else Opinion(good=bool(thumb)))


def _explain(turn_id: str, good: bool, reasons: str, words: str) -> None:
    """Keep the reasons, ours in Japanese whatever the interface speaks, and the user's own words after them."""
    named = section(f"opinion.{'good' if good else 'bad'}")
    lines = [named[name] for name in st.session_state.get(reasons) or ()]
    own = str(st.session_state.get(words) or "").strip()
    room.store().judge(turn_id, Opinion(good, "\n".join([*lines, *([own] if own else [])])))
