import { useMemo, type FC } from 'react';
import { Badge } from '../ui/Badge';
import type { TrailReport } from './types';

interface Props {
  report: TrailReport;
  onThank?: (id: string) => void;
}

export const ReportCard: FC<Props> = ({ report, onThank }) => {
  const age = useMemo(() => {
    const days = Math.floor((Date.now() - Date.parse(report.hikedOn)) / 86_400_000);
    return days === 0 ? 'today' : `${days} d ago`;
  }, [report.hikedOn]);

  return (
    <section className="report">
      <header>
        <h3>{report.trailName}</h3>
        <Badge tone={report.passable ? 'ok' : 'warn'}>{age}</Badge>
      </header>
      <p>{report.text}</p>
      <footer>
        by {report.hiker.nickname}
        {onThank && (
          <button type="button" onClick={() => onThank(report.id)}>
            Thanks
          </button>
        )}
      </footer>
    </section>
  );
};
