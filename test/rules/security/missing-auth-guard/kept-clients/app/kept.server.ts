export const once = <Value>(name: string, make: () => Value): Value => {
  const kept = globalThis as unknown as { __kept: Record<string, unknown> };
  kept.__kept ??= {};
  kept.__kept[name] ??= make();
  return kept.__kept[name] as Value;
};

const store = new Map<string, unknown>();
export function keep(make: () => unknown, name: string) {
  if (!store.has(name)) store.set(name, make());
  return store.get(name);
}

export function opened<Value>(make: () => Value) {
  const value = make();
  console.log('opened');
  return value;
}

// Asked for each time: what it gives is no client.
export async function retried<Value>(make: () => Promise<Value>) {
  try {
    return await make();
  } catch {
    return make();
  }
}

// What is handed over runs, and something else is given.
export function timed(run: () => unknown) {
  const started = Date.now();
  run();
  return { deleteMany: (options: unknown) => Date.now() - started, options: undefined };
}
