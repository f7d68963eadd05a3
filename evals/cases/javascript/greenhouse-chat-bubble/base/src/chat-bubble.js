const PANEL = 'https://panel.leafhouse.io'

const template = document.createElement('template')
template.innerHTML = '<button part="bubble">Chat</button><iframe hidden title="Chat"></iframe>'

function fromPanel (event) {
  return event.origin === PANEL
}

class ChatBubble extends HTMLElement {
  #commands = {
    open: () => this.toggle(true),
    close: () => this.toggle(false),
    identify: (event) => this.#reply(event, { token: this.#token, visitor: this.getAttribute('visitor') }),
  }

  #token = null

  connectedCallback () {
    const root = this.attachShadow({ mode: 'closed' })
    root.append(template.content.cloneNode(true))
    this.frame = root.querySelector('iframe')
    this.frame.src = `${PANEL}/chat`
    root.querySelector('button').addEventListener('click', () => this.toggle(this.frame.hidden))
    window.addEventListener('message', this)
  }

  disconnectedCallback () {
    window.removeEventListener('message', this)
  }

  set token (value) {
    this.#token = value
  }

  toggle (shown) {
    this.frame.hidden = !shown
  }

  handleEvent (event) {
    if (!fromPanel(event)) return
    const name = event.data && event.data.command
    if (Object.hasOwn(this.#commands, name)) this.#commands[name](event)
  }

  #reply (event, payload) {
    event.source.postMessage({ type: 'identity', ...payload }, event.origin)
  }
}

customElements.define('chat-bubble', ChatBubble)
