import { Auth0Client } from '@auth0/nextjs-auth0/server';
import { PrivyClient } from '@privy-io/server-auth';
import { StackServerApp } from '@stackframe/stack';

export const auth0 = new Auth0Client();
export const stack = new StackServerApp({ tokenStore: 'nextjs-cookie' });
export const privy = new PrivyClient('id', process.env.PRIVY_SECRET!);
