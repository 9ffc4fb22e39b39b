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

describe('What elements of a page are given', () => {
  const manifest = { 'package.json': JSON.stringify({ dependencies: { react: '19.0.0', next: '14.2.0' } }) };

  it('is looked at again when another statement gives an element something else', async () => {
    const view = 'src/Search.tsx';
    const text = `const params = new URLSearchParams(window.location.search);
function Hint({ html }: { html: string }) {
  return <p dangerouslySetInnerHTML={{ __html: html }} />;
}
export function Search() {
  const hint = params.get('hint');
  return <Hint html={'<b>none</b>'} />;
}
export function Other() {
  return <p>nothing</p>;
}
`;
    const { session, type } = await openLive({ ...manifest, [view]: text }, { checks: [] });
    session.setText(view, text, 1);
    const found = () => placesOf(session.result(view)!.findings, 'xss-raw-html');
    assert.deepEqual(found(), []);
    // The first edit makes what is kept from one keystroke to the next.
    type(view, "'<b>none</b>'", "'<b>nothing</b>'");
    type(view, "'<b>nothing</b>'", 'hint');
    assert.deepEqual(found(), [`${view}:3`]);
    type(view, 'html={hint}', "html={'<b>none</b>'}");
    assert.deepEqual(found(), []);
    type(view, '<p>nothing</p>', "<Hint html={params.get('hint')} />");
    assert.deepEqual(found(), [`${view}:3`]);
  });

  it('is looked at again when the function that makes the page hands it something else', async () => {
    const page = 'pages/item.tsx';
    const text = `export async function getServerSideProps({ query }) {
  return { props: { note: 'none' } };
}
export default function Item({ note }) {
  return <p dangerouslySetInnerHTML={{ __html: note }} />;
}
`;
    const { session, type } = await openLive({ ...manifest, [page]: text }, { checks: [] });
    session.setText(page, text, 1);
    const found = () => placesOf(session.result(page)!.findings, 'xss-raw-html');
    type(page, "'none'", "'nothing'");
    assert.deepEqual(found(), []);
    type(page, "'nothing'", 'query.note');
    assert.deepEqual(found(), [`${page}:5`]);
    type(page, 'query.note', "'none'");
    assert.deepEqual(found(), []);
  });
});

describe('What middleware puts on a request', () => {
  it('is looked at again when another statement puts something else there', async () => {
    const text = `import express from 'express';
const app = express();
app.use((req, res, next) => {
  res.locals.at = Date.now();
  next();
});
app.get('/preview', async (req, res) => {
  res.send(await (await fetch(req.wanted)).text());
});
`;
    const manifest = { 'package.json': JSON.stringify({ dependencies: { express: '5.1.0' } }) };
    const { session, type } = await openLive({ ...manifest, [file]: text }, { checks: [] });
    session.setText(file, text, 1);
    const found = () => placesOf(session.result(file)!.findings, 'ssrf');
    type(file, 'Date.now()', 'Date.now() + 1');
    assert.deepEqual(found(), []);
    type(file, 'res.locals.at = Date.now() + 1', 'req.wanted = req.query.address');
    assert.deepEqual(found(), [`${file}:8`]);
    type(file, 'req.query.address', "'https://example.com'");
    assert.deepEqual(found(), []);
    type(file, "req.wanted = 'https://example.com'", 'req.wanted = req.query.address');
    assert.deepEqual(found(), [`${file}:8`]);
    type(file, 'req.wanted = req.query.address', 'req.other = req.query.address');
    assert.deepEqual(found(), []);
  });
});
