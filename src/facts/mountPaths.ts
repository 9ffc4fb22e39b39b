import type { MountFact } from '../model/facts';

/** Does a path have a parameter of this name? */
export function hasParameter(path: string, name: string): boolean {
  return new RegExp(`:${name}(?!\\w)`).test(path);
}

/** Is it mounted under a name that procedures are called by, not under a path? */
export function dotted(mount: MountFact): boolean {
  return (
    !mount.alias &&
    mount.prefix !== '' &&
    !mount.prefix.startsWith('/') &&
    mount.prefix !== '*' &&
    mount.reach === 'before' &&
    mount.chain.length === 0 &&
    mount.mounts.length > 0 &&
    /^[A-Za-z_$][\w$]*$/.test(mount.prefix)
  );
}
