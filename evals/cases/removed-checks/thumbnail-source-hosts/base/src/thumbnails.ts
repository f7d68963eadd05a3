import { Hono } from "hono";
import sharp from "sharp";

import { requireSession } from "./session";

const SOURCE = /^https:\/\/images\.acme\.example\/[\w\-/.]+$/;
const WIDTHS = new Set([64, 128, 256, 512]);
const MAX_BYTES = 10_000_000;

export const thumbnails = new Hono();

thumbnails.use(requireSession);

thumbnails.get("/thumbnail", async (c) => {
  const source = c.req.query("src") ?? "";
  const width = Number(c.req.query("w") ?? 128);
  if (!SOURCE.test(source) || !WIDTHS.has(width)) {
    return c.json({ message: "unknown image" }, 400);
  }
  const response = await fetch(source, {
    redirect: "error",
    signal: AbortSignal.timeout(5_000),
  });
  const length = Number(response.headers.get("content-length") ?? Infinity);
  if (!response.ok || length > MAX_BYTES) {
    return c.json({ message: "the image cannot be read" }, 502);
  }
  const image = await sharp(await response.arrayBuffer()).resize({ width }).webp().toBuffer();
  return c.body(new Uint8Array(image), 200, {
    "Content-Type": "image/webp",
    "Cache-Control": "private, max-age=3600",
  });
});
