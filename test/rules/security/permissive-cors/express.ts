// packages: express@5.1.0, cors@2.8.6
import express from 'express';
import cors from 'cors';

const allowed = ['https://app.example.com', 'https://admin.example.com'];
const app = express();

app.use(cors({ origin: true, credentials: true })); // expect: permissive-cors(error medium)
//                     ^^^^ Every site is let in together with the cookies
app.use('/a', cors({ credentials: true, origin: (origin, done) => done(null, true) })); // expect: permissive-cors
app.use('/b', cors({ // ok: permissive-cors
  origin(origin, done) {
    if (!origin || allowed.includes(origin)) done(null, true);
    else done(new Error('Not allowed'));
  },
  credentials: true,
}));
app.use('/c', cors({
  credentials: true,
  origin: (origin, done) => { // expect: permissive-cors
    if (!origin || allowed.includes(origin)) return done(null, true);
    // Let through until the list is complete.
    console.warn('unknown origin', origin);
    return done(null, true);
  },
}));
app.use('/d', cors({ origin: allowed, credentials: true })); // ok: permissive-cors
// An entry that is not set sends no header at all.
app.use('/e', cors({ origin: process.env.FRONTEND_URL, credentials: true })); // ok: permissive-cors
app.use('/f', cors({ origin: process.env.FRONTEND_URL || '*', credentials: true })); // expect: permissive-cors(warning medium)
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Without FRONTEND_URL every site is let in
app.use('/g', cors({ origin: process.env.FRONTEND_URL ?? 'http://localhost:3000', credentials: true })); // ok: permissive-cors
// In a list a star fits nobody.
app.use('/h', cors({ origin: (process.env.ORIGINS || '*').split(','), credentials: true })); // ok: permissive-cors
app.use('/i', cors({ origin: process.env.NODE_ENV === 'production' ? allowed : true, credentials: true })); // ok: permissive-cors
app.use('/j', cors({ origin: process.env.NODE_ENV !== 'production' ? allowed : true, credentials: true })); // expect: permissive-cors
app.use('/k', cors({ origin: process.env.ORIGINS ? process.env.ORIGINS.split(',') : '*' })); // expect: permissive-cors(warning medium)
app.use('/k2', cors({ origin: process.env.OPEN_TO_ALL ? '*' : process.env.FRONTEND_URL })); // ok: permissive-cors
app.use('/k3', cors({ origin: !process.env.FRONTEND_URL ? '*' : process.env.FRONTEND_URL })); // expect: permissive-cors(warning medium)
app.use('/l', cors({ origin: /example\.com$/, credentials: true })); // expect: permissive-cors(warning medium)
app.use('/m', cors({ origin: /^https:\/\/shop.example\.com$/, credentials: true })); // expect: permissive-cors
app.use('/n', cors({ origin: /^https:\/\/([a-z]+\.)?example\.com$/, credentials: true })); // ok: permissive-cors
app.use('/o', cors({ origin: [/^https:\/\/example\.com/, 'https://example.org'], credentials: true })); // expect: permissive-cors
app.use('/p', cors({ origin: [/\.example\.com$/, 'https://example.org'], credentials: true })); // ok: permissive-cors
app.use('/q', cors({
  credentials: true,
  origin: (origin, done) => { // expect: permissive-cors(warning medium)
    if (origin?.includes('example.com')) done(null, true);
    else done(null, false);
  },
}));
// Without cookies a page learns what anybody can ask for.
app.use('/r', cors()); // ok: permissive-cors
app.use('/s', cors({ origin: '*' })); // ok: permissive-cors
// Browsers refuse a star together with cookies.
app.use('/t', cors({ origin: '*', credentials: true })); // ok: permissive-cors
app.use('/u', cors({ origin: true })); // ok: permissive-cors
const options = { origin: true, credentials: true }; // expect: permissive-cors
app.use('/v', cors(options));

app.listen(3000);
