/** How something is given that is not written. */
export type Way = 'recording' | 'picture' | 'file';

/** The way that fits the types taken: speaking if all are audio, showing if all are images, else a file. */
export function wayOf(mimeTypes: readonly string[]): Way {
  const all = (kind: string) => mimeTypes.length > 0 && mimeTypes.every((type) => type.startsWith(`${kind}/`));
  if (all('audio')) {
    return 'recording';
  }
  return all('image') ? 'picture' : 'file';
}

/** Names that browsers and phones give to the same formats. */
const SAME: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4', 'audio/m4a': 'audio/mp4', 'application/ogg': 'audio/ogg', 'audio/x-wav': 'audio/wav', 'audio/mp3': 'audio/mpeg',
  'image/jpg': 'image/jpeg',
};

/**
 * The type under which a file is taken, exactly as the worksheet names it; none if it is not taken.
 * Codecs and other parameters are no part of it.
 */
export function typeTaken(fileType: string, mimeTypes: readonly string[]): string | undefined {
  const plain = fileType.split(';')[0]!.trim().toLowerCase();
  const taken = (type: string | undefined) => mimeTypes.find((allowed) => allowed.toLowerCase() === type);
  const wild = mimeTypes.length === 0 || mimeTypes.some((allowed) => allowed === '*/*'
    || (allowed.endsWith('/*') && plain.startsWith(allowed.slice(0, -1))));
  return taken(plain) ?? taken(SAME[plain]) ?? (wild && plain ? plain : undefined);
}

/** What a recorder is asked for, best first; a worksheet that takes any sound gets what browsers write. */
export function soundTypes(mimeTypes: readonly string[]): readonly string[] {
  return mimeTypes.flatMap((type) => (type === 'audio/*' ? ['audio/webm', 'audio/mp4', 'audio/ogg'] : type));
}

/** Of the types taken, the one a picture is written as: the first of those given; none if neither is taken. */
export function pictureType(mimeTypes: readonly string[], ...best: readonly string[]): string | undefined {
  return best.find((type) => typeTaken(type, mimeTypes));
}
