const list = (value) => (value ?? '').split(',').map((s) => s.trim()).filter(Boolean);

export const settings = Object.freeze({
  port: Number(process.env.PORT ?? 8080),
  behindProxy: process.env.BEHIND_PROXY === '1',
  partnerOrigins: list(process.env.PARTNER_ORIGINS),
});
