import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage } from './page.ts';

const loaded = new Map<Loader, ComponentType<never>>();

type Loader = () => Promise<{ default: ComponentType<never> }>;

/** A part of the renderer that only some worksheets need, loaded when one does. */
export function Lazy<Props extends object>({ from, props }: {
  from: () => Promise<{ default: ComponentType<Props> }>;
  props: Props;
}) {
  const { words } = usePage();
  const [state, setState] = useState<'loading' | 'there' | 'not-there'>(loaded.has(from as Loader) ? 'there' : 'loading');
  const load = () => {
    setState('loading');
    from().then((module) => {
      loaded.set(from as Loader, module.default as ComponentType<never>);
      setState('there');
    }, () => setState('not-there'));
  };
  useEffect(() => { if (state === 'loading') { load(); } }, []);
  const Loaded = loaded.get(from as Loader) as unknown as ComponentType<Props> | undefined;
  if (state === 'there' && Loaded) {
    return <Loaded {...props} />;
  }
  return state === 'not-there'
    ? <p role="alert">{words.cannotLoad} <button type="button" class="btn" onClick={load}>{words.tryAgain}</button></p>
    : <p class="hint">{words.loading}</p>;
}
