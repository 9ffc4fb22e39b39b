export interface Provider {
  handle(payload: string, signature: string): Promise<{ success: boolean; account: string }>;
}
