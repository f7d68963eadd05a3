import { hub } from './hub.js';

const MAX_RIDES = 20;

const reply = (client, message) => client.socket.send(JSON.stringify(message));

const commands = {
  async ping(client) {
    reply(client, { type: 'pong' });
  },

  // { rideIds: [...] }; replaces what the connection followed before
  async follow(client, { rideIds }) {
    if (!Array.isArray(rideIds) || rideIds.length > MAX_RIDES) {
      return reply(client, { type: 'error', reason: 'rideIds expected' });
    }
    const ids = [...new Set(rideIds.filter((id) => typeof id === 'string'))];
    hub.leave(client);
    for (const rideId of ids) {
      hub.join(rideId, client);
    }
    reply(client, { type: 'following', rideIds: ids });
  },
};

export async function runCommand(client, raw) {
  try {
    const { type, ...args } = JSON.parse(raw.toString());
    if (!Object.hasOwn(commands, type)) return;
    await commands[type](client, args);
  } catch {
    reply(client, { type: 'error', reason: 'bad message' });
  }
}
