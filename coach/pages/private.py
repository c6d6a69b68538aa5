"""What never leaves the browser: an unsent letter that is kept nowhere, and small comforts kept in this browser.

Nothing typed here is handed to Python: the components have no value to give back.
"""

import streamlit as st

_CSS = """
section { font-family: var(--st-font); color: var(--st-text-color); line-height: 1.7; }
label { display: block; font-size: 0.9rem; margin-bottom: 4px; }
textarea, input { box-sizing: border-box; width: 100%; min-height: 44px; padding: 10px 14px; font: inherit;
  font-size: 16px; color: inherit; background: var(--st-secondary-background-color);
  border: 1px solid var(--st-border-color); border-radius: 12px; }
textarea:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--st-link-color);
  outline-offset: 2px; }
button { min-height: 44px; min-width: 44px; padding: 4px 16px; margin-top: 8px; border-radius: 22px; font: inherit;
  font-size: 0.95rem; cursor: pointer; color: inherit; background: transparent;
  border: 1px solid var(--st-border-color); }
ul { list-style: none; margin: 8px 0 0; padding: 0; }
li { display: flex; align-items: center; justify-content: space-between; gap: 12px; overflow-wrap: anywhere; }
p { margin: 8px 0 0; min-height: 1.7em; }
"""
_LETTER_JS = """
export default function ({ parentElement, data }) {
  const find = (selector) => parentElement.querySelector(selector)
  find('label').textContent = data.label
  const button = find('button')
  button.textContent = data.letGo
  button.onclick = () => {
    find('textarea').value = ''
    find('p').textContent = data.gone
  }
}
"""
_COMFORTS_JS = """
const PLACE = 'yohaku.comforts'

function kept() {
  try { return JSON.parse(window.localStorage.getItem(PLACE)) || [] } catch { return [] }
}

export default function ({ parentElement, data }) {
  const find = (selector) => parentElement.querySelector(selector)
  find('label').textContent = data.label
  find('form button').textContent = data.add
  const draw = () => find('ul').replaceChildren(...kept().map((words, at) => {
    const item = document.createElement('li')
    const text = document.createElement('span')
    text.textContent = words
    const remove = document.createElement('button')
    remove.type = 'button'
    remove.textContent = data.remove
    remove.setAttribute('aria-label', `${data.remove}: ${words}`)
    remove.onclick = () => { keep(kept().filter((_, i) => i !== at)) }
    item.append(text, remove)
    return item
  }))
  const keep = (all) => {
    if (all.length) window.localStorage.setItem(PLACE, JSON.stringify(all))
    else window.localStorage.removeItem(PLACE)
    draw()
  }
  find('form').onsubmit = (event) => {
    event.preventDefault()
    const words = find('input').value.trim()
    if (words) keep([...kept(), words])
    find('input').value = ''
    find('input').focus()
  }
  draw()
}
"""
_letter = st.components.v2.component(
    "yohaku_letter",
    html="<section><label for='letter'></label><textarea id='letter' rows='6' autocomplete='off'></textarea>"
    "<button type='button'></button><p role='status'></p></section>",
    css=_CSS,
    js=_LETTER_JS,
)
_comforts = st.components.v2.component(
    "yohaku_comforts",
    html="<section><form><label for='comfort'></label><input id='comfort' maxlength='80' autocomplete='off'>"
    "<button></button></form><ul></ul></section>",
    css=_CSS,
    js=_COMFORTS_JS,
)


def draw_letter() -> None:
    """A letter to write and let go: it is in the text box and nowhere else."""
    _letter(
        key="letter",
        data={
            "label": "出さない手紙。ここに書いた言葉は、どこにも保存も送信もされません。",
            "letGo": "手放す",
            "gone": "手放しました。書いた時間は、あなたのものです。",
        },
    )


def draw_comforts() -> None:
    """The user's own list of small good things, in this browser alone."""
    _comforts(
        key="comforts",
        data={
            "label": "わたしの小さな心地よいこと（このブラウザーの中だけに残ります）",
            "add": "加える",
            "remove": "消す",
        },
    )
