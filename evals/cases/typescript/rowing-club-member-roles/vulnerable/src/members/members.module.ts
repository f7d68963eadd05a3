import { Module } from '@nestjs/common';
import { MembersReadController } from './members-read.controller';
import { MembersWriteController } from './members-write.controller';
import { MembersService } from './members.service';

@Module({
  controllers: [MembersReadController, MembersWriteController],
  providers: [MembersService],
})
export class MembersModule {}
