/** One line on the terminal that says what is going on; silent where stderr is not a terminal or JSON was asked for. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

export function progressLine(quiet: boolean): ProgressLine {
  const { stderr } = process;
  if (quiet || !stderr.isTTY) return { show() {}, clear() {} };
  return {
    show: (text) => stderr.write(`\r\x1b[2K${text.slice(0, (stderr.columns ?? 80) - 1)}`),
    clear: () => stderr.write('\r\x1b[2K'),
  };
}
