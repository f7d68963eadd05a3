import { requireMember } from '@/lib/access';
import { listPlots } from '@/lib/plots';
import { claimPlot, releasePlot } from './actions';

export const metadata = { title: 'Plots' };

export default async function PlotsPage() {
  const member = await requireMember();
  const plots = await listPlots(member.gardenId);

  return (
    <main>
      <h1>Plots</h1>
      <table>
        <tbody>
          {plots.map((plot) => (
            <tr key={plot.id}>
              <th scope="row">{plot.label}</th>
              <td>{plot.memberName ?? 'free'}</td>
              <td>
                {!plot.memberName && (
                  <form action={claimPlot}>
                    <input type="hidden" name="plotId" value={plot.id} />
                    <button>Take it</button>
                  </form>
                )}
                {plot.memberName && member.role === 'manager' && (
                  <form action={releasePlot}>
                    <input type="hidden" name="plotId" value={plot.id} />
                    <button>Release</button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
