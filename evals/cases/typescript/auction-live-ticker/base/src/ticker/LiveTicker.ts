import { EventEmitter } from 'eventemitter3';

interface BidEvent {
  type: 'bid';
  lot: number;
  bidder: string;
  cents: number;
}

interface ClosedEvent {
  type: 'closed';
  lot: number;
}

type TickerEvent = BidEvent | ClosedEvent;

const money = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

export class LiveTicker extends EventEmitter<{ closed: [number] }> {
  private readonly list: HTMLOListElement;

  constructor(
    private readonly socket: WebSocket,
    root: HTMLElement,
  ) {
    super();
    this.list = root.appendChild(document.createElement('ol'));
    this.socket.addEventListener('message', (message) => {
      this.handle(JSON.parse(message.data) as TickerEvent);
    });
  }

  private handle(event: TickerEvent): void {
    switch (event.type) {
      case 'bid':
        this.showBid(event);
        break;
      case 'closed':
        this.emit('closed', event.lot);
        break;
    }
  }

  private showBid(bid: BidEvent): void {
    const amount = money.format(bid.cents / 100);
    this.list.textContent = `Lot ${bid.lot}: ${amount} (${bid.bidder})`;
  }
}
