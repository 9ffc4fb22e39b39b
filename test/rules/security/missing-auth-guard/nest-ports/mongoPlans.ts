import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { DraftsPort } from './drafts.port';
import { SubscriptionPlansRepositoryPort } from './ports';

@Injectable()
export class MongoPlans implements SubscriptionPlansRepositoryPort {
  constructor(@InjectModel('Plan') private readonly model: Model<{ name: string }>) {}

  list() {
    return this.model.find();
  }

  named(name: string) {
    return this.model.findOne({ name });
  }

  add(plan: { name: string }) {
    return this.model.create({ name: plan.name });
  }

  async remove(id: string) {
    await this.model.findByIdAndDelete(id);
  }
}

@Injectable()
export class MongoDrafts extends DraftsPort {
  constructor(@InjectModel('Draft') private readonly model: Model<{ name: string }>) {
    super();
  }

  forget(id: string) {
    return this.model.findByIdAndDelete(id);
  }
}
