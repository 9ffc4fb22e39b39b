import type { ClientRole, Exposure } from '../../model/database';

/** How the code of a project talks to the platform, as far as it was seen. */
export interface ClientUse {
  /** Some file imports the platform's client. */
  imports: boolean;
  /** A key that browsers and apps get to see is used. */
  publicKey: boolean;
  /** A key that goes around all policies is used. */
  serviceKey: boolean;
}

/** What the settings of the platform say about its interface. */
export interface InterfaceSettings {
  enabled: boolean;
  schemas: string[];
  /** Are new tables given to clients? Undefined leaves it to the age of the project. */
  exposesNewTables?: boolean;
}

export const defaultSettings: InterfaceSettings = { enabled: true, schemas: ['public', 'graphql_public'] };

/** Does a text of the project's code use keys that reach clients, or the one that goes around policies? */
export function keysIn(text: string): Pick<ClientUse, 'publicKey' | 'serviceKey'> {
  return {
    publicKey:
      /ANON_KEY|anonKey|PUBLISHABLE|publishableKey|sb_publishable_|createBrowserClient|createClientComponentClient|\beyJ[\w-]{20,}/.test(
        text,
      ),
    serviceKey: /SERVICE_ROLE|SERVICE_KEY|SECRET_KEY|serviceRole|sb_secret_/.test(text),
  };
}

/** What a role may do with the rows of a table, as far as rights go. */
export type Rights = 'yes' | 'read' | 'no' | 'unknown';

/** Is a table within reach of clients? `granted` tells per role whether it holds rights. */
export function exposureOf(
  schema: string,
  isPlatform: boolean,
  settings: InterfaceSettings,
  use: ClientUse,
  granted: Record<ClientRole, Rights>,
): Exposure {
  const roles = (['anon', 'authenticated'] as const).filter((role) => granted[role] !== 'no');
  const answer = (presence: Exposure['presence'], reason: string): Exposure => ({
    presence,
    reason,
    roles,
    writable: roles.some((role) => granted[role] !== 'read'),
  });
  if (!isPlatform) return answer('absent', 'nothing shows that the database is behind an interface for clients');
  if (!settings.enabled) return answer('absent', 'the interface for clients is switched off in the configuration');
  if (!settings.schemas.includes(schema)) return answer('absent', `the schema ${schema} is not exposed`);
  if (roles.length === 0) return answer('absent', 'clients were given no rights on it, or these were taken away');
  if (roles.every((role) => granted[role] === 'unknown'))
    return answer('unknown', 'whether clients are given rights on new tables is a setting of the project');
  if (use.imports && !use.publicKey && use.serviceKey)
    return answer('unknown', 'only a service key was found in the code; whether the public key is out cannot be seen');
  return answer(
    'present',
    use.publicKey ? 'the public key is part of the application' : 'tables of this schema are served to whoever has the public key',
  );
}
