'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { prisma } from '@/lib/prisma';
import { requireTeamAdmin, requireUser } from '@/lib/guards';

const Id = z.string().cuid();
const Role = z.enum(['viewer', 'editor', 'admin']);

export async function inviteMember(teamId: string, form: FormData) {
  await requireTeamAdmin(Id.parse(teamId));
  const email = z.string().email().parse(form.get('email'));
  await prisma.invitation.create({ data: { teamId, email } });
  revalidatePath(`/teams/${teamId}`);
}

export async function removeMember(teamId: string, memberId: string) {
  await requireTeamAdmin(Id.parse(teamId));
  await prisma.membership.delete({
    where: { teamId_userId: { teamId, userId: Id.parse(memberId) } },
  });
  revalidatePath(`/teams/${teamId}`);
}

export async function changeRole(teamId: string, memberId: string, form: FormData) {
  await requireUser();
  const role = Role.parse(form.get('role'));
  await prisma.membership.update({
    where: { teamId_userId: { teamId: Id.parse(teamId), userId: Id.parse(memberId) } },
    data: { role },
  });
  revalidatePath(`/teams/${teamId}`);
}

export async function leaveTeam(teamId: string) {
  const user = await requireUser();
  await prisma.membership.delete({
    where: { teamId_userId: { teamId: Id.parse(teamId), userId: user.id } },
  });
  revalidatePath('/teams');
}
