import { nameOf } from '../../project/paths';
import type { ConfigKind } from './configKind';

/** Settings of tools of which nothing is asked but whether a credential stands in them. */
export const otherSettings: ConfigKind = {
  covers: (file) =>
    /^(?:wrangler\.(?:toml|jsonc?)|\.npmrc|\.replit|nginx\.conf|Caddyfile|amplify\.yml|serverless\.ya?ml|.*\.tf)$/.test(nameOf(file)) ||
    /(?:^|\/)supabase\/config\.toml$/.test(file),
  facts: () => [],
};
