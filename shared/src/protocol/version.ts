/**
 * Version of the exchange's shape. It moves only when bytes or meaning of the messages change; a new event type is data and moves nothing.
 *
 * History
 * - 1: first version. Columns with shape and body streams, pack formats 0 to 2, preset dictionary 1.
 *
 * A server speaks every version from `PROTOCOL_VERSION_MIN` on and answers an older request in the request's own version. A client is never newer
 * than its server, because the server hands out the client, except after the server was restored.
 */
import { type Result, err, ok } from '../kernel/result.ts';

export const PROTOCOL_VERSION = 1;
export const PROTOCOL_VERSION_MIN = 1;

export type ProtocolProblem =
  | { readonly code: 'wire/protocol-too-old'; readonly protocol: number }
  | { readonly code: 'wire/protocol-too-new'; readonly protocol: number };

/** The version to answer in: the request's own. */
export function negotiateProtocol(
  asked: number,
  supported: { readonly min: number; readonly max: number } = { min: PROTOCOL_VERSION_MIN, max: PROTOCOL_VERSION },
): Result<number, ProtocolProblem> {
  if (asked < supported.min) return err({ code: 'wire/protocol-too-old', protocol: asked });
  if (asked > supported.max) return err({ code: 'wire/protocol-too-new', protocol: asked });
  return ok(asked);
}
