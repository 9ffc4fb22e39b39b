import { db, notes } from '../lib/db.server';

export const loader = async () => db.select().from(notes);
