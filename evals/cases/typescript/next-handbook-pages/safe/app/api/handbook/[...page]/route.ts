import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NextRequest, NextResponse } from 'next/server';
import { currentEmployee } from '@/lib/session';

export const runtime = 'nodejs';

const CONTENT = path.join(process.cwd(), 'content', 'handbook');
const LANGUAGES = ['en', 'nb', 'de'];

interface Context {
  params: Promise<{ page: string[] }>;
}

function languageOf(request: NextRequest): string {
  const wanted = request.headers.get('accept-language')?.slice(0, 2) ?? 'en';
  return LANGUAGES.includes(wanted) ? wanted : 'en';
}

async function source(language: string, segments: string[]): Promise<string | null> {
  const root = path.join(CONTENT, language);
  try {
    const file = path.resolve(root, ...segments.map(decodeURIComponent));
    if (!file.startsWith(root + path.sep) || path.extname(file) !== '.md') return null;
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

/** GET /api/handbook/travel/expenses.md */
export async function GET(request: NextRequest, { params }: Context): Promise<NextResponse> {
  if (!(await currentEmployee(request))) {
    return NextResponse.json({ error: 'Sign in first' }, { status: 401 });
  }
  const { page } = await params;
  const text = await source(languageOf(request), page);
  if (text === null) {
    return NextResponse.json({ error: 'There is no such page' }, { status: 404 });
  }
  return new NextResponse(text, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', 'Cache-Control': 'private, max-age=60' },
  });
}
