import { defineLibrary, type CallRole } from '../model/library';

const params = ['nextSafeAction#opts'];
const action: CallRole = { builder: { step: 'end', method: 'ACTION' }, callbacks: [{ args: [0], params }] };
const steps = ['use', 'useValidated', 'metadata', 'schema', 'inputSchema', 'outputSchema', 'bindArgsSchemas'];

/** next-safe-action 7 and 8: clients carry middleware, actions are made from them; the names of clients are conventions. */
export default defineLibrary({
  id: 'next-safe-action',
  title: 'next-safe-action',
  packages: ['next-safe-action'],
  aliases: {
    'next-safe-action#createSafeActionClient()': 'nextSafeAction#client',
    ...Object.fromEntries(steps.map((step) => [`nextSafeAction#client.${step}()`, 'nextSafeAction#client'])),
    'nextSafeAction#opts.parsedInput': 'nextSafeAction#parsed',
    'nextSafeAction#opts.clientInput': 'nextSafeAction#input',
    'nextSafeAction#opts.ctx': 'nextSafeAction#ctx',
  },
  calls: {
    'nextSafeAction#client.use': { builder: { step: 'use' }, callbacks: [{ args: [0], params }] },
    'nextSafeAction#client.useValidated': { builder: { step: 'use' }, callbacks: [{ args: [0], params }] },
    'nextSafeAction#client.schema': { builder: { step: 'input' } },
    'nextSafeAction#client.inputSchema': { builder: { step: 'input' } },
    'nextSafeAction#client.bindArgsSchemas': { builder: { step: 'input' } },
    'nextSafeAction#client.outputSchema': { builder: { step: 'meta' } },
    'nextSafeAction#client.metadata': { builder: { step: 'meta' } },
    'nextSafeAction#client.action': action,
    'nextSafeAction#client.stateAction': action,
  },
  reads: {
    'nextSafeAction#parsed': { input: 'arguments', checked: true },
    'nextSafeAction#input': { input: 'arguments' },
    'nextSafeAction#ctx.*': { identity: true },
    'nextSafeAction#ctx.user.*': { identity: true },
    'nextSafeAction#ctx.session.*': { identity: true },
  },
  rejection: () => 'handled-by-framework',
});
