import { defineComponent, h, onMounted, ref } from 'vue'
import { api } from '../api'
import { linkify } from './linkify'

export default defineComponent({
  name: 'AlertList',
  props: {
    greenhouse: { type: String, required: true },
  },
  setup(props) {
    const alerts = ref([])
    const failed = ref(false)

    onMounted(async () => {
      try {
        // messages are typed in by whoever raised the alert
        alerts.value = await api.get(`/greenhouses/${encodeURIComponent(props.greenhouse)}/alerts`)
      } catch {
        failed.value = true
      }
    })

    return () =>
      failed.value
        ? h('p', { class: 'error' }, 'Could not load alerts')
        : h(
            'ul',
            { class: 'alerts' },
            alerts.value.map((alert) =>
              h('li', { key: alert.id, class: `level-${alert.level}` }, [
                h('time', alert.raisedAt),
                h('span', { innerHTML: linkify(alert.message) }),
              ]),
            ),
          )
  },
})
