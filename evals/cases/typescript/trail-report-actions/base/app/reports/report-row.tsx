import Link from 'next/link';
import { assignToMe } from './actions';
import type { ReportSummary } from '@/lib/reports';

export function ReportRow({ report, isRanger }: { report: ReportSummary; isRanger: boolean }) {
  return (
    <tr>
      <td>
        <Link href={`/reports/${report.id}`}>{report.title}</Link>
      </td>
      <td>{report.trail}</td>
      <td>{report.reportedAt.toLocaleDateString()}</td>
      <td>
        {isRanger && (
          <form action={assignToMe.bind(null, report.id)}>
            <button>Assign to me</button>
          </form>
        )}
      </td>
    </tr>
  );
}
