const two = (n: number) => String(n).padStart(2, '0');

/** The day where the person is, as `2026-03-31`. */
export function dateOf(moment: Date | string): string {
  const date = typeof moment === 'string' ? parsed(moment) : moment;
  return date ? `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
    : String(moment).padEnd(10, '-01').slice(0, 10);
}

/** The time where the person is, as `21:30`; nothing for a whole day. */
export function timeOf(moment: Date | string): string {
  const date = typeof moment === 'string' ? parsed(moment) : moment;
  return date ? `${two(date.getHours())}:${two(date.getMinutes())}` : '';
}

/**
 * A FHIR dateTime: the day alone, or with the time and the offset that holds there and then. A time that the clocks skip is
 * read as the one an hour later.
 */
export function momentOf(date: string, time: string): string {
  if (!time) {
    return date;
  }
  const at = new Date(`${date}T${time}`);
  return Number.isNaN(at.getTime()) ? date : stampOf(at);
}

/** That instant with its offset, to the second. */
export function stampOf(at: Date): string {
  const offset = -at.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${dateOf(at)}T${timeOf(at)}:${two(at.getSeconds())}${sign}${two(hours)}:${two(minutes)}`;
}

/** None for a day without a time. */
function parsed(moment: string): Date | undefined {
  return moment.includes('T') ? new Date(moment) : undefined;
}
