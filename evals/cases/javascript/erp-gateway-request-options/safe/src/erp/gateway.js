'use strict';

const fs = require('fs');
const https = require('https');
const axios = require('axios');
const config = require('../config');
const logger = require('../logger');

// the gateway's certificate is issued by our internal PKI
const agent = new https.Agent({
  keepAlive: true,
  maxSockets: 8,
  ca: fs.readFileSync(config.erp.caFile),
});

const client = axios.create({
  baseURL: `https://${config.erp.host}:8443/api/v2`,
  httpsAgent: agent,
  timeout: 15000,
  auth: {
    username: config.erp.user,
    password: fs.readFileSync(config.erp.passwordFile, 'utf8').trim(),
  },
});

client.interceptors.response.use(null, (err) => {
  logger.warn('ERP gateway: %s %s', err.config && err.config.url, err.response ? err.response.status : err.code);
  return Promise.reject(err);
});

async function fetchOrder(orderNo) {
  const { data } = await client.get(`/orders/${encodeURIComponent(orderNo)}`);
  return data;
}

async function pushInvoice(invoice) {
  const { data } = await client.post('/invoices', {
    number: invoice.number,
    order: invoice.orderNo,
    net: invoice.netCents / 100,
    currency: invoice.currency,
  });
  return data.documentId;
}

module.exports = { fetchOrder, pushInvoice };
