import { Directive, ElementRef, HostListener, Input, OnDestroy, Renderer2 } from '@angular/core';

@Directive({ selector: '[appRichTooltip]', standalone: true })
export class RichTooltipDirective implements OnDestroy {
  @Input({ required: true, alias: 'appRichTooltip' }) text = '';

  private bubble: HTMLElement | null = null;

  constructor(
    private readonly host: ElementRef<HTMLElement>,
    private readonly renderer: Renderer2,
  ) {}

  @HostListener('mouseenter')
  show(): void {
    if (this.bubble || !this.text) {
      return;
    }
    this.bubble = this.renderer.createElement('div') as HTMLElement;
    this.renderer.addClass(this.bubble, 'tooltip');
    this.bubble.innerHTML = this.text.split('\n').join('<br>');
    this.renderer.appendChild(document.body, this.bubble);
    const box = this.host.nativeElement.getBoundingClientRect();
    this.renderer.setStyle(this.bubble, 'top', `${box.bottom + 6}px`);
    this.renderer.setStyle(this.bubble, 'left', `${box.left}px`);
  }

  @HostListener('mouseleave')
  hide(): void {
    this.bubble?.remove();
    this.bubble = null;
  }

  ngOnDestroy(): void {
    this.hide();
  }
}
