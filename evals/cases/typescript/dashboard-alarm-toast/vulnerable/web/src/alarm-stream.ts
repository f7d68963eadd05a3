import type { Alarm } from './alarm';
import { tray } from './layout';

const LIFETIME = 12_000;

export class AlarmStream extends EventTarget {
  private source: EventSource | null = null;

  open(url: string): void {
    this.source = new EventSource(url, { withCredentials: true });
    this.source.addEventListener('alarm', (event) => {
      const alarm = JSON.parse((event as MessageEvent<string>).data) as Alarm;
      this.dispatchEvent(new CustomEvent('alarm', { detail: alarm }));
      toast(alarm);
    });
  }

  close(): void {
    this.source?.close();
    this.source = null;
  }
}

function toast(alarm: Alarm): void {
  const icon = alarm.severity > 2 ? 'icon-bell' : 'icon-info';
  const body = `<i class="${icon}"></i> <b>${alarm.station}</b> ${alarm.message}`;
  tray.insertAdjacentHTML('beforeend', `<div class="toast">${body}</div>`);
  const box = tray.lastElementChild!;
  window.setTimeout(() => box.remove(), LIFETIME);
}
