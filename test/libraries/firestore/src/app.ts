// packages: express@5.1.0, firebase-admin@13.0.0
import express from 'express';
import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';

initializeApp();
const app = express();
const db = getFirestore();

app.get('/orders', async (req, res) => {
  const found = await db.collection('orders').where('open', '==', true).limit(20).get();
  res.json(found.docs.map((doc) => doc.data()));
});

app.post('/orders', async (req, res) => {
  const made = await db.collection('orders').add({ total: 1 });
  await db.collection('stock').doc('1').update({ left: 0 });
  res.json({ id: made.id });
});

app.post('/close', async (req, res) => {
  const batch = db.batch();
  batch.delete(db.doc('orders/1'));
  await batch.commit();
  res.json({ done: true });
});

app.listen(3000);
