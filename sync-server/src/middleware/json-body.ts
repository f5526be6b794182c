/** A JSON body checked by a schema; what does not fit names its fields. Typed, so that the client's calls are checked at compile time. */
import { validator } from 'hono/validator';
import type * as z from 'zod';
import type { WireErrorCode } from '@onestop/shared/protocol/errors.ts';
import { WireFault } from '../faults.ts';

export function jsonBody<S extends z.ZodType>(schema: S, code: WireErrorCode = 'wire/malformed') {
  return validator('json', (value: z.input<S>): z.output<S> => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.code }));
    throw new WireFault(code, { fields });
  });
}
