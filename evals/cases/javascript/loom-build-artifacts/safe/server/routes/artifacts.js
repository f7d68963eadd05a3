import { Router } from 'express'

export default function artifacts (store) {
  const router = Router()

  router.get('/', async (req, res) => {
    const items = await store.artifacts.list(res.locals.build.id)
    res.json(items.map(({ id, name, size }) => ({ id, name, size })))
  })

  router.get('/:artifactId', async (req, res, next) => {
    const buildId = res.locals.build.id
    const item = await store.artifacts.find(buildId, Number(req.params.artifactId))
    if (!item) return res.status(404).json({ error: 'no such artifact' })

    res.attachment(item.name)
    res.type('application/octet-stream')
    store.blobs.read(item.blobId).on('error', next).pipe(res)
  })

  return router
}
