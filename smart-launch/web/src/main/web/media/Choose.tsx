interface ChooseProps {
  readonly label: string;
  /** As an input of files has it: types, separated by commas. */
  readonly accept: string;
  /** Opens the camera or the microphone rather than a list of files, where there is one. */
  readonly capture?: 'environment' | 'user';
  readonly main?: boolean;
  onFile(file: File): void;
}

/** Looks like a button, is an input of files: it can be reached and pressed by keyboard. */
export function Choose({ label, accept, capture, main, onFile }: ChooseProps) {
  return (
    <label class={main ? 'btn main media-choose' : 'btn media-choose'}>
      <input class="sr" type="file" accept={accept} {...(capture && { capture })} onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        // The same file can be chosen again.
        currentTarget.value = '';
        if (file) {
          onFile(file);
        }
      }} />
      {label}
    </label>
  );
}
