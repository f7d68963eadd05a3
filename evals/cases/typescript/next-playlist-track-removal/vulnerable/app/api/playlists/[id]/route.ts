import { NextResponse } from 'next/server';
import { z } from 'zod';
import { requireEditor } from '@/lib/playlist-access';
import { prisma } from '@/lib/prisma';

type Ctx = { params: Promise<{ id: string }> };

const patch = z.object({ title: z.string().min(1).max(120) });
const removal = z.object({ trackIds: z.array(z.string().cuid()).min(1).max(100) });

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

export async function DELETE(req: Request, ctx: Ctx) {
  const { id } = await ctx.params; // tracks, not the list itself
  const { trackIds } = removal.parse(await req.json());
  const { count } = await prisma.playlistTrack.deleteMany({
    where: { playlistId: id, trackId: { in: trackIds } },
  });
  return NextResponse.json({ removed: count });
}
