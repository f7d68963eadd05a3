const REPOSITORY = "https://git.internal.example/docs/handbook.git";

export async function buildPreview(branch: string): Promise<boolean> {
  const workdir = await Deno.makeTempDir({ prefix: "preview-" });
  try {
    const clone = new Deno.Command("git", {
      args: ["clone", "--depth", "1", `--branch=${branch}`, "--", REPOSITORY, workdir],
      stdout: "null",
    });
    if (!(await clone.output()).success) return false;

    const media = new Deno.Command("git", { args: ["-C", workdir, "lfs", "pull"], stdout: "null" });
    if (!(await media.output()).success) return false;

    const site = new Deno.Command("hugo", {
      args: ["--source", workdir, "--destination", "/srv/previews/current"],
      stdout: "null",
    });
    return (await site.output()).success;
  } finally {
    await Deno.remove(workdir, { recursive: true });
  }
}
