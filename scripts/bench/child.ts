import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

export interface ChildOptions {
  /** Milliseconds after which it is ended. */
  readonly timeoutMs: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Some programs end with an error after telling their version. */
  readonly mayFail?: boolean;
}

export interface Ended {
  /** From before it was started to after its last output. */
  readonly ms: number;
  readonly stdout: string;
  readonly stderr: string;
}

const running = new Set<ChildProcess>();

/** Starts a program in a process group of its own, so that what it starts can be ended with it. */
export function startChild(file: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...options,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Ends a child and whatever it started. */
export function endChild({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It ended by itself a moment ago.
  }
}

/** Ends every child that still runs: the bench was interrupted. */
export function endChildren(): void {
  for (const child of running) endChild(child, 'SIGKILL');
}

/**
 * Runs a program to its end.
 *
 * @throws Error with the end of what it said, when it fails, cannot be started or takes too long
 */
export function runChild(file: string, args: readonly string[], options: ChildOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const { env, cwd } = options;
    const child = startChild(file, args, { env: { ...process.env, ...env }, ...(cwd ? { cwd } : {}) });
    let [stdout, stderr] = ['', ''];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endChild(child, 'SIGKILL');
    }, options.timeoutMs);
    child.stdout!.on('data', (chunk) => (stdout += chunk));
    child.stderr!.on('data', (chunk) => (stderr += chunk));
    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(new Error(`${file} cannot be started: ${cause.message}`, { cause }));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const ms = performance.now() - started;
      if (code === 0 || (options.mayFail && !late)) resolve({ ms, stdout, stderr });
      else if (late) reject(new Error(`${file} took longer than ${options.timeoutMs / 1000} s`));
      else reject(new Error(`${file} ended with ${code ?? signal}: ${complaint(stderr || stdout)}`));
    });
  });
}

/** What it called an error, or else the last it said. */
function complaint(said: string): string {
  const lines = said.trim().split('\n');
  const errors = lines.filter((line) => /error/i.test(line)).slice(0, 4);
  return (errors.length > 0 ? errors : lines.slice(-3)).join(' / ').slice(0, 400);
}
