import { CallHandler, ExecutionContext, Injectable, Logger, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Observable, tap } from 'rxjs';

interface AuditedRequest extends Request {
  user?: { id: string };
}

@Injectable()
export class RequestAuditInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Audit');

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') {
      return next.handle();
    }

    const http = context.switchToHttp();
    const request = http.getRequest<AuditedRequest>();
    const startedAt = process.hrtime.bigint();

    return next.handle().pipe(
      tap(() => {
        const elapsedMs = Number(process.hrtime.bigint() - startedAt) / 1e6;
        this.logger.log({
          actor: request.user?.id ?? 'anonymous',
          handler: `${context.getClass().name}.${context.getHandler().name}`,
          method: request.method,
          status: http.getResponse<Response>().statusCode,
          elapsedMs: Math.round(elapsedMs),
          payload: Object.keys(request.body ?? {}),
        });
      }),
    );
  }
}
