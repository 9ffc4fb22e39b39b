export function orderIn(body: any) {
  if (typeof body.amount !== 'number') return { problem: 'An order needs an amount' };
  return { order: { amount: body.amount } };
}
