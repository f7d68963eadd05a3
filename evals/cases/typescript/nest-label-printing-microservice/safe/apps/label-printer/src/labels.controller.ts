import { Controller, Logger } from '@nestjs/common';
import { Ctx, MessagePattern, Payload, RmqContext } from '@nestjs/microservices';
import { SpoolerService } from './spooler.service';

export interface PrintLabelMessage {
  parcelId: string;
  zplBase64: string;
  copies: number;
  station: { code: string; printer: string };
}

@Controller()
export class LabelsController {
  private readonly logger = new Logger(LabelsController.name);

  constructor(private readonly spooler: SpoolerService) {}

  @MessagePattern('parcel.label.print')
  async print(@Payload() message: PrintLabelMessage, @Ctx() context: RmqContext): Promise<{ jobId: string }> {
    const zpl = Buffer.from(message.zplBase64, 'base64');
    const jobId = await this.spooler.submit(zpl, message.copies, message.station.printer);
    this.logger.log(`Job ${jobId} submitted`);
    context.getChannelRef().ack(context.getMessage());
    return { jobId };
  }
}
