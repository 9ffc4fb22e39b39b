// file: src/routes/held.ts
// packages: express@5.1.0
import express from 'express';

export const router = express.Router();

router.post('/login', (req, res) => {
  const { email, plan } = req.body;
  let fields = { email, plan };
  fields = { ...fields };
  console.log('Login', fields); // ok: pii-in-logs
  const kept = { email, plan };
  console.log('Login', kept, 'now'); // expect: pii-in-logs
  console.log(`Login ${kept}`); // ok: pii-in-logs
  res.json({});
});
