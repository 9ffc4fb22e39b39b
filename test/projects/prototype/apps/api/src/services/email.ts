export async function sendEmail(to: string, subject: string, html: string) {
  try {
    await fetch('https://api.resend.com/emails', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${process.env.RESEND_API_KEY}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ from: 'Kiln & Clay <hello@kilnandclay.example>', to, subject, html }),
    });
    console.log(`📧 Sent "${subject}" to ${to}`);
  } catch (error) {
    console.log('Email failed');
  }
}
