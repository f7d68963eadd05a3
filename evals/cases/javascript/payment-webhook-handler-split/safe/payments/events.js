const subscriptions = require('../models/subscriptions');

module.exports = new Map([
  ['invoice.paid', (invoice) => subscriptions.extend(invoice.customer, invoice.period_end)],
  ['customer.subscription.deleted', (sub) => subscriptions.cancel(sub.customer)],
  ['customer.subscription.updated', (sub) => subscriptions.changePlan(sub.customer, sub.items.data[0].price.id)],
]);
