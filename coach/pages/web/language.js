const NAMES = ['aria-label', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder']
const NAMED = NAMES.map((name) => `[${name}]`).join()
const OURS = 'yohaku.'

// A label with slots stands for all that differ only there: {n} is digits, any other slot any words.
function forms(labels) {
  return Object.entries(labels).filter(([theirs]) => theirs.includes('{')).map(([theirs, ours]) => {
    const plain = theirs.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    return [new RegExp('^' + plain.replace(/{(\w+)}/g, (_, slot) => `(?<${slot}>${slot === 'n' ? '\\d+' : '.+'})`) + '$'), ours]
  })
}

function spoken(words) {  // a date in English words, as it is said here
  const day = /^[A-Z][a-z]+ \d{1,2}, \d{4}$/.test(words) && new Date(words)
  return day ? new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(day) : words
}

function inOurs(words) {
  if (!words) return undefined
  const { labels, forms } = window.yohaku
  if (labels[words]) return labels[words]
  for (const [form, ours] of forms) {
    const found = form.exec(words)
    if (found) return ours.replace(/{(\w+)}/g, (_, slot) => spoken(found.groups[slot]))
  }
  return undefined
}

function rename(root) {
  const elements = root.querySelectorAll ? [root, ...root.querySelectorAll(NAMED)] : []
  for (const element of elements) for (const name of NAMES) {
    const ours = inOurs(element.getAttribute?.(name))
    if (ours && ours !== element.getAttribute(name)) element.setAttribute(name, ours)
  }
}

const THEIRS = '[data-testid=stText], [data-testid=stCode], textarea'  // people's own words are never renamed

function reword(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let text = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode(); text; text = walker.nextNode()) {
    const ours = inOurs(text.nodeValue.trim())
    if (ours && ours !== text.nodeValue && !text.parentElement?.closest(THEIRS)) text.nodeValue = ours
  }
}

function place() {
  return OURS + 'typed.' + (new URLSearchParams(window.location.search).get('c') || '')
}

function keep(box) {
  if (box.value && window.yohaku.keep) window.sessionStorage.setItem(place(), box.value)
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

function look(root) {
  rename(root)
  reword(root)
  const box = root.querySelector?.('[data-testid=stChatInputTextArea]')
  if (box) mind(box)
}

function watch() {
  look(document.body)
  document.addEventListener('click', () => setTimeout(() => {
    const box = document.querySelector('[data-testid=stChatInputTextArea]')
    if (box?.minded) keep(box)
  }, 0))
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'attributes') rename(change.target)
      else if (change.type === 'characterData') reword(change.target)
      else change.addedNodes.forEach(look)
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: NAMES })
}

function forget() {
  for (const storage of [window.localStorage, window.sessionStorage])
    for (const key of Object.keys(storage)) if (key.startsWith(OURS)) storage.removeItem(key)
}

// What was pressed is gone from the page: who uses the keyboard goes on from the newest message, not from the top.
function goOn(until) {
  const at = document.activeElement
  const newest = [...document.querySelectorAll('[data-testid=stChatMessage]')].pop()
  if (newest && (!at || at === document.body)) {
    newest.tabIndex = -1
    newest.focus({ preventScroll: true })
  }
  if (Date.now() < until) setTimeout(() => goOn(until), 100)  // the page is still being drawn
}

// A run that was stopped draws nothing more; another one shows what has been kept.
function mindStop() {
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-testid=stChatInputStopButton]'))
      setTimeout(() => window.yohaku.send('stopped', Date.now()), 300)
  }, true)
}

export default function ({ parentElement, data: [data], setStateValue }) {
  const first = !window.yohaku
  const forgot = window.yohaku?.forgot ?? data.forget
  window.yohaku = { labels: data.labels, forms: forms(data.labels), keep: data.keep, send: setStateValue, forgot }
  document.documentElement.lang = data.language
  const said = parentElement.querySelector('.said')
  if (said.about !== data.about) {
    said.about = data.about
    said.textContent = ''  // the same words twice are two pieces of news
    setTimeout(() => {
      said.textContent = data.said
      if (data.said) goOn(Date.now() + 2500)
    }, 100)
  }
  if (window.yohaku.forgot !== data.forget) {
    window.yohaku.forgot = data.forget
    forget()
  }
  if (first) {
    watch()
    mindStop()
  } else {
    look(document.body)
  }
}
