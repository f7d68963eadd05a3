import { requireBoard } from '@/lib/auth';
import { db } from '@/lib/db';
import { AssignForm } from './assign-form';
import { ReleaseButton } from './release-button';

export const dynamic = 'force-dynamic';

export default async function PlotsPage() {
  await requireBoard();
  const plots = await db.plot.findMany({ orderBy: { id: 'asc' }, include: { member: true } });

  return (
    <main>
      <h1>Plots</h1>
      <ul>
        {plots.map((plot) => (
          <li key={plot.id}>
            No. {plot.id}: {plot.member?.name ?? 'free'}
            {plot.member ? <ReleaseButton plotId={plot.id} /> : <AssignForm plotId={plot.id} />}
          </li>
        ))}
      </ul>
    </main>
  );
}
