const Router = require('@koa/router')
const { editorOnly } = require('../auth')
const { fetchCover } = require('./fetch-cover')
const issues = require('../issues')

const router = new Router()

router.post('/issues/:issue/cover', editorOnly, async (ctx) => {
  const issue = await issues.editableBy(ctx.state.editor.id, ctx.params.issue)
  ctx.assert(issue, 404)
  const picture = await fetchCover(String(ctx.request.body.link))
  await issues.saveCover(issue.id, picture)
  ctx.status = 204
})

module.exports = router
