/** Keys of the new kind are told by how they begin. */
export function isNewKey(key: string): boolean {
  return key.startsWith('sb_publishable_');
}
