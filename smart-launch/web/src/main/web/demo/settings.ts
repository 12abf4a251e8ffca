/** How the simulated server takes what is sent. */
export type Server = 'works' | 'slow' | 'offline' | 'fails';

/** What the demo shows; all of it stands in the address. */
export interface Settings {
  readonly form: string;
  readonly language: string;
  readonly scheme: 'system' | 'light' | 'dark';
  /** `empty`, `draft`, `complete` or the name of an example response. */
  readonly state: string;
  readonly server: Server;
  /** The worksheet alone, as an app would show it. */
  readonly bare: boolean;
}

const SERVERS: readonly Server[] = ['works', 'slow', 'offline', 'fails'];

/** Reads the address; what it does not say has a usual value. */
export function settingsIn(query: string): Settings {
  const asked = new URLSearchParams(query);
  const scheme = asked.get('scheme');
  const server = asked.get('server') as Server | null;
  return {
    form: asked.get('form') ?? 'thought-record-5',
    language: asked.get('language') ?? 'en',
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'system',
    state: asked.get('state') ?? 'empty',
    server: server && SERVERS.includes(server) ? server : asked.has('offline') ? 'offline' : 'works',
    bare: asked.has('bare'),
  };
}

/** The address that shows them. */
export function addressOf(settings: Settings): string {
  const { bare, scheme, state, server, ...always } = settings;
  return `?${new URLSearchParams({
    ...always,
    ...(state !== 'empty' && { state }),
    ...(scheme !== 'system' && { scheme }),
    ...(server !== 'works' && { server }),
    ...(bare && { bare: '1' }),
  })}`;
}
