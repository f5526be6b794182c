/**
 * Listens for "something new for you" (`GET /api/hints`, read with fetch so that the token travels in a header). A bonus: nothing depends on it, so it
 * must cost nothing either. Where streams end at once (a proxy that does not let them through) it is tried more and more rarely.
 */
import { backoffMs } from '@onestop/shared/sync/backoff.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Platform } from '../../ports/platform.ts';
import { isContentType } from './http.ts';

export interface Hints {
  /** Opens the stream unless it is open or lately ended. */
  readonly open: () => void;
  /** Nothing is tried until the next `open`, which then waits for nothing. */
  readonly close: () => void;
}

export interface HintsDeps {
  readonly platform: Pick<Platform, 'fetch' | 'baseUrl' | 'timers' | 'monotonicMs' | 'random'>;
  readonly token: () => string | undefined;
  /** `administration`: the reference data or the device itself changed, which concerns the sign-in too. */
  readonly onHint: (kind: 'feed' | 'administration') => void;
  /** The stream ended by itself some time ago: the server stopped, the line broke, or streams do not get through. Worth a look whether the server answers. */
  readonly onLost: () => void;
}

/** The server sends a heartbeat every 20 s: silence for longer means that the line is dead. */
const silenceMsMax = 50_000;
/** A stream that lived so long got through: its end is an ordinary one. */
const livedMsMin = 60_000;
const waits = { retryDelayMsFirst: 5_000, retryDelayMsMax: 300_000, jitterPart: 0.3 };

export function createHints(deps: HintsDeps): Hints {
  let abort: AbortController | undefined;
  /** Streams that ended early, one after the other. */
  let failures = 0;
  let waiting: unknown;

  async function listen(controller: AbortController, token: string): Promise<void> {
    const { timers } = deps.platform;
    let timer = timers.set(() => controller.abort(), silenceMsMax);
    try {
      const response = await deps.platform.fetch(`${deps.platform.baseUrl}/api/hints`, {
        headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'manual',
        signal: controller.signal,
      });
      if (!response.ok || response.body === null || !isContentType(response, 'text/event-stream')) return;
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      let rest = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        timers.clear(timer);
        timer = timers.set(() => controller.abort(), silenceMsMax);
        const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        // What came between the last exchange and the server's hello was told to nobody: the hello is a hint too.
        const said = lines.map((line) => line.trim());
        if (said.includes('event: administration')) deps.onHint('administration');
        else if (said.some((line) => line === 'event: hint' || line === 'event: hello')) deps.onHint('feed');
      }
    } finally {
      timers.clear(timer);
    }
  }

  return {
    open: () => {
      const token = deps.token();
      if (abort !== undefined || waiting !== undefined || token === undefined) return;
      const controller = new AbortController();
      const openedAt = deps.platform.monotonicMs();
      abort = controller;
      const ended = (): void => {
        if (abort !== controller) return;
        abort = undefined;
        failures = deps.platform.monotonicMs() - openedAt > livedMsMin ? 1 : failures + 1;
        const jitter = must(deps.platform.random.bytes(1)[0], 'one byte') / 255;
        waiting = deps.platform.timers.set(
          () => {
            waiting = undefined;
            deps.onLost();
          },
          backoffMs(failures, jitter, waits),
        );
      };
      // A stream that breaks is the usual end of a hint stream, whatever the browser calls it.
      listen(controller, token).then(ended, ended);
    },
    close: () => {
      const controller = abort;
      abort = undefined;
      failures = 0;
      deps.platform.timers.clear(waiting);
      waiting = undefined;
      controller?.abort();
    },
  };
}
