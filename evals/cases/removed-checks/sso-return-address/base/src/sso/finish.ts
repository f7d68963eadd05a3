import type { FastifyInstance } from "fastify";

import { exchangeCode } from "./provider";

interface FinishQuery {
  code: string;
  state: string;
  returnTo?: string;
}

const querySchema = {
  type: "object",
  required: ["code", "state"],
  properties: {
    code: { type: "string", maxLength: 512 },
    state: { type: "string", maxLength: 128 },
    returnTo: { type: "string", maxLength: 1024 },
  },
} as const;

function isLocal(address: string): boolean {
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(address);
}

export async function ssoRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: FinishQuery }>("/sso/finish", { schema: { querystring: querySchema } }, async (request, reply) => {
    const { code, state, returnTo = "/" } = request.query;
    if (state !== request.session.get("ssoState")) {
      return reply.code(400).send({ message: "The sign-on took too long, please try again." });
    }
    const identity = await exchangeCode(code);
    await request.session.regenerate();
    request.session.set("subject", identity.subject);
    const target = isLocal(returnTo) ? returnTo : "/";
    return reply.redirect(target, 303);
  });
}
