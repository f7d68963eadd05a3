interface Props {
  failed?: boolean;
}

export function SignIn({ failed }: Props) {
  return (
    <main className="sign-in">
      <h1>Find a tandem partner</h1>
      {failed && <p role="alert">That did not work, please try again.</p>}
      <a className="button" href="/oauth/start">
        Continue with GitLab
      </a>
    </main>
  );
}
