/** Joins URL path parts with single slashes: `/api` + `/orders/` → `/api/orders`. */
export function joinPaths(...parts: string[]): string {
  const joined = parts.filter((part) => part !== '' && part !== '/').join('/');
  const path = `/${joined}`.replace(/\/{2,}/g, '/');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

function segmentFits(pattern: string, segment: string, sensitive: boolean): boolean {
  if (pattern === '*' || pattern.startsWith(':') || /^[[{(]/.test(pattern)) return true;
  return sensitive ? pattern === segment : pattern.toLowerCase() === segment.toLowerCase();
}

/**
 * Does middleware registered on `prefix` see requests for `path`? Prefixes match whole segments, in any case:
 * `/api` covers `/api/x` and `/API/x`, not `/apix`. Without a wildcard, patterns that are exact cover that path alone, as do
 * others with `only`.
 */
export function pathCovers(
  prefix: string,
  path: string,
  { exact = false, only = false }: { exact?: boolean; only?: boolean } = {},
): boolean {
  if (only && !/[*}]$/.test(prefix)) return segmentsOf(prefix).length === segmentsOf(path).length && pathCovers(prefix, path, { exact });
  if (prefix === '' || prefix === '*' || prefix === '/*') return true;
  if (exact) return exactlyCovers(prefix, path);
  if (prefix === '/') return true;
  const wanted = segmentsOf(
    prefix
      .replace(/\/?\*+$/, '')
      .replace(/\/?\{?\/?\*\w+\}?$/, '')
      .replace(/\(\.\*\)$/, ''),
  );
  const given = segmentsOf(path);
  if (wanted.length > given.length) return false;
  return wanted.every((segment, index) => segmentFits(segment, given[index]!, false));
}

/** Exact patterns mind case and a slash at the end, and cover one path unless they end in a wildcard. */
function exactlyCovers(pattern: string, path: string): boolean {
  const given = segmentsOf(path);
  const wanted = segmentsOf(pattern);
  const last = wanted[wanted.length - 1];
  if (!pattern.endsWith('*')) {
    const slash = pattern.length > 1 && pattern.endsWith('/');
    return !slash && wanted.length === given.length && wanted.every((segment, index) => segmentFits(segment, given[index]!, true));
  }
  const start = wanted.slice(0, -1);
  if (start.length > given.length || !start.every((segment, index) => segmentFits(segment, given[index]!, true))) return false;
  // `/api/*` covers `/api` too; `/ap*` covers whatever begins like it.
  return last === '*' || (given[start.length]?.startsWith(last!.slice(0, -1)) ?? false);
}

/** Turns a file middleware's matcher (path-to-regexp syntax) into a regular expression; undefined if it cannot be read. */
function matcherExpression(matcher: string): RegExp | undefined {
  let source = '';
  for (let i = 0; i < matcher.length; i++) {
    const char = matcher[i]!;
    if (char === '(') {
      // A group is a regular expression already.
      let depth = 0;
      const start = i;
      for (; i < matcher.length; i++) {
        if (matcher[i] === '\\') i++;
        else if (matcher[i] === '(') depth++;
        else if (matcher[i] === ')' && --depth === 0) break;
      }
      source += matcher.slice(start, i + 1);
    } else if (char === ':') {
      const name = /^:\w+/.exec(matcher.slice(i))![0];
      i += name.length - 1;
      const next = matcher[i + 1];
      if (next === '*' || next === '+' || next === '?') {
        i++;
        const many = next === '?' ? '[^/]+' : '.+';
        source = source.endsWith('/') ? `${source.slice(0, -1)}(?:/${many})${next === '+' ? '' : '?'}` : `${source}(?:${many})?`;
      } else if (next === '(') continue;
      else source += '[^/]+';
    } else source += /[.\\^$|+{}[\]]/.test(char) ? `\\${char}` : char;
  }
  try {
    return new RegExp(`^${source}/?$`);
  } catch {
    return undefined;
  }
}

/** Does a file middleware's matcher cover a route path (dynamic segments as `[id]` or `:id`)? Unreadable matchers cover nothing. */
export function matcherCovers(matcher: string, path: string): boolean {
  const sample = path.replace(/\[\[?\.{0,3}(\w+)\]?\]/g, 'x').replace(/:(\w+)[*+?]?/g, 'x');
  return matcherExpression(matcher)?.test(sample) ?? false;
}
