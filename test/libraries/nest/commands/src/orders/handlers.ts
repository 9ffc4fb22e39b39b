import { CommandBus, CommandHandler, ICommandHandler, IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { PrismaService } from '../prisma.service';
import { ArchiveOrder, CancelOrder, FindOrders } from './commands';

@CommandHandler(CancelOrder)
export class CancelOrderHandler implements ICommandHandler<CancelOrder> {
  constructor(
    private readonly prisma: PrismaService,
    private readonly commandBus: CommandBus,
  ) {}

  async execute(command: CancelOrder) {
    await this.prisma.order.update({ where: { id: command.orderId }, data: { cancelled: true } });
    await this.commandBus.execute(new ArchiveOrder(command.orderId));
  }
}

@CommandHandler(ArchiveOrder)
export class ArchiveOrderHandler implements ICommandHandler<ArchiveOrder> {
  constructor(private readonly prisma: PrismaService) {}

  async execute({ orderId }: ArchiveOrder) {
    await this.prisma.archive.create({ data: { orderId } });
  }
}

@QueryHandler(FindOrders)
export class FindOrdersHandler implements IQueryHandler<FindOrders> {
  constructor(private readonly prisma: PrismaService) {}

  async execute() {
    return this.prisma.order.findMany({ take: 50 });
  }
}
