import { defineLibrary, type CallRole } from '../model/library';

const entry = { callbacks: [{ args: [1], params: ['archives#entry'], when: 'entry' }] } satisfies CallRole;
const each = { callbacks: [{ args: [0], params: ['archives#entry'] }] } satisfies CallRole;
const events = ['on', 'once'];

/** Archives: their entries are named by whoever packed them, steps to folders above included. */
export default defineLibrary({
  id: 'archives',
  title: 'Archives',
  packages: ['adm-zip', 'unzip', 'unzipper', 'unzip2', 'tar-stream', 'tar', 'jszip', 'node-stream-zip', 'decompress-zip', 'yauzl'],
  aliases: {
    'adm-zip#().getEntries()': 'archives#entries',
    'adm-zip#().getEntry()': 'archives#entry',
    'archives#entries.[]': 'archives#entry',
    'archives#entries.[0]': 'archives#entry',
    ...Object.fromEntries(
      ['unzip', 'unzipper', 'unzip2'].flatMap((name) => [
        [`${name}#Parse()`, 'archives#stream'],
        [`${name}#ParseOne()`, 'archives#stream'],
      ]),
    ),
    'tar#Parse()': 'archives#stream',
    'tar#Parser()': 'archives#stream',
    'tar-stream#extract()': 'archives#stream',
    'node-stream-zip#()': 'archives#stream',
    'yauzl#openPromise()': 'archives#stream',
    'jszip#loadAsync()': 'archives#jszip',
    'jszip#().loadAsync()': 'archives#jszip',
  },
  // What is piped into is given back: `createReadStream(file).pipe(unzip.Parse()).on('entry', …)`.
  memoises: { 'node:events#emitter.pipe': 0, 'archives#stream.pipe': 0 },
  calls: {
    ...Object.fromEntries(events.map((name) => [`archives#stream.${name}`, entry])),
    'archives#entries.forEach': each,
    'archives#entries.map': each,
    'archives#entries.filter': each,
    'archives#jszip.forEach': { callbacks: [{ args: [0], params: ['archives#entry.path', 'archives#entry'] }] },
    'decompress#': { callbacks: [{ args: [2], params: ['archives#entry'], property: 'map' }] },
  },
  reads: Object.fromEntries(
    ['entryName', 'path', 'name', 'fileName', 'linkpath', 'linkname', 'relativePath'].map((name) => [
      `archives#entry.${name}`,
      { input: 'file' as const },
    ]),
  ),
});
