import { Controller, Get, Header, Param, ParseIntPipe, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { CurrentStudent } from '../auth/current-student';
import { StudentGuard } from '../auth/student.guard';
import { ThesisExporter } from './thesis-exporter';
import { ThesisService } from './thesis.service';

@Controller('theses')
@UseGuards(StudentGuard)
export class ExportController {
  constructor(
    private readonly theses: ThesisService,
    private readonly exporter: ThesisExporter,
  ) {}

  @Get(':id/export')
  @Header('Content-Type', 'application/octet-stream')
  @Header('Content-Disposition', 'attachment')
  async export(
    @CurrentStudent() studentId: number,
    @Param('id', ParseIntPipe) id: number,
    @Query('format') format?: string,
  ) {
    const thesis = await this.theses.ofStudent(studentId, id);
    return new StreamableFile(await this.exporter.export(thesis, format));
  }
}
