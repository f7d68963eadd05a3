import { marked } from 'marked';

marked.use({ gfm: true, breaks: true });

/** Mentions such as @jane become links to the agent's page. */
const MENTION = /(^|\s)@([a-z0-9_]{2,32})\b/gi;

export function linkMentions(source: string): string {
  return source.replace(MENTION, (_m, lead: string, handle: string) => `${lead}[@${handle}](/agents/${handle})`);
}

export function renderMarkdown(source: string): string {
  const withLinks = linkMentions(source);
  return marked.parse(withLinks, { async: false }) as string;
}
