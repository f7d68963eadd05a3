import DOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'
import { computed, unref } from 'vue'

const md = new MarkdownIt({ html: true, linkify: true, breaks: true })

const WORDS_PER_MINUTE = 200

export function useMarkdown(source) {
  const html = computed(() => DOMPurify.sanitize(md.render(unref(source) ?? '')))

  const minutes = computed(() => {
    const words = (unref(source) ?? '').trim().split(/\s+/).length
    return Math.max(1, Math.round(words / WORDS_PER_MINUTE))
  })

  return { html, minutes }
}
