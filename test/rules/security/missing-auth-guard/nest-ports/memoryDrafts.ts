import { DraftsPort } from './drafts.port';

export class MemoryDrafts extends DraftsPort {
  private readonly kept = new Map<string, unknown>();

  async forget(id: string) {
    return this.kept.delete(id);
  }
}
