/** Calls back once nobody has touched, typed or scrolled for a while, by the clock of the services: for a screen that strangers use one after another. */
import { useEffect, useEffectEvent } from 'react';
import { useServices } from './services-context.tsx';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;
const lookEveryMs = 1_000;

export function useIdle(afterMs: number, onIdle: () => void): void {
  const { now } = useServices();
  const told = useEffectEvent(onIdle);
  useEffect(() => {
    let last = now();
    const touched = (): void => {
      last = now();
    };
    const timer = setInterval(() => {
      // A clock that was put back counts from there.
      if (now() < last) touched();
      if (now() - last < afterMs) return;
      touched();
      told();
    }, lookEveryMs);
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true });
    };
  }, [now, afterMs]);
}
