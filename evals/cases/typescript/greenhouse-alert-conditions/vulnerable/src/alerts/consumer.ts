import type { Consumer } from 'kafkajs';
import { log } from '../log';
import { notifyGrower } from './notify';
import { fires } from './evaluate';
import type { RuleStore } from './rule-store';

export async function consumeReadings(consumer: Consumer, rules: RuleStore): Promise<void> {
  await consumer.subscribe({ topic: 'readings' });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { houseId, ...reading } = JSON.parse(message.value?.toString() ?? '{}');
      for (const rule of await rules.forHouse(houseId)) {
        try {
          if (fires(rule, reading)) {
            await notifyGrower(rule, reading);
          }
        } catch (error) {
          log.warn({ ruleId: rule.id, error }, 'rule could not be evaluated');
        }
      }
    },
  });
}
