const base = 'https://rates.example.com';

export async function GET() {
  try {
    const response = await fetch(`${base}/latest`, { cache: 'no-store' });
    if (!response.ok) throw new Error(`upstream responded ${response.status}`);
    const { rates } = await response.json();
    const names = await fetch('https://names.example.com').then((answer) => {
      if (!answer.ok) throw new Error(`names.example.com responded ${answer.status}`);
      return answer.json();
    });
    return Response.json({ rates: rates.EUR, names: names.all });
  } catch (error) {
    console.error('no rates', error);
    return Response.json({ error: 'No rates' }, { status: 502 });
  }
}
