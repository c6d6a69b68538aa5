"""A text box that is judged while one types: marks in the text, reasons, fixes to tap, and 受け手の目.

The browser hands the text over after a short pause, never while an input method is composing, and never takes
back what was typed.
"""

from typing import Any
from urllib.parse import quote

import streamlit as st

from coach.drafting.differences import differences
from coach.drafting.eyes import PARTS, Eyes, seen
from coach.drafting.marks import Mark, marks
from coach.pages.component import component
from coach.pages.words import named, say
from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage, Verdict

_editor = component("editor")

_OUTCOMES = {
    Outcome.PASS: "answer.passes",
    Outcome.UNSURE: "answer.unsure",
    Outcome.REJECT: "answer.look_again",
}


@st.fragment
def draw_editor(
    *, key: str, label: str, stage: Stage, incoming: str = "", start: str = "", keep: str = ""
) -> None:
    """Draw the box; only this part of the page is drawn again while one types.

    ``start`` is the text to begin with, and what changes are shown against. ``keep`` names the place in the
    browser tab's own memory where half-typed text outlives a reload ("": nowhere).
    """
    state = st.session_state.get(key)
    draft = str(state["draft"]) if state and state.get("draft") is not None else start
    verdict = check(draft, stage=stage, incoming=incoming) if draft.strip() else None
    data: dict[str, Any] = {
        "value": draft,
        "label": label,
        "keep": keep,
        "undoLabel": say("editor.undo"),
        "copyLabel": say("draft.copy"),
        "copiedLabel": say("draft.copied"),
        "selectLabel": say("draft.select"),
        "lineLabel": say("draft.line"),
        "eyesTitle": say("editor.eyes"),
        "changesTitle": say("editor.changes"),
        "line": "",
        "outcome": "",
        "marks": [],
        "lit": [],
        "notes": [],
        "changes": [],
    }
    if verdict:
        data |= _judged(draft, verdict, stage, incoming)
    if start and draft != start:
        data["changes"] = [{"change": p.change.value, "text": p.text} for p in differences(start, draft)]
    _editor(data, key=key, default={"draft": start}, on_draft_change=_noted)
    if verdict is None:
        check("あ", stage=stage)  # loads the dictionary while the page is already there to type into


def _noted() -> None:
    """The box's text is state of its own; nothing else follows from it."""


def _judged(draft: str, verdict: Verdict, stage: Stage, incoming: str) -> dict[str, Any]:
    eyes = seen(draft, verdict, incoming=incoming)
    passed = verdict.outcome is Outcome.PASS
    return {
        "outcome": say(_OUTCOMES[verdict.outcome]),
        "marks": [_marked(draft, m) for m in marks(draft, verdict, stage=stage, incoming=incoming)],
        "lit": [{"label": named(act), "on": act in eyes.lit} for act in PARTS],
        "notes": _notes(eyes),
        "line": f"https://line.me/R/share?text={quote(draft, safe='')}" if passed else "",
    }


def _marked(draft: str, mark: Mark) -> dict[str, Any]:
    return {
        # The browser counts in UTF-16 units.
        "from": len(draft[: mark.start].encode("utf-16-le", "surrogatepass")) // 2,
        "quote": draft[mark.start : mark.end],
        "label": "・".join(named(c) for c in mark.categories) or say("answer.to_check"),
        "unsure": not mark.categories,
        "why": mark.why,
        "hint": mark.hint,
        "fixes": [
            {
                "label": say("editor.use", words=fix.words) if fix.words else say("editor.cut"),
                "text": fix.text,
            }
            for fix in mark.fixes
        ],
    }


def _notes(eyes: Eyes) -> list[str]:
    asked = (
        say("editor.questions", count=len(eyes.questions)) if eyes.questions else say("editor.no_questions")
    )
    length = say("editor.length", count=eyes.length)
    if eyes.their_length:
        length += say("editor.their_length", count=eyes.their_length)
    if eyes.too_long:
        length += say("editor.too_long")
    return [asked, length, say("editor.way_out" if eyes.way_out else "editor.no_way_out")]
