import { isIngestClient } from "./ingest-auth";
import { parseBatch, store } from "./batches";

const key = Bun.env.INGEST_KEY;
if (!key || key.length < 32) {
  console.error("INGEST_KEY must have at least 32 characters");
  process.exit(1);
}

Bun.serve({
  port: Number(Bun.env.PORT ?? 8080),
  maxRequestBodySize: 1024 * 1024,
  async fetch(req) {
    const { pathname } = new URL(req.url);
    if (pathname === "/healthz") return new Response("ok");
    if (pathname !== "/v1/batches" || req.method !== "POST") {
      return new Response("not found", { status: 404 });
    }
    if (!isIngestClient(req, key)) return new Response("unauthorized", { status: 401 });

    const batch = parseBatch(await req.text());
    if (!batch) return new Response("bad batch", { status: 400 });
    await store(batch);
    return new Response(null, { status: 202 });
  },
});
