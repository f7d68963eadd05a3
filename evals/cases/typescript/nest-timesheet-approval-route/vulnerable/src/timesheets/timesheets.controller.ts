import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { AuthenticatedUser } from '../auth/authenticated-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { Role } from '../auth/role.enum';
import { Roles } from '../auth/roles.decorator';
import { RolesGuard } from '../auth/roles.guard';
import { BulkApprovalDto } from './dto/bulk-approval.dto';
import { SubmitTimesheetDto } from './dto/submit-timesheet.dto';
import { TimesheetsService } from './timesheets.service';

@Controller('timesheets')
@UseGuards(JwtAuthGuard, RolesGuard)
export class TimesheetsController {
  constructor(private readonly timesheets: TimesheetsService) {}

  @Get('mine')
  mine(@CurrentUser() user: AuthenticatedUser) {
    return this.timesheets.findByEmployee(user.id);
  }

  @Post('mine')
  submit(@CurrentUser() user: AuthenticatedUser, @Body() dto: SubmitTimesheetDto) {
    return this.timesheets.submit(user.id, dto);
  }

  @Get('pending')
  @Roles(Role.PayrollManager)
  pending() {
    return this.timesheets.findPending();
  }

  @Post(':id/approval')
  @Roles(Role.PayrollManager)
  @HttpCode(204)
  approve(@Param('id', ParseUUIDPipe) id: string, @CurrentUser() user: AuthenticatedUser) {
    return this.timesheets.approve(id, user.id);
  }

  @Post('approvals/bulk')
  @HttpCode(204)
  approveMany(@Body() dto: BulkApprovalDto, @CurrentUser() user: AuthenticatedUser) {
    return this.timesheets.approveAll(dto.ids, user.id);
  }
}
