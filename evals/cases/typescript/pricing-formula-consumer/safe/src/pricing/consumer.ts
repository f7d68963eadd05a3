import { SQSHandler } from 'aws-lambda';
import { z } from 'zod';
import { compileFormula } from './formula';
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
      const { margin, formula } = await prices.settingsOf(message.merchantId);
      const { merchantId, sku, cost, stock } = message;
      const price = compileFormula(formula ?? 'cost * (1 + margin)')({ cost, stock, margin });
      if (!Number.isFinite(price) || price < 0) throw new RangeError('price is not a number');
      await prices.save(merchantId, sku, price);
    } catch (err) {
      console.error('pricing message failed', record.messageId, err);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};
