import { Injectable } from '@nestjs/common';
import { PrismaService } from '../prisma.service';

@Injectable()
export class OrdersService {
  constructor(private readonly prisma: PrismaService) {}

  findAll() {
    return this.prisma.order.findMany();
  }

  async findOne(id: string) {
    return this.prisma.order.findUnique({ where: { id } });
  }

  create(dto: object) {
    return this.prisma.order.create({ data: dto });
  }

  remove(id: string) {
    return this.prisma.order.delete({ where: { id } });
  }
}
