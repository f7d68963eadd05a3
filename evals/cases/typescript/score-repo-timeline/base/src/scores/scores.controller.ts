import { Controller, Get, Param, ParseIntPipe, UseGuards } from '@nestjs/common';
import { ComposerGuard } from '../auth/composer.guard';
import { CurrentComposer } from '../auth/current-composer.decorator';
import { ScoresService } from './scores.service';

@Controller('scores')
@UseGuards(ComposerGuard)
export class ScoresController {
  constructor(private readonly scores: ScoresService) {}

  @Get(':id/branches')
  async branches(@CurrentComposer() composerId: number, @Param('id', ParseIntPipe) id: number) {
    const { repo } = await this.scores.ownedBy(composerId, id);
    return repo.branches();
  }
}
