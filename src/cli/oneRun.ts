import v8 from 'node:v8';

/**
 * Makes the engine that runs JavaScript optimise later than it would. A scan runs for a second or two: by default a third
 * of its CPU goes into optimised code that is thrown away at the end. Nothing but speed depends on it.
 *
 * It holds for the whole process, so only for one that is ours: never call it in the editor.
 */
export function optimiseLate(): void {
  for (const flag of lateFlags(process.versions.v8)) v8.setFlagsFromString(flag);
}

/**
 * Flags that a version of V8 ("12.4.254.21-node.57") knows. One that it does not know is an error on the terminal of
 * whoever runs the command, so versions that were not tried get none.
 */
export function lateFlags(version: string): string[] {
  const major = Number.parseInt(version, 10);
  // Bytes of bytecode that a function runs before it is looked at, usually 132 kB. Measured on Node 20 with 0.3, 0.5, 1 and 2 million.
  if (major === 11) return ['--interrupt-budget=1000000'];
  // Calls before a function is optimised, ten times the usual. Tried on Node 22, 24, 25 and 26.
  if (major >= 12 && major <= 14) return ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'];
  return [];
}
