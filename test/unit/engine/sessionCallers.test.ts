import { strict as assert } from 'node:assert';
import { openLive, placesOf } from './liveProject';

const file = 'src/tools.ts';
const source = `import express from 'express';
import { exec } from 'node:child_process';

const app = express();
function run(folder: string) {
  exec(\`tool \${folder}\`);
}
function prepare() {
  run('start');
}
app.post('/prepare', (req, res) => {
  prepare();
  res.end();
});
`;

describe('A function that only its own file calls', () => {
  const manifest = { 'package.json': JSON.stringify({ dependencies: { express: '5.1.0' } }) };

  it('is judged again when somebody else in the file gives it something else', async () => {
    const { session, type } = await openLive({ ...manifest, [file]: source }, { checks: [] });
    session.setText(file, source, 1);
    const found = () => placesOf(session.result(file)!.findings, 'command-injection');
    assert.deepEqual(found(), []);
    // The first edit makes what is kept from one keystroke to the next.
    type(file, "run('start')", "run('stars')");
    assert.deepEqual(found(), []);
    type(file, "run('stars')", 'run(process.title)');
    assert.deepEqual(found(), [`${file}:6`]);
    type(file, 'run(process.title)', "run('start')");
    assert.deepEqual(found(), []);
  });

  it('is judged again when another statement begins to call it', async () => {
    const { session, type } = await openLive({ ...manifest, [file]: source }, { checks: [] });
    session.setText(file, source, 1);
    type(file, '  prepare();\n', '  prepare();;\n');
    type(file, '  prepare();;\n', '  run(process.title);\n');
    assert.deepEqual(placesOf(session.result(file)!.findings, 'command-injection'), [`${file}:6`]);
  });
});
