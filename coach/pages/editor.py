"""A text box that is judged while one types: marks in the text, reasons, fixes to tap, and 受け手の目.

The browser hands the text over after a short pause, never while an input method is composing, and never takes
back what was typed.
"""

from typing import Any
from urllib.parse import quote

import streamlit as st

from coach.differences import differences
from coach.eyes import PARTS, Eyes, seen
from coach.labels import ACTS, CATEGORIES
from coach.marks import Mark, marks
from coach.pages.component import component
from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage, Verdict

_editor = component("editor")

_OUTCOMES = {
    Outcome.PASS: "このまま送って大丈夫そうです。",
    Outcome.UNSURE: "はっきりまずい言葉は見つかりませんが、この場面では言い切れないところがあります。",
    Outcome.REJECT: "送る前に、見直したいところがあります。",
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
        "undoLabel": "ひとつ前に戻す",
        "copyLabel": "コピーする",
        "copiedLabel": "コピーしました",
        "selectLabel": "長押しでコピーしてください",
        "lineLabel": "LINEで開く",
        "eyesTitle": "受け手の目",
        "changesTitle": "元の案からの変更",
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
        "outcome": _OUTCOMES[verdict.outcome],
        "marks": [_marked(draft, m) for m in marks(draft, verdict, stage=stage, incoming=incoming)],
        "lit": [{"label": ACTS[act], "on": act in eyes.lit} for act in PARTS],
        "notes": _notes(eyes),
        "line": f"https://line.me/R/share?text={quote(draft, safe='')}" if passed else "",
    }


def _marked(draft: str, mark: Mark) -> dict[str, Any]:
    return {
        # The browser counts in UTF-16 units.
        "from": len(draft[: mark.start].encode("utf-16-le", "surrogatepass")) // 2,
        "quote": draft[mark.start : mark.end],
        "label": "・".join(CATEGORIES[c] for c in mark.categories) or "確かめたいところ",
        "unsure": not mark.categories,
        "why": mark.why,
        "hint": mark.hint,
        "fixes": [
            {"label": f"「{fix.words}」にする" if fix.words else "この一文を消す", "text": fix.text}
            for fix in mark.fixes
        ],
    }


def _notes(eyes: Eyes) -> list[str]:
    length = f"長さ {eyes.length}文字"
    if eyes.their_length:
        length += f"（相手の言葉は{eyes.their_length}文字）"
    return [
        f"返事がいる質問 {len(eyes.questions)}つ" if eyes.questions else "返事がいる質問 なし",
        length + ("。少し長く感じるかもしれません" if eyes.too_long else ""),
        "断りやすい一言 あり" if eyes.way_out else "断りやすい一言 なし",
    ]
