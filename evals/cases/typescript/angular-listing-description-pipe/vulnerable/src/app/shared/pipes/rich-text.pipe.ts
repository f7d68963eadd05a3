import { Pipe, PipeTransform } from '@angular/core';
import { DomSanitizer, SafeHtml } from '@angular/platform-browser';

/**
 * Shows text that came out of the seller's rich text editor.
 * Usage: <div [innerHTML]="listing.description | richText"></div>
 */
@Pipe({ name: 'richText', standalone: true, pure: true })
export class RichTextPipe implements PipeTransform {
  constructor(private readonly sanitizer: DomSanitizer) {}

  transform(value: string | null | undefined): SafeHtml {
    if (!value) {
      return '';
    }
    // the editor emits empty paragraphs for blank lines
    const spaced = value.replace(/<p><\/p>/g, '<p>&nbsp;</p>');
    return this.sanitizer.bypassSecurityTrustHtml(spaced);
  }
}
