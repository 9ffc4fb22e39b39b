import { ArgumentMetadata, BadRequestException, Injectable, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';

@Injectable()
export class StrictPipe implements PipeTransform {
  async transform(value: unknown, { metatype }: ArgumentMetadata): Promise<unknown> {
    if (!metatype) return value;
    const object = plainToInstance(metatype, value) as object;
    const errors = await validate(object, { whitelist: true });
    if (errors.length > 0) throw new BadRequestException(errors);
    return object;
  }
}
