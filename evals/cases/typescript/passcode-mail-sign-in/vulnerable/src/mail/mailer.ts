export interface Mailer {
  send(to: string, template: 'welcome' | 'invoice' | 'sign-in-code', data: Record<string, string>): Promise<void>;
}
