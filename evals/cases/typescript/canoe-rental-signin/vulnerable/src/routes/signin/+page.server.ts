import { fail, redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { limiter } from '$lib/server/limiter'
import { openSession, verifyPassword } from '$lib/server/accounts'
import type { Actions, PageServerLoad } from './$types'

const Credentials = z.object({
  email: z.string().email().max(200),
  password: z.string().min(1).max(200),
})

export const load: PageServerLoad = ({ locals }) => {
  if (locals.customer) redirect(303, '/bookings')
}

export const actions: Actions = {
  default: async ({ request, cookies, getClientAddress, url }) => {
    if (!(await limiter.take(getClientAddress()))) {
      return fail(429, { message: 'Too many attempts, please wait a minute.' })
    }

    const form = Credentials.safeParse(Object.fromEntries(await request.formData()))
    const customer = form.success && (await verifyPassword(form.data.email, form.data.password))
    if (!customer) {
      return fail(400, { message: 'Wrong address or password.' })
    }

    const { token, expires } = await openSession(customer.id)
    cookies.set('sid', token, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', expires })
    const back = url.searchParams.get('back') ?? '/bookings'
    redirect(303, back)
  },
}
