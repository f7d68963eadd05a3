interface Props {
  failed?: boolean;
  /** Where the visitor wanted to go. */
  path: string;
}

export function SignIn({ failed, path }: Props) {
  return (
    <main className="sign-in">
      <h1>Find a tandem partner</h1>
      {failed && <p role="alert">That did not work, please try again.</p>}
      <a className="button" href={`/oauth/start?returnTo=${encodeURIComponent(path)}`}>
        Continue with GitLab
      </a>
    </main>
  );
}
