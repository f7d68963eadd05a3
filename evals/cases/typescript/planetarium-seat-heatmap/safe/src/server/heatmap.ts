import { Prisma } from '@prisma/client';
import { prisma } from './prisma';

export interface SeatHeat {
  row: string;
  seat: number;
  sold: number;
}

export async function seatHeat(showId: number, halls: string[]): Promise<SeatHeat[]> {
  return prisma.$queryRaw<SeatHeat[]>`
    SELECT t.row, t.seat, count(*)::int AS sold
    FROM ticket t JOIN hall h ON h.id = t.hall_id
    WHERE t.show_id = ${showId} AND h.code IN (${Prisma.join(halls)})
    GROUP BY t.row, t.seat`;
}

export async function showExists(showId: number): Promise<boolean> {
  return (await prisma.show.count({ where: { id: showId } })) > 0;
}
