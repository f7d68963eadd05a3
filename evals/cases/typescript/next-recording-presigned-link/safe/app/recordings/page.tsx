import { redirect } from 'next/navigation';
import { auth } from '@/auth';
import { db } from '@/lib/db';
import { DownloadButton } from './download-button';

export default async function RecordingsPage() {
  const session = await auth();
  if (!session?.user) redirect('/sign-in');

  const recordings = await db.recording.findMany({
    where: { organisationId: session.user.organisationId },
    orderBy: { startedAt: 'desc' },
    take: 50,
  });

  return (
    <ul>
      {recordings.map((r) => (
        <li key={r.id}>
          {r.title} · {r.startedAt.toLocaleDateString()}
          <DownloadButton objectKey={r.objectKey} />
        </li>
      ))}
    </ul>
  );
}
