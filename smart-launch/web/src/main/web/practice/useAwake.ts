import { useEffect } from 'preact/hooks';

/** Keeps the screen from going dark while something runs, where the browser can. */
export function useAwake(running: boolean): void {
  useEffect(() => {
    const wakeLock = navigator.wakeLock as WakeLock | undefined;
    if (!running || !wakeLock) {
      return;
    }
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible') {
        return;
      }
      try {
        const held = await wakeLock.request('screen');
        if (over) {
          await held.release();
        } else {
          lock = held;
        }
      } catch {
        // Refused, for example to save the battery: the practice goes on all the same.
      }
    };
    void hold();
    // The browser takes the lock away from a page that is hidden.
    document.addEventListener('visibilitychange', hold);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, [running]);
}
