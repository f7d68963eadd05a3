import type { Request, Response } from 'express'
import { z } from 'zod'
import { theatres } from '../db/theatres'

const Settings = z.object({
  locale: z.enum(['en-GB', 'de-DE', 'fr-FR']),
  // may name the guest and so on: {{ name }}, {{ play }}, {{ seat }}, {{ starts }}
  intro: z.string().max(4000).optional(),
})

/** PUT /theatre/mail-settings, behind requireTheatre */
export async function putSettings(req: Request, res: Response): Promise<void> {
  const parsed = Settings.safeParse(req.body)
  if (!parsed.success) {
    res.status(422).json({ issues: parsed.error.issues })
    return
  }
  await theatres.saveMailSettings(req.theatre!.id, parsed.data)
  res.sendStatus(204)
}
