export class Revocations {
  private readonly tokens = new Set<string>();

  async has(token: string): Promise<boolean> {
    return this.tokens.has(token);
  }
}
