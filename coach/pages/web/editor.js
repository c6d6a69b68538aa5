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
  behind.append(box.value.slice(at) + '\n')
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

export default function ({ parentElement, data: [data], setStateValue }) {
  const root = parentElement.querySelector('.editor')
  const box = root.querySelector('textarea')
  box.send = setStateValue
  box.seen = data
  root.querySelector('.name').textContent = data.label
  root.querySelector('.undo').textContent = data.undoLabel
  if (!box.past) setUp(root, box, data)
  draw(root, box)
}
