import { LRUCache } from 'lru-cache';

const perMinute = (most: number) => {
  const seen = new LRUCache<string, number>({ max: 500, ttl: 60_000 });
  return async (key: string) => {
    const count = seen.get(key) ?? 0;
    if (count >= most) throw new Error('Too many tries');
    seen.set(key, count + 1);
  };
};

const build = (most: number) => perMinute(most);

export const loginLimiter = build(5);
export const forgotLimiter = build(2);
