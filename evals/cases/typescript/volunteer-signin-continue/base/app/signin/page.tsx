import { SigninForm } from './signin-form';

export default function SigninPage() {
  return (
    <main className="mx-auto max-w-sm py-16">
      <h1 className="text-2xl">Volunteer sign-in</h1>
      <SigninForm />
    </main>
  );
}
