// packages: express@5.1.0, twilio@5.0.0
import express from 'express';
import twilio from 'twilio';

const app = express();
const client = twilio(process.env.TWILIO_SID, process.env.TWILIO_TOKEN);

app.post('/sms', async (req, res) => {
  await client.messages.create({ from: '+15550001', to: '+15550002', body: 'Hello' });
  await client.verify.v2.services('VA1').verifications.create({ to: '+15550002', channel: 'sms' });
  res.json({ sent: true });
});

app.listen(3000);
