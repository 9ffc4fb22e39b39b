/** Files of proxies and platforms, and what in them limits how often somebody may call. */
const limiters: readonly [file: RegExp, says: RegExp][] = [
  [/(^|\/)[\w.-]*nginx[\w.-]*\.conf$|(^|\/)nginx\/[^/]+\.conf$/, /^[^#\n]*\blimit_req\b/m],
  [/(^|\/)Caddyfile$/, /^[^#\n]*\brate_limit\b/m],
  [/(^|\/)vercel\.json$/, /"mitigate"\s*:|"rate_?limit"/i],
  [/(^|\/)netlify\.toml$/, /^[^#\n]*\brate_?limit/im],
  [/(^|\/)wrangler\.(toml|jsonc?)$/, /^[^#\n]*\bratelimits?\b/im],
  [/(^|\/)(docker-)?compose[\w.-]*\.ya?ml$/, /^[^#\n]*\bratelimit\.(average|burst)\b/im],
];

/** The file that says that something in front of the application limits requests; undefined when none does. */
export function platformLimit(files: readonly string[], read: (file: string) => string | undefined): string | undefined {
  return files.find((file) => limiters.some(([name, says]) => name.test(file) && says.test(read(file) ?? '')));
}
