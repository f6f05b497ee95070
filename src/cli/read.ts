import type { Command } from 'commander';
import { describeReading } from '#instruction/describe.ts';
import { readInstruction } from '#instruction/read.ts';
import { checkInstruction } from './instruction.ts';

/** `retouchiq read "<instruction>"`: how a sentence is understood, without a photo. */
export function addRead(program: Command): void {
  program
    .command('read')
    .description('show how an instruction is understood')
    .argument('<instruction>', 'what you want changed, in your own words')
    .option('--json', 'print the reading as JSON')
    .action((instruction: string, { json }: { json?: boolean }) => {
      const reading = readInstruction(checkInstruction(instruction));
      process.stdout.write(json ? `${JSON.stringify(reading, null, 2)}\n` : `${describeReading(reading)}\n`);
    });
}
