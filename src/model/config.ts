import { z } from 'zod';
import { waiverSchema } from './readiness';

const ruleSetting = z.enum(['off', 'info', 'warning', 'error']);

/** A symbol of the project that the team vouches for: `requireUser`, or `src/auth.ts#requireUser`. */
const declaredSymbol = z.strictObject({
  name: z.string().min(1).describe('Name of the function, or `file#name`.'),
  level: z.enum(['AUTHENTICATED', 'OWNER', 'ROLE', 'SECRET']).optional().describe('What it proves about the caller.'),
  note: z.string().optional(),
});

/** `.production-gap/config.json`, written by people. */
export const configSchema = z
  .object({
    $schema: z.string().optional(),
    rules: z
      .record(z.string(), ruleSetting)
      .default({})
      .describe('Severity per rule or check id, or "off". Rules in preview are off until they are named here.'),
    exclude: z.array(z.string()).default([]).describe('Globs of files that are never analysed.'),
    tests: z.array(z.string()).default([]).describe('Globs of further files to treat as tests.'),
    guards: z.array(declaredSymbol).default([]).describe('Authentication guards that only the team knows.'),
    validators: z.array(declaredSymbol).default([]).describe('Functions that validate input.'),
    rateLimiters: z.array(declaredSymbol).default([]).describe('Functions that limit request rates.'),
    loggers: z.array(declaredSymbol).default([]).describe('Functions or objects that write logs.'),
    publicRoutes: z
      .array(
        z.object({
          path: z.string(),
          methods: z.array(z.string()).optional().describe('Only these methods, like "GET"; all of them without it.'),
          reason: z.string().min(1),
        }),
      )
      .default([])
      .describe('Globs of route paths that are meant to be open, each with the reason.'),
    waivers: z.array(waiverSchema).default([]).describe('Accepted gaps with reason, owner and expiry.'),
    profile: z.enum(['prototype', 'launch', 'critical']).default('launch').describe('How critical the project is.'),
  })
  .strict();

export type Config = z.infer<typeof configSchema>;

/** The configuration of a project without a file. */
export const defaultConfig: Config = configSchema.parse({});
