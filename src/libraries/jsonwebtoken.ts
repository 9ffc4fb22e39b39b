import { defineLibrary, type CallRole } from '../model/library';

/** `decode` and its like read a token and verify nothing. */
function decodes(instead: string): CallRole {
  return { unverified: { from: 'token', instead } };
}

const verifies: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'throws' } };

/** Signed and encrypted tokens. What only decodes them is no guard. */
export default defineLibrary({
  id: 'jsonwebtoken',
  title: 'jsonwebtoken and jose',
  packages: [
    'jsonwebtoken',
    'jose',
    'aws-jwt-verify',
    'fast-jwt',
    'paseto',
    '@tsndr/cloudflare-worker-jwt',
    'google-auth-library',
    'jwt-decode',
  ],
  aliases: {
    'aws-jwt-verify#CognitoJwtVerifier.create()': 'awsJwt#verifier',
    'aws-jwt-verify#JwtVerifier.create()': 'awsJwt#verifier',
    'google-auth-library#OAuth2Client()': 'google#oauth',
  },
  calls: {
    'jsonwebtoken#decode': decodes('verify()'),
    'jose#decodeJwt': decodes('jwtVerify()'),
    'jwt-decode#': decodes('a library that verifies'),
    'jwt-decode#jwtDecode': decodes('a library that verifies'),
    '@tsndr/cloudflare-worker-jwt#decode': decodes('verify()'),
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
