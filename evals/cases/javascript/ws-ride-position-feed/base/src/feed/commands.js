import { rides } from '../rides/store.js';
import { hub } from './hub.js';

const reply = (client, message) => client.socket.send(JSON.stringify(message));

const commands = {
  async ping(client) {
    reply(client, { type: 'pong' });
  },

  async follow(client, { rideId }) {
    if (typeof rideId !== 'string') {
      return reply(client, { type: 'error', reason: 'rideId expected' });
    }
    if (!(await rides.isParticipant(rideId, client.userId))) {
      return reply(client, { type: 'error', reason: 'unknown ride' });
    }
    hub.join(rideId, client);
    reply(client, { type: 'following', rideId });
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
