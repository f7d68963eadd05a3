// Runs on the customer's page, next to the booking iframe.
import { resizeFrame, closeFrame } from './frame.js';
import { setVisitor, clearVisitor } from './visitor.js';

let removeListener = null;

const handlers = Object.assign(Object.create(null), {
  'booking:resize': ({ height }, { frame }) => resizeFrame(frame, height),
  'booking:close': (_payload, { frame }) => {
    closeFrame(frame);
    clearVisitor();
  },
  'booking:visitor': ({ id, email }) => setVisitor({ id, email }),
  'booking:done': ({ reference }, { onBooked }) => onBooked(reference),
});

export function startBridge(config) {
  function onMessage(event) {
    const handler = handlers[event.data?.type];
    if (handler) {
      handler(event.data.payload, config);
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
