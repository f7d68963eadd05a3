'use strict';

const transportFor = require('./transports');
const { newTendersFor, subscribers } = require('./tenders');
const { digestHtml } = require('./digest-html');

/** Runs at six every morning. */
async function main() {
  const transport = transportFor(process.env);
  let failed = 0;

  for await (const subscriber of subscribers()) {
    const tenders = await newTendersFor(subscriber);
    if (!tenders.length) continue;
    try {
      await transport.sendMail({
        from: 'Tenders <tenders@vergabe.example>',
        to: subscriber.email,
        subject: `${tenders.length} new tenders`,
        html: digestHtml(subscriber, tenders),
      });
    } catch (err) {
      failed += 1;
      console.error('digest for subscriber %d failed: %s', subscriber.id, err.code);
    }
  }
  process.exitCode = failed ? 1 : 0;
}

main();
