import { loadMessages } from '../lib/messages'
import { remember, recall } from '../lib/prefs'

const grid = document.querySelector<HTMLElement>('#languages')!

async function choose (code: string): Promise<void> {
  remember('language', code)
  document.documentElement.lang = code
  await loadMessages(code)
  window.location.assign('/start')
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
