'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { requireAdmin } from '@/lib/require-admin';
import { db } from '@/lib/db';

const NewCoupon = z.object({
  code: z.string().trim().toUpperCase().regex(/^[A-Z0-9]{4,16}$/),
  percent: z.coerce.number().int().min(1).max(80),
});

export async function createCoupon(formData: FormData) {
  const admin = await requireAdmin();
  const { code, percent } = NewCoupon.parse(Object.fromEntries(formData));
  await db.coupon.create({ data: { code, percent, createdById: admin.id } });
  revalidatePath('/admin/coupons');
}

const CouponId = z.string().cuid();

export async function deactivateCoupon(formData: FormData) {
  const id = CouponId.parse(formData.get('id'));
  await db.coupon.update({ where: { id }, data: { active: false, endedAt: new Date() } });
  revalidatePath('/admin/coupons');
}
