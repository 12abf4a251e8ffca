import type { Attachment } from '../fhir/types.ts';
import { base64, bytesOf } from './bytes.ts';

/** What was recorded, drawn or chosen, as it is kept. */
export async function attachmentOf(blob: Blob, contentType: string, now: Date, title?: string): Promise<Attachment> {
  const data = base64(new Uint8Array(await blob.arrayBuffer()));
  return { contentType, data, size: blob.size, creation: now.toISOString(), ...(title && { title }) };
}

/** What was kept, to be heard or seen again; none if it is not here but behind a link. */
export function blobOf(attachment: Attachment): Blob | undefined {
  const { data, contentType } = attachment;
  return data ? new Blob([bytesOf(data)], { type: contentType ?? '' }) : undefined;
}
