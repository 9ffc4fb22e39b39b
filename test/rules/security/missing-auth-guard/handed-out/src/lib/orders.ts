import { PrismaClient } from '@prisma/client';

class Orders {
  private readonly db = new PrismaClient();

  place(text: string) {
    return this.db.order.create({ data: { text } });
  }

  count() {
    return 3;
  }
}

export const makeServices = () => ({ orders: new Orders() });
