"""A draft as a bubble: its parts labelled, a copy button, and a link that opens LINE with the text filled in."""

from urllib.parse import quote

from coach.labels import ACTS
from coach.pages.component import component
from coach.parts import Draft

_bubble = component("draft")


def draw_draft(draft: Draft, *, key: str) -> None:
    """Draw one draft that has passed the guard."""
    _bubble(
        {
            "kind": draft.kind.value,
            "why": draft.why,
            "pieces": [
                {"text": piece.text, "act": ACTS[piece.act], "newline": piece.break_before and i > 0}
                for i, piece in enumerate(draft.pieces)
            ],
            "text": draft.text,
            "copyLabel": "コピーする",
            "copiedLabel": "コピーしました",
            "selectLabel": "長押しでコピーしてください",
            "lineLabel": "LINEで開く",
            "lineAddress": f"https://line.me/R/share?text={quote(draft.text, safe='')}",
        },
        key=key,
    )
