// Runs on the customer's page, next to the booking iframe.
import { resizeFrame, closeFrame } from './frame.js';
import { setVisitor, clearVisitor } from './visitor.js';

let removeListener = null;

export function startBridge(config) {
  function onMessage(event) {
    if (event.origin !== config.appOrigin) return;
    const { type, payload } = event.data || {};
    if (type === 'booking:resize') {
      resizeFrame(config.frame, payload.height);
    } else if (type === 'booking:close') {
      closeFrame(config.frame);
      clearVisitor();
    } else if (type === 'booking:visitor') {
      setVisitor({ id: payload.id, email: payload.email });
    } else if (type === 'booking:done') {
      config.onBooked(payload.reference);
    }
  }

  window.addEventListener('message', onMessage);
  removeListener = () => window.removeEventListener('message', onMessage);
}

export function stopBridge() {
  if (removeListener) {
    removeListener();
    removeListener = null;
  }
}
