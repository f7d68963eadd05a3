import { SQSHandler } from 'aws-lambda';
import { z } from 'zod';
import { PriceRepository } from './repository';

const Message = z.object({
  merchantId: z.string().uuid(),
  sku: z.string().max(64),
  cost: z.number().nonnegative(),
  stock: z.number().int(),
});

const prices = new PriceRepository();

export const handler: SQSHandler = async (event) => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    try {
      const message = Message.parse(JSON.parse(record.body));
      const margin = await prices.marginOf(message.merchantId);
      await prices.save(message.merchantId, message.sku, message.cost * (1 + margin));
    } catch (err) {
      console.error('pricing message failed', record.messageId, err);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};
