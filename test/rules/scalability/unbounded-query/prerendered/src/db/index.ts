import { MongoClient } from 'mongodb';

const client = new MongoClient('mongodb://localhost');

export const shelves = client.db('store').collection('shelves');
