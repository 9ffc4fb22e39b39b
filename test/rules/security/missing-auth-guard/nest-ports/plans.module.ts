import { Module } from '@nestjs/common';
import { PlansController } from './plans.controller';
import { PlansService } from './plans.service';
import { SubscriptionPlansRepositoryPort } from './ports';
import { MongoPlans } from './mongoPlans';

@Module({
  controllers: [PlansController],
  providers: [PlansService, { provide: SubscriptionPlansRepositoryPort, useClass: MongoPlans }],
})
export class PlansModule {}
