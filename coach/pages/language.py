"""Makes the browser's side Japanese and calm: the page's language, Streamlit's own English labels, what is announced.

Streamlit fixes its own strings in English; here they are named anew as they appear. What is half typed into the
chat stays in the browser tab's own memory until it is sent, so that a reload loses nothing.
"""

import streamlit as st

_LABELS = {
    "Send message": "送る",
    "Stop script": "止める",
    "Upload a file": "トーク履歴を渡す",
    "file upload": "トーク履歴のファイル",
    "Expand sidebar": "メニューを開く",
    "Collapse sidebar": "メニューを閉じる",
    "Sidebar": "メニュー",
    "App pages": "ページ",
    "Chat message from user": "あなた",
    "Chat message from assistant": "余白",
    "Close": "閉じる",
    "Remove file": "ファイルを外す",
    "Clear selection": "選択を外す",
    "Main menu": "画面の設定",
}
_CSS = ".said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }"
_JS = """
const NAMES = ['aria-label', 'title']

function rename(labels, root) {
  const elements = root.querySelectorAll ? [root, ...root.querySelectorAll('[aria-label], [title]')] : []
  for (const element of elements) for (const name of NAMES) {
    const ours = labels[element.getAttribute?.(name)]
    if (ours) element.setAttribute(name, ours)
  }
}

function place() {
  return 'yohaku.typed.' + (new URLSearchParams(window.location.search).get('c') || '')
}

function keep(box) {
  if (box.value) window.sessionStorage.setItem(place(), box.value)
  else window.sessionStorage.removeItem(place())
}

function mind(box) {
  if (box.minded) return
  box.minded = true
  const kept = window.sessionStorage.getItem(place())
  if (kept && !box.value) {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, kept)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  box.addEventListener('input', () => keep(box))
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') setTimeout(() => keep(box), 0)
  })
}

function look(labels, root) {
  rename(labels, root)
  const box = root.querySelector?.('[data-testid=stChatInputTextArea]')
  if (box) mind(box)
}

export default function ({ parentElement, data }) {
  document.documentElement.lang = 'ja'
  const said = parentElement.querySelector('.said')
  if (said.about !== data.about) {
    said.about = data.about
    said.textContent = ''  // the same words twice are two pieces of news
    setTimeout(() => { said.textContent = data.said }, 100)
  }
  if (window.yohakuWatch) return
  look(data.labels, document.body)
  document.addEventListener('click', () => setTimeout(() => {
    const box = document.querySelector('[data-testid=stChatInputTextArea]')
    if (box?.minded) keep(box)
  }, 0))
  window.yohakuWatch = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'attributes') rename(data.labels, change.target)
      else change.addedNodes.forEach((node) => look(data.labels, node))
    }
  })
  window.yohakuWatch.observe(document.body, { subtree: true, childList: true, attributeFilter: NAMES })
}
"""
_language = st.components.v2.component(
    "yohaku_language", html="<p class='said' role='status'></p>", css=_CSS, js=_JS
)
_SAID = "said"


def speak_japanese() -> None:
    """Once a run, on every page."""
    about, words = st.session_state.get(_SAID, ("", ""))
    _language(key="language", data={"labels": _LABELS, "said": words, "about": about})


def announce(words: str, *, about: str) -> None:
    """What a screen reader says at the next run, once for each ``about``."""
    st.session_state[_SAID] = (about, words)
