// file: src/limited.ts
// packages: express@5.1.0, axios@1.7.0
import axios from 'axios';
import express from 'express';

axios.defaults.timeout = 5000;
const router = express.Router();
router.get('/rates', async (req, res) => {
  res.json((await axios({ url: 'https://api.example/b' })).data); // ok: external-call-without-timeout
});
export default router;
