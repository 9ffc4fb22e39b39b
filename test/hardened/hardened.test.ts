import assert from 'node:assert/strict';
import { installFrameworks } from '../crosscheck/install';
import type { Files } from '../harness/project';
import type { Application, HandlerCase } from './cases';
import { express } from './express';
import { fastify } from './fastify';
import { hardenHandler, type Hardened } from './harden';
import { paymentService, start, type Answer, type Lab, type Running } from './lab';
import { next } from './next';
import { supabaseEdge } from './supabaseEdge';

const applications = [express(4), express(5), fastify, next, supabaseEdge];

/** Text that only the server may see. */
const secret = 'password authentication failed for user "shop" at db.internal:5432';
/** How long a hardened handler waits here instead of ten seconds, and how long nobody should wait for an answer. */
const shortened = 400;
const patience = 3_000;

type Service = Awaited<ReturnType<typeof paymentService>>;

describe('hardened handlers', function () {
  this.timeout(60_000);
  let packages = '';
  let service: Service;
  const lab: Lab = {
    lines: [],
    database: (model, operation, { data, where }) => ({ id: `${model}-1`, operation, ...where, ...data }),
    supabase: (table, operation) => Promise.resolve({ data: { id: `${table}-1`, operation }, error: null }),
  };
  const well = { ...lab };
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const waits: number[] = [];
  const printed: unknown[][] = [];
  const print = console.error;
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  const environment: Record<string, string> = { JWT_SECRET: 'x', NODE_ENV: 'production' };
  const earlier = Object.fromEntries(['PAY_URL', ...Object.keys(environment)].map((name) => [name, process.env[name]]));

  before(async function () {
    this.timeout(300_000);
    packages = await installFrameworks();
    service = await paymentService();
    Object.assign(process.env, environment, { PAY_URL: service.url });
    Object.assign(globalThis, { lab });
    process.on('unhandledRejection', note);
  });

  after(async () => {
    process.off('unhandledRejection', note);
    for (const [name, value] of Object.entries(earlier)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await service.close();
  });

  beforeEach(() => {
    Object.assign(lab, well, { lines: [] });
    Object.assign(service, { hang: false, requests: 0 });
    waits.length = printed.length = rejections.length = 0;
    AbortSignal.timeout = (milliseconds) => {
      waits.push(milliseconds);
      return timeout(shortened);
    };
    console.error = (...given: unknown[]) => printed.push(given);
  });

  afterEach(() => {
    AbortSignal.timeout = timeout;
    console.error = print;
    assert.deepEqual(rejections, [], 'no promise was left to itself');
  });

  /** Lines about an error, in the application's log or on the console. */
  const errorLines = () => [...lab.lines.filter(({ level }) => level === 'error').map(({ given }) => given), ...printed];

  for (const application of applications) describe(application.title, () => suite(application));

  function suite(application: Application): void {
    let files: Files = application.files;
    let before_: Running;
    let now: Running;
    const done = new Map<HandlerCase, Hardened>();

    before(async () => {
      for (const handler of application.handlers) {
        const hardened = await hardenHandler(files, handler);
        assert.ok(hardened, `${handler.name} was not changed`);
        done.set(handler, hardened);
        files = hardened.files;
      }
      before_ = await start(application, application.files, packages);
      now = await start(application, files, packages);
    });

    after(async () => {
      await before_?.close();
      await now?.close();
    });

    for (const handler of application.handlers) {
      describe(handler.name, () => {
        const good = { ...handler.good, token: 'genuine' };

        it('is changed by one edit of its own file, and not by a second one', async () => {
          const { fix } = done.get(handler)!;
          assert.deepEqual(
            fix.edits.map(({ file, create }) => [file, create ?? false]),
            [[handler.file, false]],
          );
          const offset = files[handler.file]!;
          const again = await hardenHandler(files, { ...handler, at: handler.comments[handler.comments.length - 1]! });
          assert.equal(again, undefined, `${JSON.stringify(again?.fix.edits)} in\n${offset}`);
        });

        it('keeps its comments', () => {
          for (const comment of handler.comments)
            assert.equal(files[handler.file]!.split(comment).length, 2, `${comment} in\n${files[handler.file]}`);
        });

        it('answers a good request as before', async () => {
          const expected = await before_.ask(good);
          assert.ok(expected.status < 300, `${expected.status} ${expected.text}`);
          assert.deepEqual(await now.ask(good), expected);
          assert.deepEqual(errorLines(), []);
        });

        it('refuses callers without credentials, and with made-up ones', async () => {
          assert.ok((await before_.ask(handler.good)).status < 300, 'it was open');
          service.requests = 0;
          for (const token of [undefined, 'made-up']) {
            const { status, text } = await now.ask({ ...handler.good, ...(token === undefined ? {} : { token }) });
            assert.equal(status, 401, text);
          }
          assert.equal(service.requests, 0, 'nothing was done for them');
        });

        it('answers 400 to a body that it cannot take', async () => {
          const bodies = [JSON.stringify(handler.bad), '{}', '[]'];
          // Express and Fastify parse bodies before handlers see them.
          if (application.run === 'call' || application.run === 'deno') bodies.push('null', 'no JSON at all', '');
          for (const raw of bodies) {
            const { status, text } = await now.ask({ ...good, raw });
            assert.equal(status, 400, `${status} ${text} to ${raw}`);
          }
          assert.equal(service.requests, 0);
          assert.deepEqual(errorLines(), [], 'what a client sends is no error of the server');
        });

        it('gives up on a service that does not answer', async () => {
          service.hang = true;
          const answer = await within(patience, now.ask(good));
          failedQuietly(answer);
          assert.equal(service.requests, 1);
          assert.deepEqual(waits, [10_000], 'the limit that was written');
        });

        it('says nothing of what went wrong inside, and logs it once', async () => {
          lab.database = () => {
            throw new Error(secret);
          };
          lab.supabase = () => Promise.reject(new Error(secret));
          failedQuietly(await now.ask(good));
          const [line] = errorLines();
          assert.ok(mentions(line, secret), 'the log tells what happened');
          Object.assign(lab, well);
          assert.ok((await now.ask(good)).status < 300, 'the next request is served');
        });

        if (application.run === 'deno') {
          it('does not take an error in a result for success', async () => {
            lab.supabase = () => Promise.resolve({ data: null, error: { message: secret } });
            failedQuietly(await now.ask(good));
          });
        }
      });
    }

    function failedQuietly({ status, text }: Answer): void {
      assert.equal(status, 500, text);
      assert.deepEqual(JSON.parse(text), { error: 'Internal server error' });
      assert.equal(errorLines().length, 1, `one line in the log, not ${JSON.stringify(errorLines().map((line) => line.map(String)))}`);
    }
  }
});

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Is a text anywhere in what was logged: a message, an error, or the field of an object? */
function mentions(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.includes(text);
  if (value instanceof Error) return value.message.includes(text);
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => mentions(inner, text));
}
