import assert from 'node:assert/strict';
import type { RouteRow } from '../../../src/engine/api';
import { analyse, type Sample } from './sample';

/**
 * Who may call an endpoint, by reading the code: `open` anyone, `presence` anyone who sends some token, `rls` whoever row
 * level security lets through, `signed` whoever holds a secret, `user` a verified account, `admin` one with that role,
 * `job` nobody, since the application starts it.
 */
type Access = 'open' | 'presence' | 'rls' | 'signed' | 'user' | 'admin' | 'job';

function accessTo(row: RouteRow): Access | 'unknown' {
  if (row.method === 'JOB' || row.method === 'CRON') return row.authentication === 'public' ? 'job' : 'unknown';
  if (row.level === 'SECRET' || row.guards.some((guard) => guard.kind === 'signature')) return 'signed';
  switch (row.authentication) {
    case 'present':
      return row.level === 'ROLE' ? 'admin' : 'user';
    case 'delegated':
      return 'rls';
    case 'unknown':
      return 'unknown';
    default:
      return row.level === 'PRESENCE_ONLY' ? 'presence' : 'open';
  }
}

/** `api GET /api/classes`: both applications have some of the same paths. */
function nameOf(row: RouteRow): string {
  const part = row.file.startsWith('supabase/') ? 'edge' : row.file.split('/')[1];
  return `${part} ${row.method} ${row.path}`;
}

const truth: Readonly<Record<Sample, Readonly<Record<Access, readonly string[]>>>> = {
  prototype: {
    open: [
      'api POST /api/admin/promo-codes',
      'api POST /api/auth/register',
      'api POST /api/auth/login',
      'api POST /api/auth/forgot-password',
      'api POST /api/auth/reset-password',
      'api GET /api/classes',
      'api GET /api/classes/search',
      'api GET /api/classes/:id',
      'api GET /api/orders/:id',
      'api POST /api/orders',
      'api GET /api/products',
      'api GET /api/products/:id',
      'web ACTION cancelBooking',
      'web ACTION updateProfile',
      'web ACTION markBookingPaid',
      'web POST /api/admin/discounts',
      'web PATCH /api/bookings/[id]',
      'web POST /api/chat',
      'web POST /api/contact',
      'web POST /api/newsletter',
      'web GET /api/products',
      'web POST /api/webhooks/payments',
      'edge ALL /functions/v1/send-confirmation',
    ],
    job: [],
    presence: ['edge ALL /functions/v1/refund-booking', 'web POST /api/checkout'],
    rls: ['web GET /api/bookings/[id]'],
    signed: [],
    user: [
      'api GET /api/bookings',
      'api POST /api/bookings',
      'api POST /api/bookings/:id/pay',
      'api DELETE /api/bookings/:id',
      'api GET /api/orders',
      'api POST /api/orders/:id/checkout',
      'api DELETE /api/products/:id',
      'api GET /api/users/me',
      'api PUT /api/users/:id',
      'api POST /api/users/me/avatar',
      'web ACTION bookClass',
      'web DELETE /api/bookings/[id]',
    ],
    admin: [
      'api GET /api/admin/users',
      'api DELETE /api/admin/users/:id',
      'api GET /api/admin/orders',
      'api POST /api/admin/orders/:id/refund',
      'api GET /api/admin/stats',
      'api POST /api/products',
      'api PATCH /api/products/:id',
      'web GET /api/admin/export',
      'web GET /api/admin/orders',
      'web PATCH /api/admin/orders',
      'web PATCH /api/admin/products/[id]',
      'web DELETE /api/admin/products/[id]',
    ],
  },
  hardened: {
    open: [
      'api POST /api/auth/register',
      'api POST /api/auth/login',
      'api POST /api/auth/refresh',
      'api POST /api/auth/forgot-password',
      'api POST /api/auth/reset-password',
      'api GET /api/classes',
      'api GET /api/classes/search',
      'api GET /api/classes/:id',
      'api GET /health/live',
      'api GET /health/ready',
      'api GET /api/products',
      'api GET /api/products/:id',
      'web POST /api/contact',
      'web GET /api/health',
      'web POST /api/newsletter',
      'web GET /api/products',
    ],
    job: ['api JOB reminders', 'api JOB emails'],
    presence: [],
    rls: [],
    signed: ['api POST /webhooks/stripe', 'web POST /api/webhooks/payments', 'edge ALL /functions/v1/send-confirmation'],
    user: [
      'api GET /api/bookings',
      'api POST /api/bookings',
      'api POST /api/bookings/:id/pay',
      'api DELETE /api/bookings/:id',
      'api GET /api/orders',
      'api GET /api/orders/:id',
      'api POST /api/orders',
      'api POST /api/orders/:id/checkout',
      'api GET /api/users/me',
      'api PATCH /api/users/me',
      'api GET /api/users/me/export',
      'api DELETE /api/users/me',
      'api POST /api/users/me/avatar',
      'web ACTION bookClass',
      'web ACTION cancelBooking',
      'web ACTION updateProfile',
      'web ACTION deleteAccount',
      'web GET /api/bookings/[id]',
      'web PATCH /api/bookings/[id]',
      'web DELETE /api/bookings/[id]',
      'web POST /api/chat',
      'web POST /api/checkout',
    ],
    admin: [
      'api POST /api/admin/promo-codes',
      'api GET /api/admin/users',
      'api DELETE /api/admin/users/:id',
      'api GET /api/admin/orders',
      'api POST /api/admin/orders/:id/refund',
      'api GET /api/admin/stats',
      'api POST /api/products',
      'api PATCH /api/products/:id',
      'api DELETE /api/products/:id',
      'web POST /api/admin/discounts',
      'web GET /api/admin/export',
      'web GET /api/admin/orders',
      'web PATCH /api/admin/orders',
      'web PATCH /api/admin/products/[id]',
      'web DELETE /api/admin/products/[id]',
      'edge ALL /functions/v1/refund-booking',
    ],
  },
};

describe('endpoints of the sample applications', () => {
  for (const sample of ['prototype', 'hardened'] as const) {
    it(`are found in the ${sample}, each with who may call it`, async () => {
      const { routes } = await analyse(sample);
      const answers = new Map(routes.filter((row) => !row.file.includes('/test/')).map((row) => [nameOf(row), accessTo(row)]));
      const wrong: string[] = [];
      for (const [access, names] of Object.entries(truth[sample])) {
        for (const name of names) {
          const answer = answers.get(name) ?? 'not found';
          if (answer !== access) wrong.push(`${name}: is ${access}, answered ${answer}`);
          answers.delete(name);
        }
      }
      wrong.push(...[...answers.keys()].map((name) => `${name}: does not exist`));
      assert.deepEqual(wrong, []);
    });
  }
});
