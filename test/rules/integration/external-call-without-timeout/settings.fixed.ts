export async function send(to: string) {
  return fetch('https://mail.example/send', {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.MAIL_KEY}` },
    body: JSON.stringify({ to }),
    signal: AbortSignal.timeout(10_000),
  });
}
