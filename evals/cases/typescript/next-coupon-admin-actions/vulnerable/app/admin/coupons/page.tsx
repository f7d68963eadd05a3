import { requireAdmin } from '@/lib/require-admin';
import { db } from '@/lib/db';
import { createCoupon, deactivateCoupon } from './actions';

export default async function CouponsPage() {
  await requireAdmin();
  const coupons = await db.coupon.findMany({ where: { active: true }, orderBy: { code: 'asc' } });

  return (
    <main>
      <form action={createCoupon}>
        <input name="code" required />
        <input name="percent" type="number" min={1} max={80} required />
        <button>Create</button>
      </form>
      <ul>
        {coupons.map((coupon) => (
          <li key={coupon.id}>
            {coupon.code} (−{coupon.percent}%)
            <form action={deactivateCoupon}>
              <input type="hidden" name="id" value={coupon.id} />
              <button>Deactivate</button>
            </form>
          </li>
        ))}
      </ul>
    </main>
  );
}
