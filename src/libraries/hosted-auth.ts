import { defineLibrary, type CallRole } from '../model/library';

const session: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'empty' } };
const signedIn: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'empty', throwsWith: ['ensureSignedIn', 'or'] } };
const guards: CallRole = { guard: { kind: 'authentication', level: 'AUTHENTICATED' } };
const middleware: CallRole = { guard: { kind: 'authentication', level: 'AUTHENTICATED' }, configured: true };

const throwing: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'throws' } };

/** Hosted identity: Kinde, Auth0, WorkOS, Stack Auth, Descope, Privy, Logto, PropelAuth, Appwrite, Amplify, PocketBase. */
export default defineLibrary({
  id: 'hosted-auth',
  title: 'Hosted identity providers',
  byCookie: true,
  packages: [
    '@kinde-oss/kinde-auth-nextjs',
    '@auth0/nextjs-auth0',
    '@workos-inc/authkit-nextjs',
    '@stackframe/stack',
    '@descope/nextjs-sdk',
    '@privy-io/server-auth',
    '@logto/next',
    '@propelauth/nextjs',
    'node-appwrite',
    '@aws-amplify/adapter-nextjs',
    'pocketbase',
  ],
  aliases: {
    '@kinde-oss/kinde-auth-nextjs/server#getKindeServerSession()': 'kinde#session',
    '@auth0/nextjs-auth0/server#Auth0Client()': 'auth0#client',
    '@auth0/nextjs-auth0#initAuth0()': 'auth0#client',
    '@stackframe/stack#StackServerApp()': 'stackAuth#app',
    '@privy-io/server-auth#PrivyClient()': 'privy#client',
  },
  calls: {
    '@propelauth/nextjs/server/app-router#getUserOrThrow': throwing,
    '@propelauth/nextjs/server/app-router#getUser': session,
    // It answers guests with 401, and the client throws. https://appwrite.io/docs/references/cloud/server-nodejs/account#get
    'node-appwrite#Account().get': throwing,
    // https://docs.amplify.aws/nextjs/build-a-backend/server-side-rendering/
    'aws-amplify/auth/server#getCurrentUser': throwing,
    '@aws-amplify/adapter-nextjs#createServerRunner().runWithAmplifyServerContext': session,
    // What the store says was read out of the cookie; the server is asked by this alone. https://github.com/pocketbase/js-sdk#ssr-integration
    'pocketbase#().collection().authRefresh': throwing,
    'kinde#session.getUser': session,
    'kinde#session.isAuthenticated': { verify: { level: 'AUTHENTICATED', fails: 'false' } },
    'kinde#session.getPermission': { verify: { level: 'ROLE', fails: 'empty' } },
    'kinde#session.getAccessToken': session,
    '@kinde-oss/kinde-auth-nextjs/middleware#withAuth': middleware,
    '@kinde-oss/kinde-auth-nextjs/server#withAuth': middleware,
    '@auth0/nextjs-auth0#getSession': session,
    '@auth0/nextjs-auth0/edge#getSession': session,
    '@auth0/nextjs-auth0#getAccessToken': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    '@auth0/nextjs-auth0#withApiAuthRequired': guards,
    '@auth0/nextjs-auth0/edge#withApiAuthRequired': guards,
    '@auth0/nextjs-auth0/edge#withMiddlewareAuthRequired': guards,
    'auth0#client.getSession': session,
    'auth0#client.withApiAuthRequired': guards,
    'auth0#client.middleware': { harmless: true },
    '@workos-inc/authkit-nextjs#withAuth': signedIn,
    '@workos-inc/authkit-nextjs#getUser': signedIn,
    '@workos-inc/authkit-nextjs#authkitMiddleware': { ...middleware },
    '@workos-inc/authkit-nextjs#authkit': session,
    'stackAuth#app.getUser': signedIn,
    'privy#client.verifyAuthToken': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    '@descope/nextjs-sdk/server#session': session,
    '@descope/nextjs-sdk/server#authMiddleware': middleware,
    '@logto/next/server-actions#getLogtoContext': session,
  },
});
