import { http } from '../lib/http';

interface TokenResponse {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

type Listener = (signedIn: boolean) => void;

export class Session {
  private tokens: TokenResponse | null = null;
  private readonly listeners = new Set<Listener>();

  get accessToken(): string | null {
    return this.tokens?.accessToken ?? null;
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async signIn(email: string, password: string): Promise<void> {
    const tokens = await http.post<TokenResponse>('/auth/token', { email, password });
    this.apply(tokens);
  }

  async signOut(): Promise<void> {
    await http.post('/auth/logout', {});
    this.tokens = null;
    this.emit();
  }

  private apply(tokens: TokenResponse): void {
    this.tokens = tokens;
    this.emit();
  }

  private emit(): void {
    this.listeners.forEach((listener) => listener(this.tokens !== null));
  }
}

export const session = new Session();
