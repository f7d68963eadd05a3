export interface Draft {
  id: string;
  subject: string;
  html: string;
  updatedBy: string;
  updatedAt: string;
}

export interface Recipient {
  email: string;
  firstName: string;
  company?: string;
}
