import { Body, Controller, Post, UseInterceptors } from '@nestjs/common';
import { RequestAuditInterceptor } from '@acme/observability';
import { AuthService, TokenPair } from './auth.service';
import { ChangePasswordDto, LoginDto } from './dto';

@Controller('auth')
@UseInterceptors(RequestAuditInterceptor)
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('login')
  login(@Body() dto: LoginDto): Promise<TokenPair> {
    return this.auth.login(dto.email, dto.password);
  }

  @Post('password')
  changePassword(@Body() dto: ChangePasswordDto): Promise<void> {
    return this.auth.changePassword(dto.email, dto.currentPassword, dto.newPassword);
  }
}
