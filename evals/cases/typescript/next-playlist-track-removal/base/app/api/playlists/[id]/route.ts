import { NextResponse } from 'next/server';
import { z } from 'zod';
import { requireEditor } from '@/lib/playlist-access';
import { prisma } from '@/lib/prisma';

type Ctx = { params: Promise<{ id: string }> };

const patch = z.object({ title: z.string().min(1).max(120) });

export async function GET(_req: Request, ctx: Ctx) {
  const { id } = await ctx.params;
  const playlist = await prisma.playlist.findFirst({
    where: { id, visibility: 'PUBLIC' },
    include: { tracks: { orderBy: { position: 'asc' } } },
  });
  return playlist ? NextResponse.json(playlist) : new NextResponse(null, { status: 404 });
}

export async function PATCH(req: Request, ctx: Ctx) {
  const { id } = await ctx.params;
  const denied = await requireEditor(id);
  if (denied) return denied;
  const { title } = patch.parse(await req.json());
  return NextResponse.json(await prisma.playlist.update({ where: { id }, data: { title } }));
}
