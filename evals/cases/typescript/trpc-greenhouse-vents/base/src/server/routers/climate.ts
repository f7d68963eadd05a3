import { z } from 'zod';
import { publicProcedure, growerProcedure, router } from '../trpc';

const zone = z.enum(['north', 'south', 'nursery']);

const celsius = (raw: number) => Math.round(raw * 10) / 10;

export const climate = router({
  // shown on the board at the entrance as well
  current: publicProcedure.input(z.object({ zone })).query(async ({ input, ctx }) => {
    const reading = await ctx.sensors.latest(input.zone);
    return reading && { at: reading.at, temperature: celsius(reading.t), humidity: reading.h };
  }),

  setTarget: growerProcedure
    .input(z.object({ zone, temperature: z.number().min(2).max(40) }))
    .mutation(async ({ input, ctx }) => {
      await ctx.targets.save(input.zone, input.temperature, ctx.grower.id);
      return { ok: true };
    }),

  history: growerProcedure
    .input(z.object({ zone, days: z.number().int().min(1).max(30).default(7) }))
    .query(({ input, ctx }) => ctx.sensors.history(input.zone, input.days)),
});
