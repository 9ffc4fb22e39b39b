import { MongoClient, type Collection } from 'mongodb';

export const collections: { notes?: Collection } = {};
export const settings: { notes?: string[] } = {};

export async function connect() {
  const client = await new MongoClient(process.env.MONGO_URL!).connect();
  collections.notes = client.db('app').collection('notes');
  settings.notes = [];
}
