// packages: express@4.21.0
import express from 'express';
import { loud, notifyElsewhere } from './notify';

const app = express();
const db = { query: async (text: string) => { await fetch(`https://db.example.com/${text}`); } };

async function report(text: string): Promise<void> {
  try {
    await db.query(text);
  } catch (error) {
    console.error('could not report', error);
  }
}
async function load(text: string) {
  try {
    const rows = await db.query(text);
    return { rows };
  } catch (error) {
    console.error(error);
    return { error: 'failed' };
  }
}
const quietly = async (text: string) => {
  return db.query(text).catch((error) => { console.error(error); });
};
async function rethrowing(text: string) {
  try {
    await db.query(text);
  } catch (error) {
    console.error(error);
    throw error;
  }
}
async function half(text: string) {
  await fetch('https://db.example.com/begin');
  try {
    await db.query(text);
  } catch (error) {
    console.error(error);
  }
}
class Store {
  async save(text: string) {
    try {
      await db.query(text);
      return true;
    } catch (error) {
      console.error(error);
      return false;
    }
  }
}
const store = new Store();

app.post('/a', async (req, res) => { // ok: unhandled-async-handler
  await report('a');
  res.json(await load('b'));
});
app.post('/b', async (req, res) => { // ok: unhandled-async-handler
  await quietly('a');
  res.end();
});
app.post('/c', async (req, res) => { // ok: unhandled-async-handler
  if (!(await store.save('a'))) return res.sendStatus(500);
  res.end();
});
app.post('/d', async (req, res) => { // expect: unhandled-async-handler
  await rethrowing('a');
  res.end();
});
app.post('/e', async (req, res) => { // expect: unhandled-async-handler
  await half('a');
  res.end();
});
app.post('/f', async (req, res) => { // ok: unhandled-async-handler
  await notifyElsewhere('a');
  res.end();
});
app.post('/g', async (req, res) => { // expect: unhandled-async-handler
  await loud('a');
  res.end();
});
