import assert from 'node:assert/strict';
import type { RouteRow } from '../../../src/engine/api';
import {
  buildEndpoints,
  isShown,
  prefixOf,
  type EndpointNode,
  type EndpointWords,
  type FolderEndpoints,
} from '../../../src/vscode/endpointsView/model';
import { endpointKey, endpointLine, verdictsOf } from '../../../src/vscode/endpointsView/text';
import { route } from '../report/samples';

const words: EndpointWords = {
  role: {
    authentication: 'authentication',
    validation: 'validation',
    'rate-limit': 'rate limit',
    signature: 'signature',
    csrf: 'CSRF',
    'body-limit': 'body limit',
    'error-handling': 'error handling',
    logging: 'logging',
    cors: 'CORS',
    headers: 'headers',
  },
  presence: { present: 'yes', absent: 'none', unknown: 'unknown' },
  noAuthentication: 'no authentication',
  unknownAuthentication: 'authentication unknown',
  public: 'public on purpose',
  delegated: 'row level security',
  changed: 'changed',
  endpoints: (count) => `${count} endpoints`,
  unprotected: (count) => `${count} open`,
  ownPackage: 'own',
};

const open = (more: Partial<RouteRow> = {}): RouteRow =>
  route({
    guards: [],
    authentication: 'absent',
    level: 'NONE',
    roles: { authentication: 'absent', validation: 'absent' },
    evidence: {},
    ...more,
  });

function folder(rows: RouteRow[], more: Partial<FolderEndpoints> = {}): FolderEndpoints {
  return { folder: 'file:///p', name: 'p', rows, before: new Map(rows.map((row) => [endpointKey(row), verdictsOf(row)])), ...more };
}

/** Labels with what is below them, as indented lines. */
function lines(nodes: readonly EndpointNode[], depth = 2, indent = ''): string[] {
  if (depth === 0) return [];
  return nodes.flatMap((node) => [`${indent}${node.label}`, ...lines(node.children, depth - 1, `${indent}  `)]);
}

describe('The endpoints as a tree', () => {
  it('are grouped by what their path is about', () => {
    const of = (path: string, file = 'src/a.ts'): string => prefixOf({ path, file });
    assert.deepEqual(
      ['/orders', '/orders/:id/items', '/api/orders/:id', '/api/v1/orders', '/functions/v1/refund'].map((path) => of(path)),
      ['/orders', '/orders', '/api/orders', '/api/v1/orders', '/functions/v1/refund'],
    );
    assert.deepEqual(
      ['/', '/:slug', '/api/[...all]', '/api'].map((path) => of(path)),
      ['/', '/', '/api', '/api'],
    );
    assert.deepEqual([of('orders.items.list'), of('cancelBooking', 'app/actions.ts')], ['orders.items', 'app/actions.ts']);
    assert.deepEqual([of('/admin purge'), of('purge', 'src/chat.ts')], ['/admin', 'src/chat.ts']);
  });

  it('stand under their prefix, by path and method', () => {
    const roots = buildEndpoints(
      [folder([open({ method: 'DELETE', path: '/orders/:id' }), open({ path: '/users' }), route(), open({ method: 'GET' })])],
      'all',
      words,
    );
    assert.deepEqual(lines(roots), ['/orders', '  GET /orders', '  POST /orders', '  DELETE /orders/:id', '/users', '  POST /users']);
    assert.equal(roots[0]!.description, '3 endpoints · 2 open');
  });

  it('stand under packages where there are several, and under folders where there are several', () => {
    const rows = [open({ package: 'apps/api' }), open({ package: '', path: '/root' })];
    assert.deepEqual(lines(buildEndpoints([folder(rows)], 'all', words), 3), [
      'own',
      '  /root',
      '    POST /root',
      'apps/api',
      '  /orders',
      '    POST /orders',
    ]);
    const two = buildEndpoints([folder([open()]), folder([open()], { folder: 'file:///q', name: 'q' })], 'all', words);
    assert.deepEqual(lines(two, 3), ['p', '  /orders', '    POST /orders', 'q', '  /orders', '    POST /orders']);
  });

  it('say every verdict in words, on the line, in the tooltip and to a screen reader', () => {
    const [prefix] = buildEndpoints(
      [folder([route({ roles: { authentication: 'present', validation: 'absent', 'rate-limit': 'unknown' } })])],
      'all',
      words,
    );
    const node = prefix!.children[0]!;
    assert.equal(node.description, 'requireUser · validation: none · rate limit: unknown');
    const described = (more: Partial<RouteRow>): string =>
      buildEndpoints([folder([open(more)])], 'all', words)[0]!.children[0]!.description!.split(' · ')[0]!;
    assert.deepEqual(
      [
        described({}),
        described({ authentication: 'unknown' }),
        described({ authentication: 'public' }),
        described({ authentication: 'delegated' }),
      ],
      ['no authentication', 'authentication unknown', 'public on purpose', 'row level security'],
    );
    assert.equal(
      node.spoken,
      'POST /orders. authentication: requireUser. validation: none. rate limit: unknown. signature: unknown. CSRF: unknown. body limit: unknown. error handling: unknown. logging: unknown',
    );
    assert.match(node.tooltip, /authentication: requireUser\nvalidation: none\n[^]*\nsrc\/a\.ts:4$/);
  });

  it('have another icon for each answer, so that colour alone says nothing', () => {
    const answers = ['present', 'absent', 'unknown', 'public', 'delegated'] as const;
    const icons = answers.map(
      (authentication) => buildEndpoints([folder([open({ authentication })])], 'all', words)[0]!.children[0]!.icon.name,
    );
    assert.equal(new Set(icons).size, answers.length);
  });

  it('have their guards below them, each opening where it stands, and say where there is none', () => {
    const guards: RouteRow['guards'] = [
      { kind: 'authentication', level: 'PRESENCE_ONLY', name: 'hasToken', file: 'src/auth.ts', line: 2 },
      { kind: 'authentication', level: 'ROLE', name: 'requireRole', file: 'src/auth.ts', line: 9 },
      { kind: 'authentication', level: 'AUTHENTICATED', name: 'requireRole', file: 'src/auth.ts', line: 9 },
      { kind: 'headers', level: 'NONE', name: 'helmet()', file: 'src/app.ts', line: 3 },
    ];
    const [prefix] = buildEndpoints(
      [folder([route({ guards, evidence: { validation: 'no input was seen' }, handler: { file: 'src/orders.ts', line: 7 } })])],
      'all',
      words,
    );
    const node = prefix!.children[0]!;
    assert.deepEqual(node.target, { folder: 'file:///p', file: 'src/orders.ts', line: 7 });
    assert.match(node.description!, /^requireRole ·/);
    assert.deepEqual(
      node.children.map(({ label, description }) => `${label}: ${description}`),
      [
        'hasToken: authentication · auth.ts:2',
        'requireRole: authentication · auth.ts:9',
        'validation: none · no input was seen',
        'rate limit: unknown',
        'signature: unknown',
        'CSRF: unknown',
        'body limit: unknown',
        'error handling: unknown',
        'logging: unknown',
        'helmet(): headers · app.ts:3',
      ],
    );
    assert.deepEqual(
      node.children.map(({ target }) => target?.line),
      [2, 9, ...Array<undefined>(7).fill(undefined), 3],
    );
  });

  it('have ids of their own, also when one is registered twice', () => {
    const rows = [open(), open({ line: 90 }), route({ path: '/orders/:id' })];
    const seen: string[] = [];
    const visit = (node: EndpointNode): void => {
      seen.push(node.id);
      node.children.forEach(visit);
    };
    buildEndpoints([folder(rows)], 'all', words).forEach(visit);
    assert.equal(new Set(seen).size, seen.length);
  });

  it('can be filtered', () => {
    const rows = [
      route(),
      open({ path: '/open' }),
      open({ path: '/unclear', authentication: 'unknown', sinks: [] }),
      open({ path: '/pay', sinks: ['paid'], authentication: 'public' }),
      open({ path: '/read', sinks: ['read-private'] }),
    ];
    const shown = (filter: Parameters<typeof isShown>[1], before: ReadonlyMap<string, string> = folder(rows).before): string[] =>
      rows.filter((row) => isShown(row, filter, before)).map(({ path }) => path);
    assert.equal(shown('all').length, 5);
    assert.deepEqual(shown('unprotected'), ['/open', '/read']);
    assert.deepEqual(shown('unknown'), ['/unclear']);
    assert.deepEqual(shown('writes'), ['/orders', '/open', '/pay']);
    assert.deepEqual(shown('changed'), []);
    // One lost its guard, another one is new.
    const before = new Map(folder(rows).before);
    before.set(endpointKey(rows[1]!), verdictsOf({ ...rows[1]!, authentication: 'present' }));
    before.delete(endpointKey(rows[4]!));
    assert.deepEqual(shown('changed', before), ['/open', '/read']);
    assert.deepEqual(
      buildEndpoints([folder(rows, { before })], 'changed', words).map((node) => node.children[0]!.description!.split(' · ')[0]),
      ['changed', 'changed'],
    );
    assert.deepEqual(buildEndpoints([folder([open()])], 'unknown', words), []);
  });

  it('are not called changed because their lines moved', () => {
    const row = open();
    assert.equal(isShown({ ...row, line: 40, handler: { file: 'src/a.ts', line: 41 } }, 'changed', folder([row]).before), false);
  });

  it('are closed at first when there are many', () => {
    const many = (count: number): EndpointNode[] =>
      buildEndpoints([folder(Array.from({ length: count }, (_, index) => open({ path: `/p${index}` })))], 'all', words);
    assert.ok(many(40).every(({ isExpanded }) => isExpanded));
    assert.ok(many(41).every(({ isExpanded }) => !isExpanded));
  });

  it('fit into one line above a handler', () => {
    assert.equal(endpointLine(route(), words), 'POST /orders · authentication: requireUser · validation: none');
    assert.equal(
      endpointLine(open({ authentication: 'public' }), words),
      'POST /orders · authentication: public on purpose · validation: none',
    );
  });
});
