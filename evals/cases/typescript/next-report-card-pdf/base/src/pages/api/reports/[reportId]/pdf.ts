import type { NextApiRequest, NextApiResponse } from 'next';
import puppeteer, { type Browser } from 'puppeteer';

import { getSession } from '@/server/session';
import { findReportForTeacher } from '@/server/reports';
import { createPrintToken } from '@/server/print-token';

const PRINT_ORIGIN = process.env.PRINT_ORIGIN ?? 'http://127.0.0.1:3000';

let browser: Promise<Browser> | undefined;

function getBrowser(): Promise<Browser> {
  browser ??= puppeteer.launch({ headless: true });
  return browser;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET') {
    res.setHeader('Allow', 'GET');
    return res.status(405).end();
  }

  const session = await getSession(req);
  if (!session) return res.status(401).json({ error: 'Please sign in' });

  const report = await findReportForTeacher(first(req.query.reportId) ?? '', session.teacherId);
  if (!report) return res.status(404).json({ error: 'No such report' });

  const target = new URL(`/print/${report.id}/summary`, PRINT_ORIGIN);

  const page = await (await getBrowser()).newPage();
  try {
    await page.setCookie({
      name: 'print',
      value: await createPrintToken(report.id),
      url: PRINT_ORIGIN,
      httpOnly: true,
    });
    await page.goto(target.href, { waitUntil: 'networkidle0', timeout: 20_000 });
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    res.setHeader('Content-Type', 'application/pdf');
    res.setHeader('Content-Disposition', 'attachment; filename="report.pdf"');
    res.send(Buffer.from(pdf));
  } catch (error) {
    console.error('report pdf', report.id, error);
    res.status(502).json({ error: 'The PDF could not be made' });
  } finally {
    await page.close();
  }
}
