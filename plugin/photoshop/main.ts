import type { Photoshop } from './host/photoshop.ts';
import type { Uxp } from './host/uxp.ts';
import { createMenu } from './menu.ts';

// Plain calls: a bundler's copy of a module would lose what the host keeps in properties that cannot be listed.
declare const require: (name: string) => unknown;
const photoshop = require('photoshop') as Photoshop;
const uxp = require('uxp') as Uxp;

const menu = createMenu();
// At once: the host gives a script about 20 ms for this, and evaluating the whole panel takes longer.
uxp.entrypoints.setup({
  commands: menu.commands,
  panels: {
    retouchiq: {
      create(root) {
        // An element of our own: the host's may be the body, which holds the script too.
        const place = root.ownerDocument.createElement('div');
        root.appendChild(place);
        void import('./show-panel.tsx').then(({ showPanel }) => showPanel(place, { photoshop, uxp, menu }));
      },
    },
  },
});
