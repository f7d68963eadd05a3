import { describe, expect, it } from "vitest";

import { render } from "./NotePreview";

describe("render", () => {
  it.each([
    ["**bold**", "<strong>bold</strong>"],
    ["[docs](https://docs.example)", 'href="https://docs.example"'],
  ])("%s", (markdown, expected) => {
    expect(render(markdown)).toContain(expected);
  });

  it.each(["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))"])("cleans %s", (markdown) => {
    expect(render(markdown)).not.toMatch(/script|onerror/i);
  });
});
