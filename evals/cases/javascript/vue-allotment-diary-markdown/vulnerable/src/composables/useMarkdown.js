import { marked } from 'marked'
import { computed, unref } from 'vue'

marked.use({ gfm: true, breaks: true })

const WORDS_PER_MINUTE = 200

export function useMarkdown(source) {
  const html = computed(() => marked.parse(unref(source) ?? ''))

  const minutes = computed(() => {
    const words = (unref(source) ?? '').trim().split(/\s+/).length
    return Math.max(1, Math.round(words / WORDS_PER_MINUTE))
  })

  return { html, minutes }
}
