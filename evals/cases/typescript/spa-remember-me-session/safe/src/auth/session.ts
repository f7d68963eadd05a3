import { http } from '../lib/http';

interface TokenResponse {
  accessToken: string;
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

  /** Called once when the app starts. The refresh token is an HttpOnly cookie set by /auth/token. */
  async restore(): Promise<boolean> {
    try {
      const tokens = await http.post<TokenResponse>('/auth/refresh', undefined, { credentials: 'include' });
      this.apply(tokens);
      return true;
    } catch {
      return false;
    }
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
