import { prisma } from './prisma';

export interface SeatHeat {
  row: string;
  seat: number;
  sold: number;
}

export async function seatHeat(showId: number): Promise<SeatHeat[]> {
  return prisma.$queryRaw<SeatHeat[]>`
    SELECT t.row, t.seat, count(*)::int AS sold
    FROM ticket t
    WHERE t.show_id = ${showId}
    GROUP BY t.row, t.seat`;
}

export async function showExists(showId: number): Promise<boolean> {
  return (await prisma.show.count({ where: { id: showId } })) > 0;
}
