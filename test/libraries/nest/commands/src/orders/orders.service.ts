import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ArchiveOrder } from './commands';

@Injectable()
export class OrdersService {
  constructor(private readonly commandBus: CommandBus) {}

  archive(id: string) {
    return this.commandBus.execute(new ArchiveOrder(id));
  }
}
