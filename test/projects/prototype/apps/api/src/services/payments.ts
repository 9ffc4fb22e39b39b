const PAYMENTS_URL = 'https://api.stripe.com/v1';

// TODO: move to env before launch
const STRIPE_KEY = 'sk_live_51InventedBrambleKey7Qw3Zt';

export interface Charge {
  id: string;
  status: string;
  amount: number;
}

export async function createCharge(amount: number, customerEmail: string, description: string): Promise<Charge> {
  const response = await fetch(`${PAYMENTS_URL}/payment_intents`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${STRIPE_KEY}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      amount: String(amount * 100),
      currency: 'eur',
      receipt_email: customerEmail,
      description,
    }),
  });
  return response.json();
}

export async function refundCharge(chargeId: string): Promise<void> {
  await fetch(`${PAYMENTS_URL}/refunds`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${STRIPE_KEY}` },
    body: new URLSearchParams({ payment_intent: chargeId }),
  });
}
