// file: src/users.test.ts
import jwt from 'jsonwebtoken';

const password = 'Wint3rMail!2024xyz'; // ok: hardcoded-secret
export const token = jwt.sign({ sub: '1' }, 'test-secret'); // ok: hardcoded-secret
export const key = 'sk_test_51HqInventedKeyForTheFixture7Qw3Zt'; // ok: hardcoded-secret
export const real = 'sk_live_51HqInventedKeyForTheFixture7Qw3Zt'; // expect: hardcoded-secret(warning low)
export { password };
