import { Renderer, type Tokens } from 'marked';
import { escapeAttribute, escapeText, isPlainLink } from './escape';

/**
 * Raw HTML in rule texts is shown as text; what this renderer returns goes to the page as it is.
 */
export class RuleRenderer extends Renderer {
  html(token: Tokens.HTML | Tokens.Tag): string {
    return escapeText(token.text);
  }

  image(token: Tokens.Image): string {
    return `<span class="no-image">${escapeText(token.text)}</span>`;
  }

  link(token: Tokens.Link): string {
    const label = this.parser.parseInline(token.tokens);
    return isPlainLink(token.href) ? `<a href="${escapeAttribute(token.href)}">${label}</a>` : label;
  }
}
