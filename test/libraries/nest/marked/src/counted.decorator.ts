export function Counted(name: string): MethodDecorator {
  return (target, key, descriptor) => {
    Reflect.defineMetadata(name, [String(key)], descriptor.value as object);
  };
}
