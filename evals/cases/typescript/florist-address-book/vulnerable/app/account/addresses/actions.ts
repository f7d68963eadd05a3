'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';

import { getSession } from '@/lib/session';
import { prisma } from '@/lib/prisma';

const Address = z.object({
  label: z.string().trim().min(1).max(40),
  recipient: z.string().trim().min(1).max(100),
  street: z.string().trim().min(1).max(120),
  postcode: z.string().trim().min(3).max(12),
  city: z.string().trim().min(1).max(80),
});

const Relabel = Address.pick({ label: true }).extend({ id: z.string().cuid() });

async function customerId(): Promise<string> {
  const session = await getSession();
  if (!session) {
    redirect('/sign-in');
  }
  return session.customerId;
}

export async function addAddress(_previous: unknown, form: FormData) {
  const customer = await customerId();
  const parsed = Address.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    return { errors: parsed.error.flatten().fieldErrors };
  }
  await prisma.deliveryAddress.create({ data: { ...parsed.data, customerId: customer } });
  revalidatePath('/account/addresses');
  return { errors: {} };
}

export async function removeAddress(addressId: string) {
  await customerId();
  await prisma.deliveryAddress.delete({
    where: { id: addressId },
  });
  revalidatePath('/account/addresses');
}

export async function relabelAddress(form: FormData) {
  await customerId();
  const { id, label } = Relabel.parse(Object.fromEntries(form));
  await prisma.deliveryAddress.update({ where: { id }, data: { label } });
  revalidatePath('/account/addresses');
}
