import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { ClipExporter } from './ffmpeg'

interface ClipBody {
  lectureId: string
  start: string
  end: string
  speaker: string
}

const bodySchema = {
  type: 'object',
  required: ['lectureId', 'start', 'end', 'speaker'],
  additionalProperties: false,
  properties: {
    lectureId: { type: 'string', format: 'uuid' },
    start: { type: 'string', maxLength: 16 },
    end: { type: 'string', maxLength: 16 },
    speaker: { type: 'string', maxLength: 80 }
  }
}

export async function clipRoutes (app: FastifyInstance): Promise<void> {
  const exporter = new ClipExporter(app.config.ffmpeg)

  app.post<{ Body: ClipBody }>('/clips', { onRequest: [app.requireLecturer], schema: { body: bodySchema } }, async (request, reply) => {
    const lecture = await app.lectures.findOwn(request.body.lectureId, request.user.id)
    if (!lecture) return reply.code(404).send({ error: 'No such lecture' })

    const id = randomUUID()
    const { start, end, speaker } = request.body
    await exporter.export({
      source: lecture.file,
      target: path.join(app.config.clipDir, `${id}.mp4`),
      start,
      end,
      artist: speaker
    })
    return reply.code(201).send({ id })
  })
}
