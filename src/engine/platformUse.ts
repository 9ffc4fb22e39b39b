import { keysIn, type ClientUse } from '../facts/sql/exposure';
import type { FileFacts } from '../model/facts';
import { nameOf } from '../project/paths';
import type { ProjectFiles } from './project';

/** Names of settings that tools put into what browsers and apps download. */
const publicName = /^\s*(?:export\s+)?(?:VITE|NEXT_PUBLIC|PUBLIC|EXPO_PUBLIC|REACT_APP|NUXT_PUBLIC)_\w*(?:ANON|PUBLISHABLE)\w*\s*=/m;

/** How the code of a project uses the platform behind its database. Files that are the same as before are not read again. */
export class PlatformUse {
  private readonly seen = new Map<string, { facts: FileFacts; keys: ReturnType<typeof keysIn> }>();

  constructor(private readonly files: ProjectFiles) {}

  /** Does the file take part? */
  static concerns(facts: FileFacts | undefined): boolean {
    return facts?.packages.some((name) => name.includes('@supabase/')) ?? false;
  }

  /** Is it a file whose names of settings count? */
  static isSetting(file: string): boolean {
    return nameOf(file).startsWith('.env');
  }

  of(all: Iterable<FileFacts>): ClientUse {
    const use: ClientUse = { imports: false, publicKey: false, serviceKey: false };
    for (const facts of all) {
      const role = PlatformUse.concerns(facts) ? this.files.role(facts.file) : 'test';
      if (role === 'test' || role === 'example') continue;
      let known = this.seen.get(facts.file);
      if (known?.facts !== facts) this.seen.set(facts.file, (known = { facts, keys: keysIn(this.files.text(facts.file) ?? '') }));
      use.imports = true;
      use.publicKey ||= known.keys.publicKey;
      use.serviceKey ||= known.keys.serviceKey;
    }
    use.publicKey ||= this.files.files.some((file) => PlatformUse.isSetting(file) && publicName.test(this.files.text(file) ?? ''));
    return use;
  }
}
