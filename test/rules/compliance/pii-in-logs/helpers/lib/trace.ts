import { createLogger } from 'winston';
import { maskFields } from './maskFields';

const out = createLogger();

export function trace(what: string, value?: unknown) {
  console.log(what, value);
}

export const note = (...parts: unknown[]) => {
  out.info('[app]', ...parts);
};

export function onlyHere(value: unknown) {
  if (process.env.NODE_ENV === 'production') return;
  console.log(value);
}

export function guarded(value: unknown) {
  value = maskFields(value);
  console.log(value);
}

export function size(value: string) {
  console.log(value.length);
}

export function welcome(email: string) {
  console.log('Welcome', email); // expect: pii-in-logs
}

export const say = { aloud: (value: unknown) => console.warn(value) };
