/** Sent by the gateway; `message` is what the device put into its display buffer. */
export interface Alarm {
  id: number;
  station: string;
  message: string;
  severity: number;
}
