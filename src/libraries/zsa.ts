import { defineLibrary, type CallRole } from '../model/library';

const params = ['zsa#opts'];
const settings = [
  'output',
  'timeout',
  'retry',
  'onStart',
  'onSuccess',
  'onError',
  'onComplete',
  'onInputParseError',
  'experimental_shapeError',
];
const meta: CallRole = { builder: { step: 'meta' } };

/** What may be said of a procedure or an action before its handler. */
function steps(of: string): Record<string, CallRole> {
  return { [`${of}.input`]: { builder: { step: 'input' } }, ...Object.fromEntries(settings.map((name) => [`${of}.${name}`, meta])) };
}

/**
 * zsa: an action runs the handler of its procedure first, and goes on whatever that gives, unless it throws. What handlers of
 * procedures give is the context of actions; the names in it are conventions.
 */
export default defineLibrary({
  id: 'zsa',
  title: 'zsa',
  packages: ['zsa'],
  aliases: {
    'zsa#createServerActionProcedure()': 'zsa#procedure',
    'zsa#createServerAction()': 'zsa#action',
    'zsa#procedure.createServerAction()': 'zsa#action',
    ...Object.fromEntries(
      ['procedure', 'action'].flatMap((name) => ['input', ...settings].map((step) => [`zsa#${name}.${step}()`, `zsa#${name}`])),
    ),
    'zsa#procedure.handler()': 'zsa#procedure',
    'zsa#opts.input': 'zsa#input',
    'zsa#opts.ctx': 'zsa#ctx',
    'zsa#opts.request': 'web#request',
  },
  calls: {
    'zsa#createServerActionProcedure': { builder: { step: 'make', base: 0 } },
    'zsa#createServerAction': { builder: { step: 'start' } },
    'zsa#procedure.createServerAction': meta,
    ...steps('zsa#procedure'),
    ...steps('zsa#action'),
    'zsa#procedure.handler': { builder: { step: 'use' }, callbacks: [{ args: [0], params }] },
    'zsa#action.handler': { builder: { step: 'end', method: 'ACTION' }, callbacks: [{ args: [0], params }] },
    'zsa#ZSAError': { reply: { body: 1, throws: true, format: 'json' } },
  },
  reads: {
    'zsa#input': { input: 'arguments', checked: true },
    ...Object.fromEntries(
      ['user', 'session', 'userId'].flatMap((name) => [`zsa#ctx.${name}`, `zsa#ctx.${name}.*`].map((path) => [path, { identity: true }])),
    ),
  },
  provides: { rpc: { 'body-limit': { presence: 'unknown', reason: 'the server around the actions decides' } } },
  rejection: () => 'handled-by-framework',
});
