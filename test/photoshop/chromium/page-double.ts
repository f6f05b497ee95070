/**
 * Runs in the page before the plug-in's script: the double as `require('photoshop')` and `require('uxp')`, and the
 * person's and fate's hands on it as `double`.
 */
// The page has no code from strings, for the double neither.
import '../../../plugin/browser/jitless.ts';
import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';
import type { Domains } from '../../support/photoshop/network.ts';
import type { Rules } from '../../support/photoshop/rules.ts';

const scope = globalThis as unknown as {
  hostRules?: Partial<Rules>;
  domains: Domains;
  require: (name: string) => unknown;
  double: ReturnType<typeof createPhotoshop>['control'];
};
const { photoshop, uxp, control } = createPhotoshop({ rules: scope.hostRules ?? {} });
const modules: Readonly<Record<string, unknown>> = { photoshop, uxp };

scope.require = (name) => {
  if (!modules[name]) throw new Error(`Module ${name} was not found`);
  return modules[name];
};
scope.double = control;
globalThis.fetch = control.fetch(scope.domains, globalThis.fetch.bind(globalThis));
