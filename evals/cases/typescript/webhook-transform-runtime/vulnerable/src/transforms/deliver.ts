import type { Delivery } from '../deliveries';
import { post } from '../http';
import { runTransform, TransformError } from './run-transform';

export async function deliver(delivery: Delivery): Promise<'sent' | 'rejected'> {
  const { endpoint, event } = delivery;
  let payload: unknown = event;
  if (endpoint.transform) {
    try {
      payload = await runTransform(endpoint.transform, event);
    } catch (error) {
      if (!(error instanceof TransformError)) throw error;
      await delivery.reject(error.message);
      return 'rejected';
    }
  }
  await post(endpoint, payload);
  return 'sent';
}
