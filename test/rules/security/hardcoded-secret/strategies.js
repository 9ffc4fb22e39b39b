// file: src/auth.js
// packages: passport@0.7.0, passport-jwt@4.0.1, passport-twitter@1.0.4, passport-auth0@1.4.4
const passport = require('passport');
const { Strategy: JwtStrategy, ExtractJwt } = require('passport-jwt');
const TwitterStrategy = require('passport-twitter').Strategy;
const Auth0Strategy = require('passport-auth0');

const opts = {};
opts.jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken();
opts.secretOrKey = 'acme tokens'; // expect: hardcoded-secret(error medium)
passport.use(new JwtStrategy(opts, (claims, done) => done(null, claims)));

const later = { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken() };
later.secretOrKey = process.env.JWT_SECRET; // ok: hardcoded-secret
passport.use('later', new JwtStrategy(later, (claims, done) => done(null, claims)));

// Which of them counts cannot be told.
const either = {};
if (process.env.TENANT === 'a') either.secretOrKey = process.env.A_SECRET;
else either.secretOrKey = 'acme tokens'; // ok: hardcoded-secret
passport.use('either', new JwtStrategy(either, (claims, done) => done(null, claims)));

class Tokens {
  constructor() {
    this.key = 'acme sessions'; // expect: hardcoded-secret
    this.name = 'acme'; // ok: hardcoded-secret
    passport.use('own', new JwtStrategy({ secretOrKey: this.key, issuer: this.name, jwtFromRequest: ExtractJwt.fromHeader('x') }, (claims, done) => done(null, claims)));
  }
}

passport.use(new TwitterStrategy({ consumerKey: 'acme', consumerSecret: 'acme birds', callbackURL: '/back' }, (token, secret, profile, done) => done(null, profile))); // expect: hardcoded-secret
passport.use(new Auth0Strategy({ clientID: 'acme', clientSecret: process.env.AUTH0_SECRET, domain: 'acme.eu.auth0.com', callbackURL: '/back' }, (profile, done) => done(null, profile))); // ok: hardcoded-secret
passport.use('second', new Auth0Strategy({ clientID: 'acme', clientSecret: 'acme doors', domain: 'acme.eu.auth0.com', callbackURL: '/back' }, (profile, done) => done(null, profile))); // expect: hardcoded-secret
module.exports = new Tokens();

const { expressjwt } = require('express-jwt');
const shared = 'a-word-of-our-own'; // expect: hardcoded-secret
const issued = Object.assign({ issuer: 'https://example.com' }, { secret: shared, algorithms: ['HS256'] });
passport.use(expressjwt(issued));
passport.use(expressjwt(Object.assign({ algorithms: ['HS256'] }, { secret: process.env.JWT_SECRET }))); // ok: hardcoded-secret

// Put together by functions, and from pieces.
function optionsOf(callback) {
  const shared = { clientID: process.env.CLIENT_ID, clientSecret: 'forged in 1984' }; // expect: hardcoded-secret(error medium)
  return { ...shared, callbackURL: callback };
}
const ownOptions = () => ({ clientID: 'a', clientSecret: process.env.AUTH0_SECRET });
passport.use(new Auth0Strategy(optionsOf('/back'), done));
passport.use(new Auth0Strategy(ownOptions(), done)); // ok: hardcoded-secret
passport.use(new Auth0Strategy({ clientSecret: process.env.DISCORD_SECRET, ...rest() }, done)); // ok: hardcoded-secret

function rest() {
  return { callbackURL: '/back', scope: ['email'] };
}
