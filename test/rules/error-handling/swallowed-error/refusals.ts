// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';
import { storage } from './storage';

const prisma = new PrismaClient();
const app = express();

async function requireWorkspacePermission(workspace: string, permission: string) {
  const grant = await prisma.grant.findFirst({ where: { workspace, permission } });
  await prisma.accessLog.create({ data: { workspace, permission } });
  if (!grant) throw new Error('You may not do this.');
  return grant;
}

async function userOfToken(token: string) {
  const session = await prisma.session.findUnique({ where: { token } });
  if (!session) throw new Error('Nobody is signed in.');
  return prisma.user.findUnique({ where: { id: session.userId } });
}

export async function visitor(token: string) {
  try {
    return await userOfToken(token);
  } catch {
    return undefined;
  }
}

async function requireStock(sku: string) {
  const item = await prisma.item.update({ where: { sku }, data: { left: { decrement: 1 } } });
  if (item.left < 0) throw new Error('Sold out.');
  return item;
}

export async function boardsOf(workspace: string) {
  try {
    await requireWorkspacePermission(workspace, 'boards.read');
  } catch {
    return [];
  }
  return prisma.board.findMany({ where: { workspace }, take: 50 });
}

export async function reserve(sku: string) {
  try {
    return await requireStock(sku);
    // expect-next-line: swallowed-error(error medium)
  } catch {
    return null;
  }
}

app.post('/password/forgotten', async (req, res) => {
  try {
    const user = await prisma.user.findUnique({ where: { email: req.body.email } });
    if (user) await prisma.resetToken.create({ data: { userId: user.id } });
    return res.json({ message: 'If there is an account with this address, a mail is on its way.' });
  } catch (error) { // ok: swallowed-error
    console.error('reset', error);
    return res.json({ message: 'If there is an account with this address, a mail is on its way.' });
  }
});

app.post('/password/forgotten/silent', async (req, res) => {
  try {
    await prisma.resetToken.create({ data: { email: req.body.email } });
    return res.json({ message: 'If there is an account with this address, a mail is on its way.' });
    // expect-next-line: swallowed-error(error)
  } catch {
    return res.json({ message: 'If there is an account with this address, a mail is on its way.' });
  }
});

app.post('/members', async (req, res) => {
  try {
    await prisma.member.create({ data: { email: req.body.email } });
    res.status(201).json({ joined: true });
  } catch (error) { // ok: swallowed-error
    if (error instanceof Error && error.message.includes('Unique constraint')) return res.status(200).json({ joined: true });
    return res.status(500).json({ message: 'That did not work.' });
  }
});

app.post('/members/quiet', async (req, res) => {
  try {
    await prisma.member.create({ data: { email: req.body.email } });
    res.status(201).json({ joined: true });
  } catch (error) { // expect: swallowed-error(error)
    if (error instanceof Error && error.message.includes('Unique constraint')) return res.status(200).json({ joined: true });
    return res.status(200).json({ joined: true });
  }
});

export async function keep(key: string, bytes: Buffer, left: number) {
  await storage.save(key, bytes);
  if (bytes.length > left) {
    try {
      await storage.delete(key);
    } catch (_) {} // ok: swallowed-error
    throw new Error('There is no room left for this file.');
  }
  try {
    await prisma.file.create({ data: { key } });
  } catch (_) {} // expect: swallowed-error(error medium)
  return key;
}

export let started = false;
try {
  await prisma.start.create({ data: {} });
  started = true;
} catch {} // expect: swallowed-error(error medium)

export async function place(address: string): Promise<string> {
  try {
    const answer = await fetch(`https://places.example.com/${encodeURIComponent(address)}`, { signal: AbortSignal.timeout(2000) });
    return await answer.text();
  } catch {
    return 'The place is not known.';
  }
}

export async function cached(id: string) {
  try {
    const answer = await fetch(`https://cache.example.com/${encodeURIComponent(id)}`, { signal: AbortSignal.timeout(200) });
    if (answer.ok) return await answer.text();
  } catch {} // ok: swallowed-error
  const found = await prisma.page.findUnique({ where: { id } });
  return found?.text;
}

export async function firstOf(addresses: string[]) {
  for (const address of addresses) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(200) });
      if (answer.ok) return address;
    } catch {} // ok: swallowed-error
  }
  return undefined;
}

export async function often(address: string) {
  for (let turn = 0; turn < 3; turn++) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(200) });
      if (answer.ok) return await answer.text();
    } catch {} // expect: swallowed-error(warning)
  }
  return undefined;
}

export async function noted(id: string) {
  try {
    await prisma.visit.create({ data: { id } });
    if (id === '') return undefined;
  } catch {} // expect: swallowed-error(error)
  return prisma.page.findUnique({ where: { id } });
}

export async function zone(user: string): Promise<string> {
  try {
    const answer = await fetch(`https://places.example.com/${encodeURIComponent(user)}/zone`, { signal: AbortSignal.timeout(2000) });
    return await answer.text();
    // expect-next-line: swallowed-error(warning)
  } catch {
    return 'UTC';
  }
}

export async function states(servers: { address: string; status?: string }[]) {
  for (const server of servers) {
    try {
      const answer = await fetch(`${server.address}/health`, { signal: AbortSignal.timeout(2000) });
      server.status = answer.ok ? 'up' : 'down';
    } catch { // ok: swallowed-error
      server.status = 'down';
    }
  }
  return servers;
}
