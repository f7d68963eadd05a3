import type { FastifyInstance } from "fastify";

import { exchangeCode } from "./provider";

interface FinishQuery {
  code: string;
  state: string;
  returnTo?: string;
  fragment?: string;
}

const querySchema = {
  type: "object",
  required: ["code", "state"],
  properties: {
    code: { type: "string", maxLength: 512 },
    state: { type: "string", maxLength: 128 },
    returnTo: { type: "string", maxLength: 1024 },
    fragment: { type: "string", maxLength: 128 },
  },
} as const;

const ORIGIN = "https://portal.acme.example";

function withFragment(address: string, fragment?: string): string {
  const url = URL.parse(address, ORIGIN);
  if (url?.origin !== ORIGIN || url.pathname.startsWith("//")) return "/";
  url.hash = fragment ? encodeURIComponent(fragment) : "";
  return `${ORIGIN}${url.pathname}${url.search}${url.hash}`;
}

export async function ssoRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: FinishQuery }>("/sso/finish", { schema: { querystring: querySchema } }, async (request, reply) => {
    const { code, state, returnTo = "/", fragment } = request.query;
    if (state !== request.session.get("ssoState")) {
      return reply.code(400).send({ message: "The sign-on took too long, please try again." });
    }
    const identity = await exchangeCode(code);
    await request.session.regenerate();
    request.session.set("subject", identity.subject);
    return reply.redirect(withFragment(returnTo, fragment), 303);
  });
}
