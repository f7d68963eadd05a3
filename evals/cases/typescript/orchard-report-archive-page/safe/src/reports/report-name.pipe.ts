import { Injectable, NotFoundException, type PipeTransform } from '@nestjs/common';

/** season-2024-apples.pdf and the like: what the nightly job writes. */
@Injectable()
export class ReportNamePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^season-\d{4}-[a-z]+\.pdf$/.test(value)) {
      throw new NotFoundException();
    }
    return value;
  }
}
