'use strict';

const { WebSocketServer } = require('ws');
const { sceneSchema } = require('./scene-schema');

/** The operators' tablets; `authenticate` has looked at the upgrade request. */
module.exports = function attach(server, desk, authenticate) {
  const wss = new WebSocketServer({ server, maxPayload: 64 * 1024, verifyClient: authenticate });

  const handlers = {
    replace: ({ id, scene }) => desk.replaceScene(id, sceneSchema.parse(scene)),
    patch: ({ id, path, level }) => desk.patchScene(id, String(path), Number(level)),
  };

  wss.on('connection', (ws) => {
    ws.on('message', (data) => {
      let ok = false;
      try {
        const message = JSON.parse(data);
        if (Object.hasOwn(handlers, message.type)) ok = handlers[message.type](message);
      } catch (err) {
        ws.send(JSON.stringify({ error: 'bad message' }));
        return;
      }
      ws.send(JSON.stringify({ ok }));
    });
  });

  return wss;
};
