const topics = new Map();

export const hub = {
  join(rideId, client) {
    if (!topics.has(rideId)) topics.set(rideId, new Set());
    topics.get(rideId).add(client);
  },

  leave(client) {
    for (const [rideId, members] of topics) {
      members.delete(client);
      if (members.size === 0) topics.delete(rideId);
    }
  },

  // called by the position consumer for every fix a driver sends
  publish(rideId, position) {
    const text = JSON.stringify({ type: 'position', rideId, ...position });
    for (const client of topics.get(rideId) ?? []) client.socket.send(text);
  },
};
