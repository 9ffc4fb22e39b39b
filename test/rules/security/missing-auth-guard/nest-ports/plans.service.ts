import { Injectable } from '@nestjs/common';
import { DraftsPort } from './drafts.port';
import { SubscriptionPlansRepositoryPort } from './ports';

@Injectable()
export class PlansService {
  constructor(
    private readonly plans: SubscriptionPlansRepositoryPort,
    private readonly drafts: DraftsPort,
  ) {}

  list() {
    return this.plans.list();
  }

  named(name: string) {
    return this.plans.named(name);
  }

  add(plan: { name: string }) {
    return this.plans.add(plan);
  }

  remove(id: string) {
    return this.plans.remove(id);
  }

  forget(id: string) {
    return this.drafts.forget(id);
  }
}
