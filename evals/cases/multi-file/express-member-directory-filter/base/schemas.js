'use strict';

const { z } = require('zod');

const name = z.string().trim().min(1).max(80);

exports.directoryFilter = z
  .object({
    town: name.optional(),
    trade: name.optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  })
  .strict();

exports.profile = z.object({ name, town: name, trade: name }).strict();
