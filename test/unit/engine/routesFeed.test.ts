import assert from 'node:assert/strict';
import type { RouteRow } from '../../../src/engine/api';
import { RoutesFeed } from '../../../src/engine/routesFeed';
import { route } from '../report/samples';

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('The feed of endpoints', () => {
  let rows: RouteRow[];
  let asked: number;
  let told: string[][];
  let feed: RoutesFeed;

  beforeEach(() => {
    rows = [route(), route({ file: 'src/b.ts', path: '/users' })];
    asked = 0;
    told = [];
    const session = {
      routes: () => {
        asked++;
        return rows;
      },
    };
    feed = new RoutesFeed(session, (files) => told.push(files.map(({ file, rows: own }) => `${file} ${own.length}`)), 1);
  });

  afterEach(() => feed.dispose());

  it('says nothing, and works out nothing, while nobody looks or before the project was read', async () => {
    feed.begin();
    feed.tellSoon();
    await soon();
    feed.watch(true);
    feed.watch(false);
    await soon();
    assert.equal(asked, 0);
    const early = new RoutesFeed({ routes: () => assert.fail('too early') }, () => undefined, 1);
    early.watch(true);
    early.tellSoon();
    await soon();
    early.dispose();
  });

  it('tells everything at first, and then the files where something changed', async () => {
    feed.begin();
    feed.watch(true);
    await soon();
    assert.deepEqual(told, [['src/a.ts 1', 'src/b.ts 1']]);
    feed.tellSoon();
    await soon();
    assert.equal(told.length, 1, 'Nothing changed.');
    rows = [route({ authentication: 'absent' }), rows[1]!];
    feed.tellSoon();
    await soon();
    rows = [rows[1]!];
    feed.tellSoon();
    await soon();
    assert.deepEqual(told.slice(1), [['src/a.ts 1'], ['src/a.ts 0']]);
  });

  it('goes on where it stopped when somebody looks again', async () => {
    feed.begin();
    feed.watch(true);
    await soon();
    feed.watch(false);
    rows = [rows[0]!, route({ file: 'src/b.ts', path: '/others' })];
    feed.tellSoon();
    await soon();
    assert.equal(told.length, 1);
    feed.watch(true);
    await soon();
    assert.deepEqual(told.slice(1), [['src/b.ts 1']]);
  });

  it('tells once that there is nothing', async () => {
    rows = [];
    feed.begin();
    feed.watch(true);
    await soon();
    feed.tellSoon();
    await soon();
    assert.deepEqual(told, [[]]);
  });
});
