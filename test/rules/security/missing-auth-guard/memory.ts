import express from 'express';

interface Contact {
  id: number;
  name: string;
}

class MemStorage {
  contacts = new Map<number, Contact>();
  hits = new Map<string, number>();
  private leases: Contact[];
  nextId = 1;

  constructor() {
    this.leases = [];
  }

  async listContacts() {
    return Array.from(this.contacts.values());
  }

  async createContact(contact: Omit<Contact, 'id'>) {
    const id = this.nextId++;
    this.contacts.set(id, { ...contact, id });
    return this.contacts.get(id);
  }

  async addLease(lease: Contact) {
    this.leases.push(lease);
    return this.leases.filter(({ id }) => id > 0);
  }

  count(path: string) {
    this.hits.set(path, (this.hits.get(path) ?? 0) + 1);
  }
}

class Basket {
  goods = new Map<number, Contact>();
  put(item: Contact) {
    this.goods.set(item.id, item);
    return [...this.goods.values()];
  }
}

const storage = new MemStorage();
const notes: Contact[] = [];
const cachedNotes: Contact[] = [];
const byName = new Map<string, Contact>();
const app = express();

app.post('/contacts', async (req, res) => { // expect: missing-auth-guard
  res.json(await storage.createContact(req.body));
});

app.post('/leases', async (req, res) => { // expect: missing-auth-guard
  res.json(await storage.addLease(req.body));
});

app.post('/notes', (req, res) => { // expect: missing-auth-guard
  notes.push(req.body);
  res.json(notes);
});

app.get('/notes', (req, res) => { // ok: missing-auth-guard
  res.json(notes.filter(({ name }) => name !== ''));
});

// Copies of what is elsewhere, and counters.
app.get('/found', (req, res) => { // ok: missing-auth-guard
  cachedNotes.push({ id: 1, name: 'copy' });
  storage.count(req.path);
  res.json(cachedNotes.slice(0, 3));
});

// Looked up one by one and never listed, as a cache is.
app.get('/by-name/:name', (req, res) => { // ok: missing-auth-guard
  byName.set(req.params.name, { id: 2, name: req.params.name });
  res.json(byName.get(req.params.name));
});

// Made for one request and forgotten after it.
app.post('/sums', (req, res) => { // ok: missing-auth-guard
  const items: Contact[] = [];
  items.push(req.body);
  res.json([...items, ...new Basket().put(req.body)]);
});

app.listen(3000);
