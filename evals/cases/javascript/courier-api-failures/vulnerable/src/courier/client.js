const axios = require('axios');
const log = require('../log').child({ module: 'courier' });
const { tokens } = require('./tokens');

const http = axios.create({
  baseURL: process.env.COURIER_URL,
  timeout: 8000,
});

http.interceptors.request.use(async (config) => {
  config.headers.set('Authorization', `Bearer ${await tokens.current()}`);
  return config;
});

http.interceptors.response.use(undefined, (error) => {
  log.error(
    {
      reason: error.message,
      request: error.config,
      status: error.response?.status,
    },
    'courier call failed',
  );
  return Promise.reject(error);
});

async function book(parcel) {
  const { data } = await http.post('/v2/shipments', {
    weight: parcel.grams,
    from: parcel.depot,
    to: parcel.zone,
    reference: parcel.id,
  });
  return data.shipmentId;
}

async function track(shipmentId) {
  const { data } = await http.get(`/v2/shipments/${encodeURIComponent(shipmentId)}/events`);
  return data.events.map(({ at, code }) => ({ at: new Date(at), code }));
}

module.exports = { book, track };
