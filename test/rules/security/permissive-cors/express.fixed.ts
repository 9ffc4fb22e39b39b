import express from 'express';
import cors from 'cors';

const allowed = ['https://app.example.com', 'https://admin.example.com'];
const app = express();

app.use(cors({ origin: process.env.ALLOWED_ORIGINS?.split(',') ?? [], credentials: true }));
app.use('/a', cors({ credentials: true, origin: process.env.ALLOWED_ORIGINS?.split(',') ?? [] }));
app.use('/b', cors({
  origin(origin, done) {
    if (!origin || allowed.includes(origin)) done(null, true);
    else done(new Error('Not allowed'));
  },
  credentials: true,
}));
app.use('/c', cors({
  credentials: true,
  origin: (origin, done) => {
    if (!origin || allowed.includes(origin)) return done(null, true);
    // Let through until the list is complete.
    console.warn('unknown origin', origin);
    return done(null, true);
  },
}));
app.use('/d', cors({ origin: allowed, credentials: true }));
// An entry that is not set sends no header at all.
app.use('/e', cors({ origin: process.env.FRONTEND_URL, credentials: true }));
app.use('/f', cors({ origin: process.env.FRONTEND_URL?.split(',') ?? [], credentials: true }));
app.use('/g', cors({ origin: process.env.FRONTEND_URL ?? 'http://localhost:3000', credentials: true }));
// In a list a star fits nobody.
app.use('/h', cors({ origin: (process.env.ORIGINS || '*').split(','), credentials: true }));
app.use('/i', cors({ origin: process.env.NODE_ENV === 'production' ? allowed : true, credentials: true }));
app.use('/j', cors({ origin: process.env.NODE_ENV !== 'production' ? allowed : true, credentials: true }));
app.use('/k', cors({ origin: process.env.ORIGINS ? process.env.ORIGINS.split(',') : '*' }));
app.use('/k2', cors({ origin: process.env.OPEN_TO_ALL ? '*' : process.env.FRONTEND_URL }));
app.use('/k3', cors({ origin: !process.env.FRONTEND_URL ? '*' : process.env.FRONTEND_URL }));
app.use('/l', cors({ origin: /example\.com$/, credentials: true }));
app.use('/m', cors({ origin: /^https:\/\/shop.example\.com$/, credentials: true }));
app.use('/n', cors({ origin: /^https:\/\/([a-z]+\.)?example\.com$/, credentials: true }));
app.use('/o', cors({ origin: [/^https:\/\/example\.com/, 'https://example.org'], credentials: true }));
app.use('/p', cors({ origin: [/\.example\.com$/, 'https://example.org'], credentials: true }));
app.use('/q', cors({
  credentials: true,
  origin: (origin, done) => {
    if (origin?.includes('example.com')) done(null, true);
    else done(null, false);
  },
}));
// Without cookies a page learns what anybody can ask for.
app.use('/r', cors());
app.use('/s', cors({ origin: '*' }));
// Browsers refuse a star together with cookies.
app.use('/t', cors({ origin: '*', credentials: true }));
app.use('/u', cors({ origin: true }));
const options = { origin: process.env.ALLOWED_ORIGINS?.split(',') ?? [], credentials: true };
app.use('/v', cors(options));

app.listen(3000);
