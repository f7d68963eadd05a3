import { createHash, timingSafeEqual } from "node:crypto";

const sha256 = (value: string) => createHash("sha256").update(value).digest();

function bearer(req: Request): string | null {
  const header = req.headers.get("authorization") ?? "";
  return header.startsWith("Bearer ") ? header.slice(7) : null;
}

export function isIngestClient(req: Request, keys: readonly string[]): boolean {
  const given = bearer(req);
  if (!given) return false;
  const digest = sha256(given);
  return keys.map((key) => timingSafeEqual(sha256(key), digest)).includes(true);
}
