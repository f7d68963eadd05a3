import { marked } from 'marked'
import hljs from 'highlight.js/lib/common'
import { escapeHtml } from './escape.js'

const SCHEMES = new Set(['http:', 'https:', 'mailto:'])

function allowedHref(href) {
  try {
    return SCHEMES.has(new URL(href, window.location.href).protocol)
  } catch {
    return false
  }
}

function isExternal(href) {
  return /^(https?:)?\/\//i.test(href) && !href.startsWith(window.location.origin)
}

const renderer = {
  // notes are shared between members: no markup of their own
  html({ text }) {
    return escapeHtml(text)
  },

  link({ href, title, tokens }) {
    const text = this.parser.parseInline(tokens)
    if (!allowedHref(href)) return text
    const caption = title ? ` title="${escapeHtml(title)}"` : ''
    const target = isExternal(href) ? ' target="_blank" rel="noopener noreferrer"' : ''
    return `<a href="${escapeHtml(href)}"${target}${caption}>${text}</a>`
  },

  image({ href, text }) {
    if (!allowedHref(href)) return escapeHtml(text)
    return `<img src="${escapeHtml(href)}" alt="${escapeHtml(text)}" loading="lazy">`
  },

  code({ text, lang }) {
    if (lang && hljs.getLanguage(lang)) {
      const { value } = hljs.highlight(text, { language: lang })
      return `<pre><code class="hljs">${value}</code></pre>`
    }
    return `<pre><code>${escapeHtml(text)}</code></pre>`
  },
}

marked.use({ gfm: true, breaks: true, renderer })

export function renderNote(element, source) {
  element.innerHTML = marked.parse(source)
}
