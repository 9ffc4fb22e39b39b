import { defineLibrary, type CallRole } from '../model/library';

const verifies: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'throws' } };

/** Signed and encrypted tokens. `decode` and `decodeJwt` read a token and verify nothing: they are left out on purpose. */
export default defineLibrary({
  id: 'jsonwebtoken',
  title: 'jsonwebtoken and jose',
  packages: ['jsonwebtoken', 'jose', 'aws-jwt-verify', 'fast-jwt', 'paseto', '@tsndr/cloudflare-worker-jwt', 'google-auth-library'],
  aliases: {
    'aws-jwt-verify#CognitoJwtVerifier.create()': 'awsJwt#verifier',
    'aws-jwt-verify#JwtVerifier.create()': 'awsJwt#verifier',
    'google-auth-library#OAuth2Client()': 'google#oauth',
  },
  calls: {
    'jsonwebtoken#verify': verifies,
    'jose#jwtVerify': verifies,
    'jose#jwtDecrypt': verifies,
    'jose#compactVerify': verifies,
    'awsJwt#verifier.verify': verifies,
    'fast-jwt#createVerifier()': verifies,
    'paseto#V4.verify': verifies,
    'paseto#V3.verify': verifies,
    '@tsndr/cloudflare-worker-jwt#verify': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'google#oauth.verifyIdToken': verifies,
  },
});
