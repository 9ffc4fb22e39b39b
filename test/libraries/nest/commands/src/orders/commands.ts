import { Command, Query } from '@nestjs/cqrs';

export class CancelOrder extends Command<void> {
  constructor(readonly orderId: string) {
    super();
  }
}

export class ArchiveOrder {
  constructor(readonly orderId: string) {}
}

export class FindOrders extends Query<unknown[]> {}

/** Nothing runs for it. */
export class RecountOrders {}
