(function () {
  const input = document.querySelector('#work-search')
  const list = document.querySelector('#work-suggestions')
  if (!input || !list) return

  let pending = null

  function show (works, term) {
    list.replaceChildren()
    works.forEach(function (work) {
      const item = document.createElement('li')
      item.dataset.id = work.id
      item.textContent = work.composer + ': ' + work.name
      item.addEventListener('click', function () {
        window.location.assign('/works/' + encodeURIComponent(work.id))
      })
      list.appendChild(item)
    })
    list.hidden = works.length === 0
  }

  function load () {
    const term = input.value.trim()
    if (term.length < 2) {
      list.hidden = true
      return
    }
    if (pending) pending.abort()
    pending = new AbortController()
    fetch('/api/works/suggest?q=' + encodeURIComponent(term), { signal: pending.signal })
      .then(function (res) { return res.ok ? res.json() : [] })
      .then(function (works) { show(works, term) })
      .catch(function (err) {
        if (err.name !== 'AbortError') list.hidden = true
      })
  }

  input.addEventListener('input', load)
})()
