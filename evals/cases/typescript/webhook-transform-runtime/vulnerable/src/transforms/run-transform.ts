import vm from 'node:vm';

export class TransformError extends Error {}

const TIMEOUT = 250;

/**
 * Runs a customer's transform, `(event) => payload`, over an event before we deliver it.
 * The code is what the customer typed into the dashboard.
 */
export async function runTransform(code: string, event: Record<string, unknown>): Promise<unknown> {
  try {
    const context = vm.createContext({ event: structuredClone(event) }, { codeGeneration: { strings: false, wasm: false } });
    return vm.runInContext(`(${code})(event)`, context, { timeout: TIMEOUT });
  } catch (error) {
    throw new TransformError(error instanceof Error ? error.message : String(error));
  }
}
