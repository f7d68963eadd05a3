import type { ActionFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { verifyLogin } from '~/session/accounts.server';
import { commitLogin } from '~/session/storage.server';
import { backTo } from '~/session/redirects.server';

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const account = await verifyLogin(String(form.get('email') ?? ''), String(form.get('password') ?? ''));
  if (!account) {
    return json({ error: 'Email and password do not match' }, { status: 400 });
  }
  return backTo(request, { headers: { 'Set-Cookie': await commitLogin(request, account.id) } });
}

export default function Login() {
  const result = useActionData<typeof action>();
  return (
    <Form method="post">
      <label>
        Email <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      {result?.error ? <p role="alert">{result.error}</p> : null}
      <button>Log in</button>
    </Form>
  );
}
