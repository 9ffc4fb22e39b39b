import { strict as assert } from 'node:assert';
import { bareCommand, calledScripts, shellCommands } from '../../../src/project/shell';

describe('a line of a shell', () => {
  const cut = (text: string) => shellCommands(text).map(({ text: command, after }) => `${after}${after === '' ? '' : ' '}${command}`);

  for (const [text, commands] of [
    ['tsc --noEmit && vite build', ['tsc --noEmit', '&& vite build']],
    ['a || true; b & c', ['a', '|| true', '; b', '& c']],
    ['cat x | grep "a && b" 2>&1', ['cat x', '| grep "a && b" 2>&1']],
    ["echo 'it; is' # a; comment", ["echo 'it; is'"]],
    ['(cd web && npm test)', ['cd web', '&& npm test']],
    ['npm ci\nnpm test\n', ['npm ci', '; npm test']],
    ['a \\; b', ['a \\; b']],
    ['echo "open', ['echo "open']],
    ['', []],
    [' && ', []],
  ] as const) {
    it(`cuts ${JSON.stringify(text)}`, () => assert.deepEqual(cut(text), commands));
  }

  it('says where each command stands', () => {
    const text = 'tsc --noEmit ||  true';
    for (const { text: command, start, end } of shellCommands(text)) assert.equal(text.slice(start, end), command);
  });

  for (const [text, bare] of [
    ['NODE_ENV=production npx prisma@6.14.0 db push', 'prisma db push'],
    ['pnpm exec drizzle-kit push', 'drizzle-kit push'],
    ['dotenv -e .env -- prisma db push', 'prisma db push'],
    ['cross-env CI=1 ./node_modules/.bin/eslint .', 'eslint .'],
    ['yarn eslint .', 'eslint .'],
    ['@biomejs/biome@2.0.0 ci .', '@biomejs/biome ci .'],
  ] as const) {
    it(`finds the command in ${text}`, () => assert.equal(bareCommand(text), bare));
  }

  const scripts = new Set(['build', 'lint', 'db:push']);
  for (const [text, called] of [
    ['npm run build', ['build']],
    ['npm run --silent build -- --x', ['build']],
    ['npm test', ['test']],
    ['npm ci', []],
    ['npm install build', []],
    ['yarn lint', ['lint']],
    ['yarn eslint .', []],
    ['pnpm --filter web build', ['build']],
    ['pnpm -r run test', ['test']],
    ['bun run db:push', ['db:push']],
    ['turbo run lint test --filter=web', ['lint', 'test']],
    ['npx turbo build', ['build']],
    ['turbo --no-daemon typecheck', ['typecheck']],
    ['turbo run --no-daemon --concurrency=2 lint test', ['lint', 'test']],
    ['nx run-many -t lint test', ['lint', 'test']],
    ['run-p lint test', ['lint', 'test']],
    ['prisma db push', []],
  ] as const) {
    it(`${text} runs ${called.join(' and ') || 'no script'}`, () => assert.deepEqual(calledScripts(text, scripts), called));
  }
});
