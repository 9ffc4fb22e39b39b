import { defineLibrary, type CallRole } from '../model/library';

/** 80 s for each of three tries, set where the client is made. */
const made: CallRole = {
  outbound: { timeout: { arg: 1, options: ['timeout', 'httpClient'] }, defaultMs: 80_000, throwsOnStatus: true, kind: 'sdk' },
};
/** Amounts are whole numbers of cents: anything else is refused with "Invalid integer". */
const minorUnits = [
  'amount',
  'unit_amount',
  'amount_off',
  'amount_to_capture',
  'application_fee_amount',
  'fixed_amount',
  'custom_amount',
  'flat_amount',
  'tax_amount',
];
const paid: CallRole = { minorUnits, outbound: { defaultMs: 80_000, throwsOnStatus: true, paid: true, kind: 'sdk', promises: true } };
const charged: CallRole = { ...paid, charges: ['amount', 'unit_amount'] };
const asked: CallRole = { outbound: { defaultMs: 80_000, throwsOnStatus: true, kind: 'sdk', promises: true } };
const resources = [
  'accounts',
  'accountLinks',
  'accountSessions',
  'balanceTransactions',
  'billingPortal.sessions',
  'charges',
  'checkout.sessions',
  'coupons',
  'customers',
  'customerSessions',
  'disputes',
  'ephemeralKeys',
  'events',
  'invoiceItems',
  'invoices',
  'paymentIntents',
  'paymentLinks',
  'paymentMethods',
  'payouts',
  'plans',
  'prices',
  'products',
  'promotionCodes',
  'refunds',
  'setupIntents',
  'subscriptionItems',
  'subscriptionSchedules',
  'subscriptions',
  'taxRates',
  'transfers',
  'billing.meterEvents',
];
const acting = [
  'create',
  'update',
  'del',
  'cancel',
  'confirm',
  'capture',
  'attach',
  'detach',
  'pay',
  'expire',
  'resume',
  'finalizeInvoice',
  'sendInvoice',
  'voidInvoice',
  'createBalanceTransaction',
  'createUsageRecord',
  'createReversal',
];
const asking = ['retrieve', 'list', 'search', 'listLineItems', 'listPaymentMethods', 'createPreview', 'retrieveUpcoming'];

/** Stripe's client 8 and later. Signatures of its webhooks stand in `webhooks`. */
export default defineLibrary({
  id: 'stripe',
  title: 'Stripe',
  packages: ['stripe'],
  aliases: {
    'stripe#Stripe()': 'stripe#client',
    'stripe#()': 'stripe#client',
  },
  types: { 'stripe#Stripe': 'stripe#client', 'stripe#': 'stripe#client' },
  names: { stripe: 'stripe#client' },
  calls: {
    'stripe#': made,
    'stripe#Stripe': made,
    ...Object.fromEntries(resources.flatMap((resource) => acting.map((name) => [`stripe#client.${resource}.${name}`, paid]))),
    ...Object.fromEntries(['charges', 'checkout.sessions', 'paymentIntents'].map((name) => [`stripe#client.${name}.create`, charged])),
    ...Object.fromEntries(resources.flatMap((resource) => asking.map((name) => [`stripe#client.${resource}.${name}`, asked]))),
  },
});
