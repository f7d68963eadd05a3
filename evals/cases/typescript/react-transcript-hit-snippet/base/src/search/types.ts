export interface Hit {
  id: string;
  transcriptId: string;
  /** As the participant filled it in on the consent form. */
  participant: string;
  second: number;
  /** Plain text around the hit. */
  snippet: string;
}
