export interface Mailer {
  send(to: string, template: 'welcome' | 'invoice', data: Record<string, string>): Promise<void>;
}
