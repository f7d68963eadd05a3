import type { Action } from 'svelte/action';
import { lookup } from '$lib/glossary';

export interface HintOptions {
  term: string;
  delay?: number;
}

/** <span use:hint={{ term: 'bourrée' }}>…</span> ; definitions come from the members' glossary. */
export const hint: Action<HTMLElement, HintOptions> = (node, options) => {
  let opts = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let bubble: HTMLDivElement | undefined;

  async function open() {
    const entry = await lookup(opts.term);
    if (!entry || bubble) return;
    bubble = document.createElement('div');
    bubble.className = 'hint';
    bubble.style.whiteSpace = 'pre-line';
    bubble.textContent = entry.definition;
    node.after(bubble);
  }

  const enter = () => {
    timer = setTimeout(open, opts.delay ?? 250);
  };
  const leave = () => {
    clearTimeout(timer);
    bubble?.remove();
    bubble = undefined;
  };

  node.addEventListener('pointerenter', enter);
  node.addEventListener('pointerleave', leave);

  return {
    update(next) {
      opts = next;
    },
    destroy() {
      leave();
      node.removeEventListener('pointerenter', enter);
      node.removeEventListener('pointerleave', leave);
    },
  };
};
