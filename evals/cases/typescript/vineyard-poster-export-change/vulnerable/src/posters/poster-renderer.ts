import type { Browser } from 'puppeteer';

export interface PosterJob {
  url: string;
  format: 'A3' | 'A2';
}

export class PosterRenderer {
  constructor(private readonly browser: Browser) {}

  async render(job: PosterJob): Promise<Uint8Array> {
    const context = await this.browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport({ width: 1400, height: 1980, deviceScaleFactor: 2 });
      await page.goto(job.url, { waitUntil: 'networkidle0', timeout: 20_000 });
      await page.emulateMediaType('print');
      return await page.pdf({ format: job.format, printBackground: true });
    } finally {
      await context.close();
    }
  }
}
