import { verifySignature } from "./signature.ts";
import { buildPreview } from "./builder.ts";

const secret = Deno.env.get("FORGE_WEBHOOK_SECRET");
if (!secret) throw new Error("FORGE_WEBHOOK_SECRET is not set");

Deno.serve({ hostname: "127.0.0.1", port: 8787 }, async (req) => {
  if (req.method !== "POST") return new Response(null, { status: 405 });

  const body = await req.text();
  if (!(await verifySignature(secret, body, req.headers.get("x-forge-signature")))) {
    return new Response("bad signature", { status: 401 });
  }

  const event = JSON.parse(body);
  if (event.ref !== "refs/heads/main") return new Response("ignored");
  const ok = await buildPreview();
  return new Response(ok ? "built" : "failed", { status: ok ? 200 : 500 });
});
