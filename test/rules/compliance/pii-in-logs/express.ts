// file: src/routes/users.ts
// packages: express@5.1.0
import express from 'express';
import { bcrypt, findUser, getDatabaseUrl, getResetToken, isProduction, maskEmail, setPassword } from '../users';

export const router = express.Router();

router.post('/login', async (req, res) => {
  const { email, password } = req.body;
  console.log('Login attempt', email); // expect: pii-in-logs(warning high)
  //                           ^^^^^ email is written to the log
  console.log(`Password is ${password}`); // expect: pii-in-logs(error high)
  //                         ^^^^^^^^ whoever reads the log can use it
  console.log('body', req.body); // expect: pii-in-logs(error high)
  console.log(JSON.stringify(req.headers)); // expect: pii-in-logs(warning medium)
  console.log('auth', req.headers.authorization); // expect: pii-in-logs(error high)
  console.log('auth', req.headers['authorization']); // expect: pii-in-logs(error high)
  console.log('auth', req.get('Authorization')); // expect: pii-in-logs(error high)
  const user = await findUser(email);
  console.log('Found', user); // expect: pii-in-logs(warning medium)
  console.log('Found ' + JSON.stringify(user)); // expect: pii-in-logs(warning medium)
  console.error('Failed for', user.email.toLowerCase(), user.phoneNumber); // expect: pii-in-logs
  console.log({ event: 'login', email, at: Date.now() }); // expect: pii-in-logs
  console.log('list', [user].map((one) => one.email)); // expect: pii-in-logs

  console.log('Login attempt', user.id); // ok: pii-in-logs
  console.log('password is wrong for this email'); // ok: pii-in-logs
  console.log('has email', !!email, email ? 'yes' : 'no', typeof password, password === '', password.length); // ok: pii-in-logs
  console.log('masked', maskEmail(email), email.slice(0, 2)); // ok: pii-in-logs
  console.log({ email: undefined, hasPassword: Boolean(password), emailSent: true }); // ok: pii-in-logs
  console.log(`Found ${user}`); // ok: pii-in-logs
  const masked = maskEmail(email);
  console.log({ masked, emailVerified: user.emailVerified, emailCount: 3 }); // ok: pii-in-logs
  if (process.env.NODE_ENV !== 'production') console.log(email); // ok: pii-in-logs
  const fields = { email, plan: 'pro' };
  console.log('fields', fields); // expect: pii-in-logs
  //                    ^^^^^^ email is written to the log
  console.log('token', getResetToken(), user.getPassword()); // expect: pii-in-logs(error high)
  console.log('url', getDatabaseUrl()); // ok: pii-in-logs
  console.log(process.env); // expect: pii-in-logs(error high)
  console.log('plain', password.valueOf()); // expect: pii-in-logs
  const hidden = { email: maskEmail(email), id: user.id };
  console.log('fields', hidden); // ok: pii-in-logs
  const securePassword = await bcrypt(password);
  console.log('stored', securePassword); // ok: pii-in-logs
  if (!isProduction()) console.log(email); // ok: pii-in-logs
  res.json({ email: user.email });
});

router.post('/reset', async (req, res) => {
  const token = req.body.token;
  const resetUrl = `${process.env.APP_URL}/reset?token=${token}`;
  console.log(token); // expect: pii-in-logs(error medium)
  console.log('Send', resetUrl); // expect: pii-in-logs(error high)
  console.log('key', process.env.STRIPE_SECRET_KEY); // expect: pii-in-logs(error high)
  console.log('key', process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY, process.env.ADMIN_EMAIL); // ok: pii-in-logs
  const tokenCount = 12;
  const pageToken = req.query.pageToken;
  const tokens = tokenCount;
  console.log(tokenCount, pageToken, tokens, 'token'); // ok: pii-in-logs
  const adminEmail = 'ops@example.com';
  const email = 'noreply@example.com';
  console.log('From', adminEmail, email); // ok: pii-in-logs
  await setPassword(token);
  res.json({});
});
