import { rm, stat } from "node:fs/promises";
import { build } from "esbuild";

const LIMIT = 60 * 1024;

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/index.js"],
  outdir: "dist",
  bundle: true,
  minify: true,
  sourcemap: true,
  format: "esm",
});

const { size } = await stat("dist/index.js");
console.log(`dist/index.js: ${size} bytes`);
if (size > LIMIT) {
  console.error(`the bundle is larger than ${LIMIT} bytes`);
  process.exitCode = 1;
}
