export interface Practice {
  id: number;
  name: string;
  replyTo: string;
}

export interface Appointment {
  patientName: string;
  at: Date;
}
