// file: lib/mail.ts
// packages: next@15.0.0, react@19.0.0
export async function send(to: string) {
  return fetch('https://mail.example/send', { // expect: external-call-without-timeout
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.MAIL_KEY}` },
    body: JSON.stringify({ to }),
  });
}
