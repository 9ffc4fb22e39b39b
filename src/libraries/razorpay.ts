import { defineLibrary } from '../model/library';

/** Razorpay 2: an order says what its payment is about, in the smallest unit. */
export default defineLibrary({
  id: 'razorpay',
  title: 'Razorpay',
  packages: ['razorpay'],
  aliases: { 'razorpay#()': 'razorpay#client', 'razorpay#Razorpay()': 'razorpay#client' },
  types: { 'razorpay#': 'razorpay#client' },
  calls: {
    'razorpay#client.orders.create': { minorUnits: ['amount'], charges: ['amount'], sink: 'paid' },
    'razorpay#client.paymentLink.create': { minorUnits: ['amount'], charges: ['amount'], sink: 'paid' },
  },
});
