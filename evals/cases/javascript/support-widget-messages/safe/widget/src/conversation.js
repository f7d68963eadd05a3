const RECONNECT_MS = 3000;

const timeFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

function element(tag, className, text) {
  const node = document.createElement(tag);
  node.className = className;
  if (text) node.textContent = text;
  return node;
}

export class Conversation {
  constructor(root, url) {
    this.root = root;
    this.url = url;
    this.list = element('ol', 'sw-messages');
    this.status = element('p', 'sw-status', 'Connecting…');
    this.root.append(this.status, this.list);
  }

  connect() {
    this.socket = new WebSocket(this.url);
    this.socket.addEventListener('open', () => this.setStatus('Connected'));
    this.socket.addEventListener('close', () => {
      this.setStatus('Connection lost, trying again…');
      setTimeout(() => this.connect(), RECONNECT_MS);
    });
    this.socket.addEventListener('message', ({ data }) => this.receive(JSON.parse(data)));
  }

  setStatus(text) {
    this.status.textContent = text;
  }

  receive(frame) {
    switch (frame.type) {
      case 'typing':
        this.setStatus(`${frame.from} is typing…`);
        break;
      case 'message':
        this.append(frame);
        break;
      default:
        break;
    }
  }

  append({ from, text, sentAt, own }) {
    const item = element('li', own ? 'sw-own' : 'sw-other');
    item.append(
      element('span', 'sw-author', from),
      element('time', 'sw-time', timeFormat.format(new Date(sentAt))),
      ...text.split('\n').map((line) => element('p', 'sw-line', line)),
    );
    this.list.append(item);
    item.scrollIntoView({ block: 'end' });
  }
}
