import { marked } from 'marked'

marked.setOptions({ gfm: true, breaks: true })

/** Markdown of recipes and comments as HTML. */
export function toHtml(source: string): string {
  return marked.parse(source, { async: false }) as string
}

export function firstLine(source: string): string {
  return source.split('\n', 1)[0].replace(/^#+\s*/, '')
}
