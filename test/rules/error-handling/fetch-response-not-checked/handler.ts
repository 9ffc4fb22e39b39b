// file: app/api/rates/route.ts
// packages: next@15.1.0, zod@4.0.0, axios@1.7.0
import axios from 'axios';
import { z } from 'zod';
import { checkStatus, keep, request } from '@/lib/http';

const Rates = z.object({ EUR: z.number() });
const url = 'https://rates.example.com/latest';

export async function used() {
  const response = await fetch(url); // expect: fetch-response-not-checked(warning medium)
  //                     ^^^^^^^^^^ its error is read as data
  const data = await response.json();
  return data.rates.EUR * 2;
}

export async function chained() {
  const rate = await fetch(url) // expect: fetch-response-not-checked
    .then((response) => response.json())
    .then((data) => data.rates.EUR);
  return rate * 2;
}

export async function inBrackets() {
  const data = await (await fetch(url)).json(); // expect: fetch-response-not-checked
  return data.rates.EUR * 2;
}

export async function assigned() {
  let response;
  response = await fetch(url); // expect: fetch-response-not-checked
  const text = await response.text();
  return text.length;
}

// A failure looks like no data, which may be meant.
export async function replaced() {
  const response = await fetch(url); // expect: fetch-response-not-checked(warning low)
  //                     ^^^^^^^^^^ looks like no data
  const data = await response.json();
  return data?.rates?.EUR ?? 1;
}

export async function caught() {
  try {
    const response = await fetch(url); // expect: fetch-response-not-checked
    const picture = await response.arrayBuffer();
    await keep(Buffer.from(picture));
  } catch (error) {
    console.error(error);
  }
}

export async function converted() {
  const response = await fetch(url); // expect: fetch-response-not-checked(warning medium)
  const picture = Buffer.from(await response.arrayBuffer());
  await keep({ picture: picture.toString('base64') });
}

// Callers may look at what they are given.
export async function given() {
  const response = await fetch(url); // expect: fetch-response-not-checked(warning low)
  return response.json();
}

export async function givenByName() {
  const response = await fetch(url); // expect: fetch-response-not-checked(warning low)
  const data = await response.json();
  return data as { EUR: number };
}

export async function GET() {
  const response = await fetch(url); // expect: fetch-response-not-checked
  //                     ^^^^^^^^^^ passed on as a success
  return Response.json(await response.json());
}

export async function passedOn() {
  const response = await fetch(url); // ok: fetch-response-not-checked
  return Response.json(await response.json(), { status: response.status });
}

export async function proxied() {
  return fetch(url); // ok: fetch-response-not-checked
}

export async function streamed() {
  const response = await fetch(url); // ok: fetch-response-not-checked
  return new Response(response.body, response);
}

export async function looked() {
  const response = await fetch(url); // ok: fetch-response-not-checked
  if (!response.ok) throw new Error('no rates');
  return response.json();
}

export async function lookedInChain() {
  return fetch(url).then((response) => { // ok: fetch-response-not-checked
    if (response.status !== 200) throw new Error('no rates');
    return response.json();
  });
}

export async function takenApart() {
  const { ok, json } = await fetch(url); // ok: fetch-response-not-checked
  return ok && json;
}

export async function handedOn() {
  const response = await fetch(url); // ok: fetch-response-not-checked
  checkStatus(response);
  return response.json();
}

export async function byFunction() {
  const data = await fetch(url).then(checkStatus); // ok: fetch-response-not-checked
  return data;
}

// The body itself is asked.
export async function askedForError() {
  const response = await fetch(url); // ok: fetch-response-not-checked
  const data = await response.json();
  if (data.error) throw new Error('no rates');
  return data.rates.EUR;
}

export async function askedForToken() {
  const response = await fetch(url, { method: 'POST' }); // ok: fetch-response-not-checked
  const { access_token } = await response.json();
  if (!access_token) throw new Error('no token');
  return access_token;
}

export async function validated() {
  const response = await fetch(url); // ok: fetch-response-not-checked
  return Rates.parse(await response.json());
}

export async function validatedLater() {
  const response = await fetch(url); // ok: fetch-response-not-checked
  const data = await response.json();
  const parsed = Rates.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

export async function askedInChain() {
  return fetch(url) // ok: fetch-response-not-checked
    .then((response) => response.json())
    .then((data) => (data.success ? data.rates : undefined));
}

export async function askedForPartByName() {
  const response = await fetch(url); // ok: fetch-response-not-checked
  const data = await response.json();
  const first = data?.items?.[0]?.rate;
  if (!first) return undefined;
  return first * 2;
}

export async function askedForPart() {
  const first = await fetch(url) // ok: fetch-response-not-checked
    .then((response) => response.json())
    .then((data) => data.items?.[0]);
  if (!first) throw new Error('no rates');
  return first.EUR * 2;
}

// Only whether it answers matters.
export async function probed() {
  const response = await fetch(url, { method: 'HEAD' }); // ok: fetch-response-not-checked
  return response.headers.get('etag');
}

// What throws by itself.
export async function others() {
  const { data } = await axios.get(url); // ok: fetch-response-not-checked
  return [data, await request(url)];
}

// What lies beside the code is there.
export async function font() {
  const letters = await fetch(new URL('./letters.ttf', import.meta.url)).then((response) => response.arrayBuffer()); // ok: fetch-response-not-checked
  return letters.byteLength;
}

// The answer says itself whether it worked, and whoever called is told.
export async function registered() {
  const response = await fetch(url, { method: 'POST' }); // ok: fetch-response-not-checked
  const result = (await response.json()) as { ok: boolean; description?: string };
  return result.ok;
}

export async function described() {
  const response = await fetch(url, { method: 'POST' }); // expect: fetch-response-not-checked(warning medium)
  const result = (await response.json()) as { ok: boolean; description?: string };
  return result.description;
}
