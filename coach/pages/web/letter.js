export default function ({ parentElement, data: [data] }) {
  const find = (selector) => parentElement.querySelector(selector)
  find('label').textContent = data.label
  const button = find('button')
  button.textContent = data.letGo
  button.onclick = () => {
    find('textarea').value = ''
    find('p').textContent = data.gone
  }
}
