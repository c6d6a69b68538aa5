export default function ({ parentElement, data: [data] }) {
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
