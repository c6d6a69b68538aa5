"""この会話を評価ケースに: the talk masked, to be looked at, corrected and saved as a case of the evals."""

import streamlit as st

from coach.eval_case import Step, line_of, save, steps_of
from coach.pages import room
from coach.pages.words import named, say
from coach.story.memory import Case
from guardrails.vocabulary import Stage

_OPEN = "evalcase-open"
_SAVED = "evalcase-saved"


def draw_eval_case(case: Case) -> None:
    """Draw the button, and once it is pressed what would be saved. Temporary mode saves nothing."""
    if room.temporary():
        return
    st.button(say("evalcase.make"), key="evalcase", type="tertiary", on_click=_open, args=(case.id,))
    if st.session_state.get(_OPEN) != case.id:
        return
    with st.container(border=True):
        steps = steps_of(case)
        if not steps:
            st.text(say("evalcase.nothing"))
            return
        st.caption(say("evalcase.about"))
        right = {i: stage for i, step in enumerate(steps) for stage in _draw_step(i, step, case.id)}
        if any(stage is not steps[i].stage for i, stage in right.items()):
            st.caption(say("evalcase.mended"))
        st.button(say("evalcase.save"), key="evalcase-save", on_click=_save, args=(case, steps, right))
        if place := st.session_state.get(_SAVED):
            st.text(f"{say('evalcase.saved')}\n{place}\n{say('evalcase.place')}")


def _draw_step(number: int, step: Step, case_id: str) -> list[Stage | None]:
    """One turn; gives the stage that is right, where there is one to choose."""
    st.caption(say("evalcase.wish" if step.wish else "evalcase.typed", number=number + 1))
    st.text(step.text)
    if step.wish or step.stage is None:
        return []
    return [
        st.selectbox(
            say("evalcase.stage", number=number + 1),
            list(Stage),
            index=list(Stage).index(step.stage),
            format_func=named,
            key=f"{case_id}-right-{number}",
        )
    ]


def _open(case_id: str) -> None:
    st.session_state[_OPEN] = None if st.session_state.get(_OPEN) == case_id else case_id
    st.session_state.pop(_SAVED, None)


def _save(case: Case, steps: tuple[Step, ...], right: dict[int, Stage | None]) -> None:
    st.session_state[_SAVED] = str(save(line_of(case, steps, right), room.case_folder()))
