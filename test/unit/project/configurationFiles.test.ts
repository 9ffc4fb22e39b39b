import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { readDockerfile } from '../../../src/project/dockerfile';
import { readDotenv } from '../../../src/project/dotenv';
import { readFirebaseRules } from '../../../src/project/firebaseRules';
import { JsonPlaces } from '../../../src/project/jsonPlaces';
import { readYaml } from '../../../src/project/yamlTree';
import { shellCommands } from '../../../src/project/shell';
import { openLive } from '../engine/liveProject';

describe('a .env file', () => {
  const read = (text: string) => readDotenv(text).map(({ name, value }) => [name, value]);

  it('is read as tools read it', () => {
    const text = 'A=1\n  export B = two # remark\nC="x # y"\nD=\'a\nb\'\nE=\n# F=1\nG: yes\nH=a#b\nnot an entry\n1X=no\nI=`t`\r\nJ=last';
    assert.deepEqual(read(text), [
      ['A', '1'],
      ['B', 'two'],
      ['C', 'x # y'],
      ['D', 'a\nb'],
      ['E', ''],
      ['G', 'yes'],
      ['H', 'a#b'],
      ['I', 't'],
      ['J', 'last'],
    ]);
  });

  it('says where names stand', () => {
    const text = '  export A=1\nB=2';
    for (const { name, nameSpan } of readDotenv(text)) assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
  });
});

describe('a Dockerfile', () => {
  it('is read instruction by instruction', () => {
    const text =
      '# syntax=docker/dockerfile:1\nFROM node:22 AS build\nRUN npm ci \\\n    # why\n    && npm run build\nrun <<EOF\nnpm test\nEOF\nCMD ["sh", "-c", "node a.js"]\nENTRYPOINT ["npm", "start"]\n';
    const found = readDockerfile(text);
    assert.deepEqual(
      found.map(({ keyword }) => keyword),
      ['FROM', 'RUN', 'RUN', 'CMD', 'ENTRYPOINT'],
    );
    assert.equal(found[0]!.command, 'node:22 AS build');
    assert.match(found[1]!.command, /^npm ci\s+# why\n\s+&& npm run build$/);
    assert.equal(found[2]!.command.trim(), 'npm test');
    assert.equal(found[3]!.command, 'node a.js');
    assert.equal(text.slice(found[3]!.at!, found[3]!.at! + 9), 'node a.js');
    assert.deepEqual([found[4]!.command, found[4]!.at], ['npm start', undefined]);
  });
});

describe('a rules file', () => {
  it('is read with its paths, conditions and plain functions', () => {
    const text = readFileSync('test/rules/security/firebase-open-rules/firestore.rules', 'utf8');
    const { allows, functions } = readFirebaseRules(text)!;
    assert.deepEqual([...functions.keys()], ['isSignedIn', 'isOwner']);
    assert.deepEqual(
      allows.slice(0, 3).map(({ path, operations }) => `${path} ${operations.join()}`),
      ['/users/{userId} read', '/users/{userId} write', '/users/{userId}/notes/{note} read,write'],
    );
    for (const { condition } of allows)
      if (condition) assert.equal(text.slice(condition.span.start, condition.span.end).replace(/\s+/g, ' '), condition.text);
  });

  it('is none without a service', () => assert.equal(readFirebaseRules('allow read: if true;'), undefined));
});

describe('files of configuration that are being typed', () => {
  const samples: [string, (text: string) => unknown][] = [
    ['test/rules/security/firebase-open-rules/firestore.rules', readFirebaseRules],
    ['test/rules/operational-readiness/container-hygiene/plain.Dockerfile', readDockerfile],
    ['test/rules/security/env-file-committed/held/_.env', readDotenv],
    ['test/checks/operational-readiness/missing-ci/github/.github/workflows/ci.yml', readYaml],
    ['test/rules/data-integrity/schema-push-in-production/prisma/package.json', (text) => new JsonPlaces(text).members('scripts')],
    ['test/rules/data-integrity/schema-push-in-production/platforms/Procfile', shellCommands],
  ];

  for (const [file, read] of samples) {
    it(`are read wherever they break off: ${file.split('/').at(-1)}`, () => {
      const text = readFileSync(file, 'utf8');
      for (let end = 0; end <= text.length; end += 7) read(text.slice(0, end));
      for (let start = 0; start < text.length; start += 13) read(text.slice(start).replace(/[}\])'"]/g, ''));
    });
  }

  it('make no rule fail in a session', async () => {
    const files = Object.fromEntries(
      samples.flatMap(([file]) => {
        const text = readFileSync(file, 'utf8');
        const name = file.split('/').at(-1)!.replace('_.', '.').replace('plain.', '');
        return [0.3, 0.5, 0.8].map(
          (share, index) =>
            [`${index}/${name === 'ci.yml' ? '.github/workflows/ci.yml' : name}`, text.slice(0, Math.floor(text.length * share))] as const,
        );
      }),
    );
    const { session, failures } = await openLive(files);
    assert.deepEqual(failures, []);
    assert.ok(session.project().outcomes.every(({ outcome }) => outcome !== 'error'));
  });
});
