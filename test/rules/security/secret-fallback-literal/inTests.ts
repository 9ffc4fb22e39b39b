// file: src/tokens.test.ts
import jwt from 'jsonwebtoken';

export const token = jwt.sign({}, process.env.JWT_SECRET || 'test-secret'); // ok: secret-fallback-literal
