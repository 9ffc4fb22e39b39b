import { defineLibrary, type CallRole } from '../model/library';

const passes: CallRole = { passes: true };

/** Readers of query strings: what they give is as free as what they are given. */
export default defineLibrary({
  id: 'query-strings',
  title: 'Query strings',
  packages: ['query-string', 'querystringify', 'qs', 'parseqs', 'url-parse', 'jsurl'],
  calls: {
    ...Object.fromEntries(
      [
        'query-string',
        'querystringify',
        'qs',
        'node:querystring',
        'querystring',
        'querystring-es3',
        'parseqs',
        'parse-querystring',
      ].flatMap((name) => ['parse', 'decode', 'default.parse'].map((method) => [`${name}#${method}`, passes])),
    ),
    'query-string#extract': passes,
    'query-string#parseUrl': passes,
    'node:url#parse': passes,
    'url-parse#': passes,
  },
});
