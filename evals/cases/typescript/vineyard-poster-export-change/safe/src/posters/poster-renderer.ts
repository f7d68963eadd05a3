import type { Browser } from 'puppeteer';
import { config } from '../config';

export interface PosterJob {
  /** Below the public site, such as /wines/12 */
  path: string;
  format: 'A3' | 'A2';
}

export class PosterRenderer {
  constructor(private readonly browser: Browser) {}

  async render(job: PosterJob): Promise<Uint8Array> {
    const site = new URL(config.publicSite);
    const url = new URL(job.path, site);
    if (url.origin !== site.origin) throw new RangeError('not a page of this site');

    const context = await this.browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport({ width: 1400, height: 1980, deviceScaleFactor: 2 });
      await page.goto(url.href, { waitUntil: 'networkidle0', timeout: 20_000 });
      await page.emulateMediaType('print');
      return await page.pdf({ format: job.format, printBackground: true });
    } finally {
      await context.close();
    }
  }
}
