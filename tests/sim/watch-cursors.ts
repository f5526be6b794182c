/** Sees every step of a device's cursors (S-I3), also one that is made good again before the world looks. */
import type { Client } from '@onestop/client/data/compose.ts';

export interface CursorWatch {
  readonly watch: (tab: Client) => void;
  readonly take: (tab: Client) => Promise<{ readonly back: readonly string[]; readonly announced: readonly string[] }>;
}

export function watchCursors(): CursorWatch {
  /** By what changed: two tabs of one desk see the same step. */
  let back = new Map<string, string>();
  let diaryUpTo = 0;
  return {
    watch: ({ log }) => {
      let before = log.state.get();
      log.state.subscribe(() => {
        const after = log.state.get();
        // Another identity begins its feeds anew.
        if (after.identity?.device === before.identity?.device)
          for (const { office, position } of before.cursors) {
            const now = after.cursors.find((cursor) => cursor.office === office);
            if (now === undefined || now.position < position) back.set(`${office} ${position} ${now?.position}`, office);
          }
        before = after;
      });
    },
    take: async ({ db }) => {
      const lines = await db.diary.where(':id').above(diaryUpTo).toArray();
      diaryUpTo = Math.max(diaryUpTo, ...lines.map(({ id = 0 }) => id));
      const announced = lines.flatMap((line) => (line.kind === 'reset' && line.detail !== undefined ? [line.detail] : []));
      const seen = [...back.values()];
      back = new Map();
      return { back: seen, announced };
    },
  };
}
