"""A text box that is judged while one types: marks in the text, reasons, fixes to tap, and 受け手の目.

The browser hands the text over after a short pause, never while an input method is composing, and never takes
back what was typed. Text reaches the page only as data and is set as ``textContent`` or as a text box's value.
"""

from typing import Any
from urllib.parse import quote

import streamlit as st

from coach.differences import differences
from coach.eyes import PARTS, Eyes, seen
from coach.labels import ACTS, CATEGORIES
from coach.marks import Mark, marks
from guardrails.check import check
from guardrails.vocabulary import Outcome, Stage, Verdict

_HTML = """
<section class="editor">
  <label class="name" for="box"></label>
  <div class="paper"><div class="behind" aria-hidden="true"></div><textarea id="box" rows="4"></textarea></div>
  <p class="outcome" role="status"></p>
  <ol class="marks"></ol>
  <button type="button" class="undo" hidden></button>
  <div class="eyes"><p class="title"></p><ul class="lit"></ul><ul class="notes"></ul></div>
  <div class="changes"><p class="title"></p><p class="diff"></p></div>
  <footer><button type="button" class="copy"></button><a class="line" target="_blank" rel="noopener noreferrer"></a></footer>
</section>
"""
_CSS = """
.editor { font-family: var(--st-font); color: var(--st-text-color); line-height: 1.7; }
.editor p, .editor ol, .editor ul { margin: 0; padding: 0; list-style: none; }
.name { display: block; font-size: 0.9rem; margin-bottom: 4px; }
.paper { display: grid; border: 1px solid var(--st-border-color); border-radius: 12px;
  background: var(--st-secondary-background-color); }
.paper:focus-within { outline: 3px solid var(--st-link-color); outline-offset: 1px; }
.behind, .paper textarea { grid-area: 1 / 1; box-sizing: border-box; min-width: 0; width: 100%; min-height: 124px;
  margin: 0; padding: 12px 14px; border: 0; font: inherit; font-size: 16px; line-height: 1.8; letter-spacing: 0;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.behind { color: transparent; user-select: none; }
.paper textarea { color: inherit; background: transparent; resize: none; overflow: hidden; outline: 0; }
.behind mark { color: transparent; border-radius: 4px; background: color-mix(in srgb, #d2603f 24%, transparent);
  box-shadow: 0 2px 0 #d2603f; }
.behind mark.unsure { background: color-mix(in srgb, #c9a227 22%, transparent); box-shadow: 0 2px 0 #a8861d; }
.outcome { min-height: 1.7em; margin: 8px 0 4px !important; }
.marks li { border-left: 4px solid #d2603f; padding: 4px 0 4px 12px; margin: 10px 0; }
.marks li.unsure { border-color: #a8861d; }
.marks .quote { font-weight: 600; overflow-wrap: anywhere; }
.marks .of { font-size: 0.85rem; font-weight: 400; margin-left: 6px; }
.fixes { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 6px; }
.editor button, .editor footer a { min-height: 44px; min-width: 44px; padding: 4px 16px; border-radius: 22px;
  font: inherit; font-size: 0.95rem; cursor: pointer; background: transparent; color: inherit; text-align: left;
  border: 1px solid var(--st-border-color); display: inline-flex; align-items: center; text-decoration: none;
  box-sizing: border-box; }
.editor button.copy { background: var(--st-primary-color); color: var(--st-background-color); border: 0; }
.editor button:focus-visible, .editor footer a:focus-visible { outline: 3px solid var(--st-link-color);
  outline-offset: 2px; }
.editor [hidden] { display: none !important; }
.eyes, .changes { margin-top: 14px; }
.title { font-size: 0.9rem; }
.lit { display: flex; gap: 8px; flex-wrap: wrap; margin: 6px 0 !important; }
.lit li { border: 1px dashed var(--st-border-color); border-radius: 14px; padding: 1px 12px; font-size: 0.9rem; }
.lit li.on { border: 1px solid var(--st-primary-color); background: var(--st-primary-color);
  color: var(--st-background-color); }
.notes li { padding: 1px 0; }
.diff { white-space: pre-wrap; overflow-wrap: anywhere; }
.diff ins { background: color-mix(in srgb, #3f8f6f 26%, transparent); text-decoration: underline; }
.diff del { background: color-mix(in srgb, #d2603f 20%, transparent); }
.editor footer { display: flex; flex-wrap: wrap; gap: 10px; margin-top: 12px; }
"""
_JS = """
const PAUSE = 120

function made(tag, name, text) {
  const element = document.createElement(tag)
  if (name) element.className = name
  if (text) element.textContent = text
  return element
}

function paint(root, box) {
  const data = box.seen
  const behind = root.querySelector('.behind')
  behind.replaceChildren()
  let at = 0
  for (const mark of data.marks) {
    const from = data.value === box.value ? mark.from : box.value.indexOf(mark.quote, at)
    if (from < at || !mark.quote) continue
    behind.append(box.value.slice(at, from), made('mark', mark.unsure ? 'unsure' : '', mark.quote))
    at = from + mark.quote.length
  }
  behind.append(box.value.slice(at) + '\\n')
}

function draw(root, box) {
  const data = box.seen
  paint(root, box)
  if (data.value !== box.value) return  // an older text's verdict: the newer one's is on its way
  const outcome = root.querySelector('.outcome')
  if (outcome.textContent !== data.outcome) outcome.textContent = data.outcome
  root.querySelector('.marks').replaceChildren(...data.marks.map((mark) => {
    const item = made('li', mark.unsure ? 'unsure' : '')
    const quote = made('div', 'quote', mark.quote ? `「${mark.quote}」` : '')
    quote.append(made('span', 'of', mark.label))
    item.append(quote, made('div', 'why', mark.why), made('div', 'hint', mark.hint))
    const fixes = made('div', 'fixes')
    for (const fix of mark.fixes) {
      const button = made('button', 'fix', fix.label)
      button.type = 'button'
      button.onclick = () => { box.past.push(box.value); put(root, box, fix.text); box.focus() }
      fixes.append(button)
    }
    item.append(fixes)
    return item
  }))
  root.querySelector('.eyes').hidden = !data.notes.length
  root.querySelector('.eyes .title').textContent = data.eyesTitle
  root.querySelector('.lit').replaceChildren(...data.lit.map((part) => made('li', part.on ? 'on' : '', part.label)))
  root.querySelector('.notes').replaceChildren(...data.notes.map((note) => made('li', '', note)))
  root.querySelector('.changes').hidden = !data.changes.length
  root.querySelector('.changes .title').textContent = data.changesTitle
  root.querySelector('.diff').replaceChildren(...data.changes.map((piece) =>
    made({ added: 'ins', removed: 'del', kept: 'span' }[piece.change], '', piece.text)))
  const link = root.querySelector('.line')
  root.querySelector('footer').hidden = !data.line
  link.textContent = data.lineLabel
  if (data.line) link.href = data.line
}

function put(root, box, text) {
  box.value = text
  box.dispatchEvent(new Event('input'))
}

function setUp(root, box, data) {
  box.past = []
  box.value = data.value
  box.told = data.value
  const kept = data.keep ? window.sessionStorage.getItem(data.keep) : null
  if (kept !== null) box.value = kept  // newer than what the server remembers
  let timer = 0
  let composing = false
  const tell = () => {
    if (composing || box.told === box.value) return
    box.told = box.value
    box.send('draft', box.value)
  }
  const later = () => { clearTimeout(timer); timer = setTimeout(tell, PAUSE) }
  box.addEventListener('compositionstart', () => { composing = true })
  box.addEventListener('compositionend', () => { composing = false; later() })
  box.addEventListener('input', () => {
    paint(root, box)
    root.querySelector('footer').hidden = true  // what is offered to copy has been judged, always
    for (const fix of root.querySelectorAll('.fix')) fix.disabled = true  // they mend the text as it was
    root.querySelector('.undo').hidden = !box.past.length
    if (box.seen.keep) window.sessionStorage.setItem(box.seen.keep, box.value)
    later()
  })
  root.querySelector('.undo').onclick = () => {
    if (box.past.length) put(root, box, box.past.pop())
    root.querySelector('.undo').hidden = !box.past.length
    box.focus()
  }
  const copy = root.querySelector('.copy')
  copy.onclick = async () => {
    try {
      await navigator.clipboard.writeText(box.value)
      copy.textContent = box.seen.copiedLabel
    } catch {
      box.select()
      copy.textContent = box.seen.selectLabel
    }
    setTimeout(() => { copy.textContent = box.seen.copyLabel }, 4000)
  }
  copy.textContent = data.copyLabel
  later()
}

export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector('.editor')
  const box = root.querySelector('textarea')
  box.send = setStateValue
  box.seen = data
  root.querySelector('.name').textContent = data.label
  root.querySelector('.undo').textContent = data.undoLabel
  if (!box.past) setUp(root, box, data)
  draw(root, box)
}
"""
_editor = st.components.v2.component("yohaku_editor", html=_HTML, css=_CSS, js=_JS)

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
    _editor(key=key, data=data, default={"draft": start}, on_draft_change=_noted)
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
