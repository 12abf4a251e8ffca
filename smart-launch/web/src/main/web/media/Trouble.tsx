/** Something that did not work, in words; always on the page, so that it is read out when it comes. */
export function Trouble({ text }: { readonly text: string | undefined }) {
  return <p class="media-trouble" role="alert">{text}</p>;
}
