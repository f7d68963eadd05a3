import { pointer, select, type Selection } from 'd3-selection';
import { formatPace } from './formatPace';

export interface SplitPoint {
  /** Typed by the runner. */
  label: string;
  runner: string;
  km: number;
  secondsPerKm: number;
}

type Layer = Selection<SVGGElement, unknown, null, undefined>;

const OFFSET = 14;

/**
 * A tooltip that follows the pointer over the dots of the pace chart.
 */
export function attachPaceTooltip(layer: Layer, host: HTMLElement): () => void {
  const tip = select(host).append('div').attr('class', 'pace-tip').style('opacity', 0);

  layer
    .selectAll<SVGCircleElement, SplitPoint>('circle.split')
    .on('pointerenter', (_event: PointerEvent, split) => {
      tip.text(`${split.label}: ${formatPace(split.secondsPerKm)}`).style('opacity', 1);
    })
    .on('pointermove', (event: PointerEvent) => {
      const [x, y] = pointer(event, host);
      tip.style('left', `${x + OFFSET}px`).style('top', `${y - OFFSET}px`);
    })
    .on('pointerleave', () => {
      tip.style('opacity', 0);
    });

  return () => {
    layer.selectAll('circle.split').on('.', null);
    tip.remove();
  };
}
