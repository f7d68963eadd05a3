import { Renderer, type Tokens } from 'marked';
import { escapeAttribute, escapeText, isPlainLink } from './escape';

/**
 * Raw HTML in rule texts is shown as text; what this renderer returns goes to the page as it is.
 */
export class RuleRenderer extends Renderer {
  constructor(private readonly ownHost: string) {
    super();
  }

  html(token: Tokens.HTML | Tokens.Tag): string {
    return escapeText(token.text);
  }

  image(token: Tokens.Image): string {
    return `<span class="no-image">${escapeText(token.text)}</span>`;
  }

  link(token: Tokens.Link): string {
    const label = this.parser.parseInline(token.tokens);
    if (!isPlainLink(token.href)) {
      return label;
    }
    const extra = this.isOwn(token.href) ? '' : ' target="_blank" rel="noopener noreferrer"';
    return `<a href="${escapeAttribute(token.href)}"${extra}>${label}</a>`;
  }

  private isOwn(href: string): boolean {
    return URL.canParse(href) && new URL(href).host === this.ownHost;
  }
}
