import { loadMessages } from '../lib/messages'
import { remember, recall } from '../lib/prefs'

const grid = document.querySelector<HTMLElement>('#languages')!
const params = new URLSearchParams(window.location.search)

function whereTo (fallback: string): string {
  const back = params.get('back')
  return back ?? fallback
}

async function choose (code: string): Promise<void> {
  remember('language', code)
  document.documentElement.lang = code
  await loadMessages(code)
  const target = whereTo('/start')
  window.location.assign(target)
}

for (const button of grid.querySelectorAll<HTMLButtonElement>('button[data-code]')) {
  button.setAttribute('aria-pressed', String(button.dataset.code === recall('language')))
  button.addEventListener('click', () => {
    choose(button.dataset.code!).catch(() => {
      button.classList.add('is-broken')
    })
  })
}

document.addEventListener('keydown', event => {
  const n = Number(event.key)
  if (n > 0) (grid.children[n - 1] as HTMLElement | undefined)?.click()
})
