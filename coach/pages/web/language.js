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

export default function ({ parentElement, data: [data] }) {
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
