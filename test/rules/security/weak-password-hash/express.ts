// packages: express@5.1.0, @prisma/client@6.0.0, bcrypt@5.1.0, crypto-js@4.2.0, md5@2.3.0
import { createCipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import crypto from 'crypto';
import bcrypt from 'bcrypt';
import CryptoJS from 'crypto-js';
import express from 'express';
import md5 from 'md5';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();
app.use(express.json());

app.post('/members', async (req, res) => {
  const password = createHash('md5').update(String(req.body.password)).digest('hex'); // expect: weak-password-hash(error medium)
  //               ^^^^^^^^^^^^^^^^^ is kept as MD5 alone
  res.json(await prisma.member.create({ data: { name: String(req.body.name), password } }));
});

app.post('/enter', async (req, res) => {
  const member = await prisma.member.findFirst({ where: { name: String(req.body.name) } });
  if (member?.password !== crypto.createHash('sha256').update(req.body.password).digest('hex')) return res.status(401).end(); // expect: weak-password-hash
  res.json({ ok: true });
});

export function hashOfPassword(password: string, salt: string): string {
  return createHash('sha512').update(password + salt).digest('base64'); // expect: weak-password-hash
}

export const encryptPassword = (password: string, salt: string) => CryptoJS.SHA256(`${salt}${password}`).toString(); // expect: weak-password-hash
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ as SHA-256 with something added

export function makePasswordRecord(password: string) {
  return { passwordHash: md5(password) }; // expect: weak-password-hash
}

export const simpleHash = (password: string) => {
  const sum = createHash('sha1'); // expect: weak-password-hash
  sum.update(password);
  return sum.digest('hex');
};

// Both are made to be compared, and none is kept.
app.post('/desk', async (req, res) => {
  const passwordHash = createHash('sha256').update(req.body.password).digest(); // ok: weak-password-hash
  const wanted = createHash('sha256').update(process.env.DESK_PASSWORD!).digest();
  res.json({ ok: timingSafeEqual(passwordHash, wanted) });
});

// What takes work is kept, and the digest is only what it is made of.
export async function slowly(password: string) {
  const digest = createHash('sha256').update(password).digest('base64'); // ok: weak-password-hash
  return { passwordHash: await bcrypt.hash(digest, 12), other: await bcrypt.hash(md5(password), 12) }; // ok: weak-password-hash
}

// A key that something is encrypted with, a digest of a token, of a file, or with a key of the server.
export function seal(text: string, password: string) {
  return createCipheriv('aes-256-cbc', createHash('sha256').update(password).digest(), randomBytes(16)).update(text); // ok: weak-password-hash
}
export function hashToken(token: string) {
  return { hash: createHash('sha256').update(token).digest('hex') }; // ok: weak-password-hash
}
export function signPassword(password: string) {
  return createHmac('sha256', process.env.PEPPER!).update(password).digest('hex'); // ok: weak-password-hash
}

// Many rounds take work.
export function stretch(password: string) {
  let hash = password;
  for (let round = 0; round < 100_000; round++) hash = createHash('sha256').update(password + hash).digest('hex'); // ok: weak-password-hash
  return hash;
}

app.listen(3000);
