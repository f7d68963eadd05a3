import { UnprocessableEntityException, ValidationError, ValidationPipe } from '@nestjs/common';

export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors: ValidationError[]) =>
      new UnprocessableEntityException(errors.map((error) => error.property)),
  });
}
