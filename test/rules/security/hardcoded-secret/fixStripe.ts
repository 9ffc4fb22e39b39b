import Stripe from 'stripe';

export const stripe = new Stripe('sk_live_51HqInventedKeyForTheFixture7Qw3Zt'); // expect: hardcoded-secret
