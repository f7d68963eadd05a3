import { ChangeDetectionStrategy, Component, Input } from '@angular/core';
import { RichTooltipDirective } from '../shared/rich-tooltip.directive';
import { Shift } from './shift';

@Component({
  selector: 'app-shift-cell',
  standalone: true,
  imports: [RichTooltipDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="cell" [appRichTooltip]="tooltip">{{ shift.label }}</span>
  `,
})
export class ShiftCellComponent {
  @Input({ required: true }) shift!: Shift;

  get tooltip(): string {
    return [this.shift.employeeName, `${this.shift.from} to ${this.shift.to}`, this.shift.note]
      .filter(Boolean)
      .join('\n');
  }
}
