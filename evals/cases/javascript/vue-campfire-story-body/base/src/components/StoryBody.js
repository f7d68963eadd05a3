import { defineComponent, h, ref, watch } from 'vue'
import { marked } from 'marked'
import { purifyInWorker } from '../workers/purify'
import { useReadingTime } from '../composables/readingTime'

export default defineComponent({
  name: 'StoryBody',

  props: {
    // markdown as the storyteller saved it
    source: { type: String, required: true },
    dense: Boolean
  },

  setup (props) {
    const html = ref('')
    const minutes = useReadingTime(() => props.source)

    watch(
      () => props.source,
      async (source) => {
        const dirty = marked.parse(source, { breaks: true })
        html.value = await purifyInWorker(dirty)
      },
      { immediate: true }
    )

    return () =>
      h('section', { class: ['story', { dense: props.dense }] }, [
        h('small', `${minutes.value} min`),
        h('div', { class: 'prose', innerHTML: html.value })
      ])
  }
})
