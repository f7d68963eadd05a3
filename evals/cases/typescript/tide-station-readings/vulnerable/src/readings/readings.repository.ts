import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ListReadingsDto } from './dto/list-readings.dto';

export interface ReadingRow {
  id: number;
  taken_at: Date;
  level_cm: number;
  pressure_hpa: number | null;
}

@Injectable()
export class ReadingsRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  list(query: ListReadingsDto): Promise<ReadingRow[]> {
    // the DTO only lets asc and desc through
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    return this.db.query(
      `SELECT r.id, r.taken_at, r.level_cm, r.pressure_hpa
         FROM reading r
        WHERE r.station_code = $1
        ORDER BY r.${query.sort} ${direction}
        LIMIT $2`,
      [query.station, query.limit],
    );
  }

  async latest(station: string): Promise<ReadingRow | null> {
    const rows = await this.db.query(
      'SELECT id, taken_at, level_cm, pressure_hpa FROM reading WHERE station_code = $1 ORDER BY taken_at DESC LIMIT 1',
      [station],
    );
    return rows[0] ?? null;
  }
}
