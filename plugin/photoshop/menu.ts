import type { HostCommand } from '#panel/document-host.ts';

/** The plug-in's own menu items, to which a person can give shortcuts; ids are those of manifest.json. */
export const MENU_COMMANDS: readonly HostCommand[] = [
  'next',
  'previous',
  'before',
  'try',
  'commit',
  'discard',
  'self-test',
  'strip',
];

export interface Menu {
  /** For `entrypoints.setup`: they return at once, since the host gives them 300 ms. */
  readonly commands: Readonly<Record<HostCommand, () => void>>;
  readonly onCommand: (listener: (command: HostCommand) => void) => () => void;
}

/** Commands go to whoever listens; before the panel was shown for the first time nobody does. */
export function createMenu(): Menu {
  const listeners = new Set<(command: HostCommand) => void>();
  const tell = (command: HostCommand) => {
    for (const listener of [...listeners]) listener(command);
  };
  return {
    commands: Object.fromEntries(
      MENU_COMMANDS.map((command) => [command, () => tell(command)]),
    ) as Menu['commands'],
    onCommand(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
