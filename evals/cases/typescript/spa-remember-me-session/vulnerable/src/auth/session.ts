import { http } from '../lib/http';

interface TokenResponse {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

type Listener = (signedIn: boolean) => void;

const STORAGE_KEY = 'acme.session';

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

  /** Called once when the app starts. */
  async restore(): Promise<boolean> {
    const stored = window.localStorage.getItem(STORAGE_KEY);
    if (!stored) return false;
    const { refreshToken } = JSON.parse(stored) as TokenResponse;
    const tokens = await http.post<TokenResponse>('/auth/refresh', { refreshToken });
    this.apply(tokens);
    return true;
  }

  async signOut(): Promise<void> {
    await http.post('/auth/logout', {});
    this.tokens = null;
    window.localStorage.removeItem(STORAGE_KEY);
    this.emit();
  }

  private apply(tokens: TokenResponse): void {
    this.tokens = tokens;
    window.localStorage.setItem(STORAGE_KEY, JSON.stringify(tokens));
    this.emit();
  }

  private emit(): void {
    this.listeners.forEach((listener) => listener(this.tokens !== null));
  }
}

export const session = new Session();
