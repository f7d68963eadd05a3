import { Router } from 'express'

export default function artifacts (store) {
  const router = Router()

  router.get('/:buildId/artifacts', async (req, res) => {
    const items = await store.artifacts.list(Number(req.params.buildId))
    res.json(items.map(({ id, name, size }) => ({ id, name, size })))
  })

  router.get('/:buildId/artifacts/:artifactId', async (req, res, next) => {
    const buildId = Number(req.params.buildId)
    const item = await store.artifacts.find(buildId, Number(req.params.artifactId))
    if (!item) return res.status(404).json({ error: 'no such artifact' })

    res.attachment(item.name)
    res.type('application/octet-stream')
    store.blobs.read(item.blobId).on('error', next).pipe(res)
  })

  return router
}
