const SHAPES = {
  ring: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zm0 5.9a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2zM5.3 5.3l4.1 4.1m5.2 5.2 4.1 4.1m0-13.4-4.1 4.1m-5.2 5.2-4.1 4.1',
  save: 'M6.5 18.5a4.5 4.5 0 0 1-.4-9 6 6 0 0 1 11.5 1.3 3.9 3.9 0 0 1 .2 7.7zm2.5-4.8 2.3 2.3 4.2-4.2',
  wait: 'M6.5 18.5a4.5 4.5 0 0 1-.4-9 6 6 0 0 1 11.5 1.3 3.9 3.9 0 0 1 .2 7.7zM12 10.5v3m0 2.2v.1',
  eye: 'M2.5 12C5 7.8 8.2 5.7 12 5.7s7 2.1 9.5 6.3c-2.5 4.2-5.7 6.3-9.5 6.3S5 16.2 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM4 20 20 4',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 4v5.3l3.5 2',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  phone: 'M6.5 3.5h3l1.6 4.4-2.2 1.7a12 12 0 0 0 5.5 5.5l1.7-2.2 4.4 1.6v3c0 1.4-1 2.3-2.3 2.2A16.5 16.5 0 0 1 4.3 5.8C4.2 4.5 5.1 3.5 6.5 3.5z',
  message: 'M4.5 5h15v11h-9L6 19.5V16H4.5z',
  tick: 'm5 12.5 4.6 4.6L19.5 7',
  look: 'M12 7.5v6m0 3v.2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
} as const;

/** A small drawing beside words that say the same. */
export function Icon({ is }: { is: keyof typeof SHAPES }) {
  return (
    <svg class="ico" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor"
      stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d={SHAPES[is]} /></svg>
  );
}
