import { Body, Controller, Get, Patch, UseGuards, ValidationPipe } from '@nestjs/common'
import { CurrentUser } from '../auth/current-user.decorator'
import { SessionGuard } from '../auth/session.guard'
import type { SessionUser } from '../auth/session-user'
import { UpdateProfileDto } from './update-profile.dto'
import { Volunteer } from './volunteer.entity'
import { VolunteersService } from './volunteers.service'

@Controller('me')
@UseGuards(SessionGuard)
export class VolunteersController {
  constructor (private readonly volunteers: VolunteersService) {}

  @Get()
  me (@CurrentUser() user: SessionUser): Promise<Volunteer> {
    return this.volunteers.get(user.id)
  }

  @Patch()
  async update (
    @CurrentUser() user: SessionUser,
    @Body(new ValidationPipe({ expectedType: UpdateProfileDto })) body: Partial<Volunteer>
  ): Promise<Volunteer> {
    return this.volunteers.update(user.id, body)
  }
}
