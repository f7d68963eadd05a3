export interface Customer {
  id: string;
  firstName: string;
  fullName: string;
  email: string;
}

export interface Salon {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
}

export interface Service {
  name: string;
  minutes: number;
  priceCents: number;
}

export interface Appointment {
  id: string;
  salonId: string;
  customer: Customer;
  service: Service['name'];
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
}

export const isUpcoming = (appointment: Appointment, now = new Date()): boolean =>
  appointment.cancelledAt === null && appointment.startsAt > now;
