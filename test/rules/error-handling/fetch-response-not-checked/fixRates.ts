// file: app/api/rates/route.ts
// packages: next@15.1.0

const base = 'https://rates.example.com';

export async function GET() {
  try {
    const response = await fetch(`${base}/latest`, { cache: 'no-store' }); // expect: fetch-response-not-checked
    const { rates } = await response.json();
    const names = await fetch('https://names.example.com').then((answer) => answer.json()); // expect: fetch-response-not-checked
    return Response.json({ rates: rates.EUR, names: names.all });
  } catch (error) {
    console.error('no rates', error);
    return Response.json({ error: 'No rates' }, { status: 502 });
  }
}
