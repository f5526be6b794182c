/** Listens for "something new for you" (`GET /api/hints`, read with fetch so that the token travels in a header). A bonus: nothing depends on it. */
import type { Platform } from '../../ports/platform.ts';
import { isContentType } from './http.ts';

export interface Hints {
  /** Opens the stream unless it is open. */
  readonly open: () => void;
  readonly close: () => void;
}

export interface HintsDeps {
  readonly platform: Pick<Platform, 'fetch' | 'baseUrl' | 'timers'>;
  readonly token: () => string | undefined;
  readonly onHint: () => void;
  /** The stream ended by itself: the server stopped or the line broke. */
  readonly onLost: () => void;
}

/** The server sends a heartbeat every 20 s: silence for longer means that the line is dead. */
const silenceMsMax = 50_000;

export function createHints(deps: HintsDeps): Hints {
  let abort: AbortController | undefined;

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
        if (lines.some((line) => line.trim() === 'event: hint')) deps.onHint();
      }
    } finally {
      timers.clear(timer);
    }
  }

  return {
    open: () => {
      const token = deps.token();
      if (abort !== undefined || token === undefined) return;
      const controller = new AbortController();
      abort = controller;
      const ended = (): void => {
        if (abort !== controller) return;
        abort = undefined;
        deps.onLost();
      };
      // A stream that breaks is the usual end of a hint stream, whatever the browser calls it.
      listen(controller, token).then(ended, ended);
    },
    close: () => {
      const controller = abort;
      abort = undefined;
      controller?.abort();
    },
  };
}
