import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashToken, newToken } from '../src/lib/tokens.js';

test('a token is found again by its hash and is never stored itself', () => {
  const { token, tokenHash } = newToken();
  assert.equal(hashToken(token), tokenHash);
  assert.notEqual(token, tokenHash);
});

test('tokens do not repeat', () => {
  assert.notEqual(newToken().token, newToken().token);
});
