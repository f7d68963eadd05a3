import { prisma } from './prisma';

export interface SeatHeat {
  row: string;
  seat: number;
  sold: number;
}

export async function seatHeat(showId: number, halls: string[]): Promise<SeatHeat[]> {
  const inList = halls.map((h) => `'${h}'`).join(', ');
  return prisma.$queryRawUnsafe<SeatHeat[]>(
    `SELECT t.row, t.seat, count(*)::int AS sold
     FROM ticket t JOIN hall h ON h.id = t.hall_id
     WHERE t.show_id = $1 AND h.code IN (${inList})
     GROUP BY t.row, t.seat`,
    showId,
  );
}

export async function showExists(showId: number): Promise<boolean> {
  return (await prisma.show.count({ where: { id: showId } })) > 0;
}
