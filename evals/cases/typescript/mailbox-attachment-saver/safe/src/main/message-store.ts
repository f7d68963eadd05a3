import type { Readable } from 'node:stream';

export interface Attachment {
  id: number;
  messageId: number;
  /** From Content-Disposition, decoded. */
  fileName: string;
  contentType: string;
  size: number;
}

export interface Message {
  id: number;
  folder: string;
  from: string;
  subject: string;
  receivedAt: Date;
}

/** Messages and what belongs to them, as far as they were fetched already. */
export interface MessageStore {
  message(messageId: number): Promise<Message>;
  messagesIn(folder: string, limit: number): Promise<Message[]>;
  attachmentsOf(messageId: number): Promise<Attachment[]>;
  attachment(messageId: number, attachmentId: number): Promise<Attachment>;
  content(attachment: Attachment): Promise<Buffer>;
  stream(attachment: Attachment): Promise<Readable>;
  /** Throws away what was fetched, not what is on the server. */
  forget(messageId: number): Promise<void>;
}
