import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attachment } from '../fhir/types.ts';
import { Choose } from './Choose.tsx';
import { Drawing } from './Drawing.tsx';
import { pictureType } from './kinds.ts';
import { paperOf } from './paper.ts';
import { open, rewrite } from './picture.ts';
import type { MediaProps } from './props.ts';
import { Shown } from './Shown.tsx';
import { sketchOf, type Sketch } from './sketch.ts';
import { Trouble } from './Trouble.tsx';
import { useKeeping } from './useKeeping.ts';

/** Show it instead of writing: a photo, a picture at hand, or a drawing. */
export function Picture(props: MediaProps) {
  const { part, value, words, onChange } = props;
  const own = words.media;
  const keeping = useKeeping(props);
  const sketch = useRef<Sketch>(undefined);
  const [isDrawing, setDrawing] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  const draw = useRef<HTMLButtonElement>(null);
  /** What takes the focus once it is there: what had it is gone by then. */
  const next = useRef<'shown' | 'draw'>(undefined);
  useEffect(() => {
    const target = { shown, draw }[next.current ?? 'draw'];
    if (next.current && target.current) {
      target.current.focus();
      next.current = undefined;
    }
  });

  const keep = async (written: string | undefined, making: Parameters<typeof rewrite>[0] | Blob, title?: string) => {
    next.current = 'shown';
    const data = await keeping.keep(async () => {
      const picture = making instanceof Blob ? await open(making) : making;
      const blob = written && await rewrite(picture, written, keeping.maxSize);
      return blob ? { blob, contentType: written!, title } : undefined;
    });
    if (!data) {
      next.current = undefined;
    }
    return data;
  };
  const choose = (file: File) => void keep(pictureType(part.mimeTypes, 'image/jpeg', 'image/png'), file);
  const openDrawing = async () => {
    keeping.setTrouble(undefined);
    try {
      sketch.current = await sketchOf(sketch.current, value);
      setDrawing(true);
    } catch {
      keeping.setTrouble(own.cannotRead);
    }
  };
  const close = () => {
    next.current = 'draw';
    setDrawing(false);
  };
  const use = async () => {
    const { marks, beneath } = sketch.current!;
    const data = await keep(pictureType(part.mimeTypes, 'image/png', 'image/jpeg'), paperOf(marks, beneath), value?.title);
    if (data) {
      sketch.current!.of = data;
      setDrawing(false);
    }
  };
  const describe = (title: string) => {
    const { title: _, ...untitled } = value!;
    onChange(title ? { ...untitled, title } : untitled);
  };
  const notes = (
    <>
      <p class="media-status" role="status">{keeping.busy ? own.preparing : ''}</p>
      <Trouble text={keeping.trouble} />
    </>
  );
  if (isDrawing) {
    return <><Drawing sketch={sketch.current!} words={own} onUse={() => void use()} onCancel={close} />{notes}</>;
  }
  const drawButton = (label: string) => <button type="button" class="btn" ref={draw} onClick={() => void openDrawing()}>{label}</button>;
  return (
    <>
      {value
        ? (
          <div class="media-shown" role="group" tabIndex={-1} ref={shown} aria-label={own.yourPicture}>
            <Shown value={value} words={own} onDescribe={describe} />
            <div class="media-actions">
              {isDrawn(value, sketch.current) && drawButton(own.drawAgain)}
              <button type="button" class="btn plain" onClick={() => onChange(undefined)}>{words.remove}</button>
            </div>
          </div>
        )
        : (
          <div class="media-actions">
            <Choose label={own.takePhoto} accept="image/*" capture="environment" onFile={choose} />
            <Choose label={own.choosePicture} accept="image/*" onFile={choose} />
            {drawButton(own.draw)}
          </div>
        )}
      {notes}
    </>
  );
}

/** A photo is not drawn upon; a drawing is kept as PNG where that is taken. */
function isDrawn(value: Attachment, sketch: Sketch | undefined): boolean {
  return value.contentType === 'image/png' || (value.data !== undefined && sketch?.of === value.data);
}
