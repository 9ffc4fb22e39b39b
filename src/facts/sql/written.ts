/** A name as it can be written: quoted where it must be. */
export function written(schema: string, name: string): string {
  const part = (text: string): string => (/^[a-z_][a-z0-9_$]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`);
  return `${part(schema)}.${part(name)}`;
}
