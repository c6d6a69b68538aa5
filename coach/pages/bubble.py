"""A draft as a bubble: its parts labelled, a copy button, and a link that opens LINE with the text filled in.

The text reaches the browser only as data and is set as ``textContent``.
"""

from urllib.parse import quote

import streamlit as st

from coach.labels import ACTS
from coach.parts import Draft

_HTML = """
<article class="draft">
  <header><span class="kind"></span><span class="why"></span></header>
  <div class="bubble"></div>
  <footer><button type="button" class="copy"></button><a class="line" target="_blank" rel="noopener noreferrer"></a></footer>
</article>
"""
_CSS = """
.draft { font-family: var(--st-font); color: var(--st-text-color); margin: 4px 0 8px; }
.draft header { display: flex; gap: 10px; align-items: baseline; flex-wrap: wrap; margin-bottom: 6px; }
.kind { font-weight: 600; }
.why { font-size: 0.85rem; opacity: 0.8; }
.bubble { background: var(--st-secondary-background-color); border: 1px solid var(--st-border-color);
  border-radius: 4px 18px 18px 18px; padding: 14px 16px; line-height: 1.8; overflow-wrap: anywhere; }
.piece { border-bottom: 2px solid var(--st-primary-color); padding-bottom: 1px; }
.act { font-size: 0.7rem; color: var(--st-primary-color); margin: 0 8px 0 4px; white-space: nowrap; }
.draft footer { display: flex; gap: 10px; margin-top: 8px; flex-wrap: wrap; }
.draft button, .draft a { min-height: 44px; min-width: 44px; padding: 0 18px; border-radius: 22px; font: inherit;
  font-size: 0.95rem; cursor: pointer; display: inline-flex; align-items: center; text-decoration: none;
  box-sizing: border-box; }
.draft button { background: var(--st-primary-color); color: var(--st-background-color); border: 0; }
.draft a { background: transparent; color: var(--st-text-color); border: 1px solid var(--st-border-color); }
.draft button:focus-visible, .draft a:focus-visible { outline: 3px solid var(--st-link-color); outline-offset: 2px; }
"""
_JS = """
export default function ({ parentElement, data }) {
  const find = (selector) => parentElement.querySelector(selector)
  find('.kind').textContent = data.kind
  find('.why').textContent = data.why
  const bubble = find('.bubble')
  bubble.replaceChildren()
  for (const piece of data.pieces) {
    if (piece.newline) bubble.append(document.createElement('br'))
    const text = document.createElement('span')
    text.className = 'piece'
    text.textContent = piece.text
    const act = document.createElement('span')
    act.className = 'act'
    act.textContent = piece.act
    bubble.append(text, act)
  }
  const link = find('.line')
  link.textContent = data.lineLabel
  link.href = data.lineAddress
  const button = find('.copy')
  button.textContent = data.copyLabel
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text)
      button.textContent = data.copiedLabel
    } catch {
      const range = document.createRange()
      range.selectNodeContents(bubble)
      const chosen = window.getSelection()
      chosen.removeAllRanges()
      chosen.addRange(range)
      button.textContent = data.selectLabel
    }
    setTimeout(() => { button.textContent = data.copyLabel }, 4000)
  }
}
"""
_bubble = st.components.v2.component("yohaku_draft", html=_HTML, css=_CSS, js=_JS)


def draw_draft(draft: Draft, *, key: str) -> None:
    """Draw one draft that has passed the guard."""
    _bubble(
        key=key,
        data={
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
    )
