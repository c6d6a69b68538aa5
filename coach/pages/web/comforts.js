const PLACE = 'yohaku.comforts'

function kept() {
  try { return JSON.parse(window.localStorage.getItem(PLACE)) || [] } catch { return [] }
}

export default function ({ parentElement, data: [data] }) {
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
