// file: scripts/loadRates.ts
import { writeFileSync } from 'node:fs';

// Whoever starts it sees what came of it.
const response = await fetch('https://rates.example.com'); // ok: fetch-response-not-checked
const data = await response.json();
writeFileSync('rates.json', JSON.stringify(data.rates));
