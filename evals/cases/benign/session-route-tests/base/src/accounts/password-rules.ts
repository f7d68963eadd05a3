export function problems(password: string): string[] {
  return password.length < 12 ? ["too-short"] : [];
}
