import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from '../fhir/types.ts';
import { blobOf } from './attachment.ts';

/** A link to what is kept, for the page only; given back when no longer needed. */
export function useLink(attachment: Attachment | undefined): string | undefined {
  const [link, setLink] = useState<string>();
  useEffect(() => {
    const blob = attachment && blobOf(attachment);
    const made = blob && URL.createObjectURL(blob);
    setLink(made ?? attachment?.url);
    return () => {
      if (made) {
        URL.revokeObjectURL(made);
      }
    };
  }, [attachment?.data, attachment?.url]);
  return link;
}
