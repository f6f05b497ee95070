/** Ends what a host or a service said as a sentence ends. */
export function sentence(message: string): string {
  const text = message.trim() || 'Something went wrong';
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
