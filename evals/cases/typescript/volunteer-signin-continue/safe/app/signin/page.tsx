import { SigninForm } from './signin-form';

type Props = { searchParams: Promise<{ continue?: string }> };

export default async function SigninPage({ searchParams }: Props) {
  const { continue: target } = await searchParams;
  return (
    <main className="mx-auto max-w-sm py-16">
      <h1 className="text-2xl">Volunteer sign-in</h1>
      <SigninForm continueTo={target ?? ''} />
    </main>
  );
}
