// packages: react-router@7.12.0, @react-router/node@7.12.0, @react-router/dev@7.12.0, drizzle-orm@0.40.0, better-sqlite3@11.0.0

// file: app/routes.ts
import { route } from '@react-router/dev/routes';
export default [
  route('/api/shelves', 'routes/shelves.ts'),
  route('/api/letters', 'routes/letters.ts'),
  route('/api/trainings', 'routes/trainings.ts'),
  route('/api/rooms', 'routes/rooms.ts'),
];

// file: app/db.ts
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
export const db = drizzle(new Database('a.db'));

// file: app/schema.ts
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const users = sqliteTable('users', { id: text('id'), role: text('role') });
export const sessions = sqliteTable('sessions', { id: text('id'), userId: text('user_id'), expiresAt: integer('expires_at') });
export const trainingSessions = sqliteTable('training_sessions', { id: text('id'), plan: text('plan') });
export const shelves = sqliteTable('shelves', { id: text('id'), owner: text('owner') });

// file: app/people.ts
import { and, eq, gt } from 'drizzle-orm';
import { db } from './db';
import { sessions, trainingSessions, users } from './schema';
// Whoever is known by a session that ends some day had to be given it.
export function createPeople() {
  return {
    async bySession(sessionId: string) {
      const session = await db.select().from(sessions).where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, Date.now()))).get();
      if (!session) return null;
      const row = await db.select().from(users).where(eq(users.id, session.userId)).get();
      return row ?? null;
    },
    async training(sessionId: string) {
      return (await db.select().from(trainingSessions).where(eq(trainingSessions.id, sessionId)).get()) ?? null;
    },
    async openRoom(id: string) {
      return (await db.select().from(sessions).where(and(eq(sessions.id, id), gt(sessions.expiresAt, Date.now()))).get()) ?? null;
    },
  };
}
export const people = createPeople();

// file: app/asking.ts
import { redirect } from 'react-router';
import { people } from './people';
const cookieNamed = (header: string, name: string) => header.match(new RegExp(`${name}=([^;]+)`))?.[1] ?? null;
export const sessionIdOf = (request: Request) => cookieNamed(request.headers.get('cookie') ?? '', 'sid');
export async function demandUser(request: Request) {
  const sessionId = sessionIdOf(request);
  if (!sessionId) throw redirect('/login');
  const user = await people.bySession(sessionId);
  if (!user) throw redirect('/login');
  return user;
}
export async function mayHaveUser(request: Request) {
  const sessionId = sessionIdOf(request);
  return sessionId ? people.bySession(sessionId) : null;
}

// file: app/routes/shelves.ts
import { eq } from 'drizzle-orm';
import { demandUser } from '../asking';
import { db } from '../db';
import { shelves } from '../schema';
// endpoint: POST /api/shelves present AUTHENTICATED
export async function action({ request }: { request: Request }) {
  const user = await demandUser(request);
  await db.delete(shelves).where(eq(shelves.owner, user.id));
  return Response.json({});
}

// file: app/routes/letters.ts
import { eq } from 'drizzle-orm';
import { mayHaveUser } from '../asking';
import { db } from '../db';
import { shelves } from '../schema';
const list = async (request: Request) => {
  const user = await mayHaveUser(request);
  if (!user) return Response.json({ letters: [] }, { status: 401 });
  return Response.json(await db.select().from(shelves).where(eq(shelves.owner, user.id)));
};
// endpoint: GET /api/letters present AUTHENTICATED
export async function loader({ request }: { request: Request }) {
  return list(request);
}

// file: app/routes/trainings.ts
import { people } from '../people';
import { db } from '../db';
import { shelves } from '../schema';
// endpoint: POST /api/trainings absent (which training it is says nothing of who asks)
export async function action({ request }: { request: Request }) {
  const { sessionId } = await request.json();
  const training = await people.training(sessionId);
  if (!training) return Response.json({}, { status: 404 });
  await db.insert(shelves).values({ id: sessionId, owner: training.plan });
  return Response.json({});
}

// file: app/routes/rooms.ts
import { people } from '../people';
import { db } from '../db';
import { shelves } from '../schema';
// endpoint: POST /api/rooms absent (a room that closes some day is no proof)
export async function action({ request }: { request: Request }) {
  const { id } = await request.json();
  const room = await people.openRoom(id);
  if (!room) return Response.json({}, { status: 404 });
  await db.insert(shelves).values({ id, owner: room.userId });
  return Response.json({});
}
