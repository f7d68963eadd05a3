function bearer(req: Request): string | null {
  const header = req.headers.get("authorization") ?? "";
  return header.startsWith("Bearer ") ? header.slice(7) : null;
}

export function isIngestClient(req: Request, keys: readonly string[]): boolean {
  const given = bearer(req);
  if (!given) return false;
  return keys.includes(given);
}
