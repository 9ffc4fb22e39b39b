import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const files: Record<string, string> = {
  'package.json': '{"name":"mounts","dependencies":{"express":"5.1.0"}}',
  'src/bookings.ts':
    "import { Router } from 'express';\n\nexport const bookings = Router({ mergeParams: true });\nbookings.delete('/:id', (req, res) => {\n  res.json({});\n});\n",
  'src/app.ts':
    "import express from 'express';\nimport { bookings } from './bookings';\nimport { cabins } from './cabins';\nimport { account } from './account';\n\nconst app = express();\napp.use('/account', account);\napp.use('/cabins', cabins);\napp.use('/bookings', bookings);\napp.listen(3000);\n",
  'src/account.ts':
    "import { Router } from 'express';\nimport { bookings } from './bookings';\n\nexport const account = Router();\naccount.use('/mine/bookings', bookings);\n",
  'src/cabins.ts':
    "import { Router } from 'express';\nimport { bookings } from './bookings';\n\nexport const cabins = Router();\ncabins.use('/:cabin/bookings', bookings);\n",
};

describe('a router that is mounted several times', () => {
  for (const first of ['src/account.ts', 'src/app.ts', 'src/cabins.ts', 'src/bookings.ts']) {
    it(`is listed under its shortest address, whichever file is read first (${first})`, async () => {
      const session = openSession(memoryWorkspace(files));
      // Open files are read before all others.
      session.setText(first, files[first]!, 1);
      await session.scan();
      assert.deepEqual(
        session.routes().map(({ method, path }) => `${method} ${path}`),
        ['DELETE /bookings/:id'],
      );
    });
  }
});
