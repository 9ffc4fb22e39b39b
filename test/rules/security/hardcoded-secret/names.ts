// packages: jsonwebtoken@9.0.2, express-session@1.18.0
import { createHmac } from 'node:crypto';
import session from 'express-session';
import jwt from 'jsonwebtoken';

const JWT_SECRET = 'acme-tokens'; // expect: hardcoded-secret(error medium)
const API_SECRET = 'q8ZtR3wLkV5nXeJm7Yd2Hc'; // expect: hardcoded-secret(error medium)

export const token = jwt.sign({ sub: '1' }, JWT_SECRET);
export const other = jwt.verify(token, 'another one'); // expect: hardcoded-secret(error medium)
export const sessions = session({ secret: 'keyboard cat', resave: false }); // expect: hardcoded-secret(error medium)
export const digest = createHmac('sha256', 'pepper').update('x').digest('hex'); // expect: hardcoded-secret(error medium)
export const smtp = { user: 'mailer', password: 'Wint3rMail!' }; // expect: hardcoded-secret(warning low)

export const fromEnvironment = jwt.sign({}, process.env.JWT_SECRET!); // ok: hardcoded-secret
export const withFallback = jwt.sign({}, process.env.JWT_SECRET || 'dev'); // ok: hardcoded-secret
export const labels = { password: 'Password', apiKey: 'API key', resetPassword: 'reset2password' }; // ok: hardcoded-secret
export const keys = { password: 'label.password2', apiKey: 'API_KEY_2' }; // ok: hardcoded-secret
export const variables = { clientSecret: 'OAUTH2_CLIENT_SECRET' }; // ok: hardcoded-secret
export const vapidPublicKey = 'BEl62iUYgUivxIkv69yViEuiBIa1Ib9SkvMeAtA3LFg'; // ok: hardcoded-secret
export const uses = [API_SECRET];
