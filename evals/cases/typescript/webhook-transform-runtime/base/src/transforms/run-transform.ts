import ivm from 'isolated-vm';

export class TransformError extends Error {}

const TIMEOUT = 250;

/**
 * Runs a customer's transform, `(event) => payload`, over an event before we deliver it.
 * The code is what the customer typed into the dashboard.
 */
export async function runTransform(code: string, event: Record<string, unknown>): Promise<unknown> {
  const isolate = new ivm.Isolate({ memoryLimit: 32 });
  try {
    const context = await isolate.createContext();
    return await context.evalClosure(`return (${code})($0);`, [event], {
      arguments: { copy: true },
      result: { copy: true },
      timeout: TIMEOUT,
    });
  } catch (error) {
    throw new TransformError(error instanceof Error ? error.message : String(error));
  } finally {
    if (!isolate.isDisposed) isolate.dispose();
  }
}
