import type { Photoshop } from '../../../plugin/photoshop/host/photoshop.ts';
import type { Uxp } from '../../../plugin/photoshop/host/uxp.ts';
import { createAction } from './action.ts';
import { Control } from './control.ts';
import { copyDocument, createApp, DomDocument } from './dom.ts';
import { createImaging } from './imaging.ts';
import { Modal } from './modal.ts';
import { Host, requireModal } from './model/host.ts';
import { RULES, type Rules } from './rules.ts';
import { createUxp, UxpState } from './uxp.ts';

export interface PhotoshopDouble {
  readonly photoshop: Photoshop;
  readonly uxp: Uxp;
  /** What a person or fate does, and what can be seen from outside. */
  readonly control: Control;
}

export interface DoubleOptions {
  readonly rules?: Partial<Rules>;
}

/**
 * Photoshop as far as the plug-in sees it, with pixels from our own develop engine: what an edit does to a document
 * can be looked at. Behaves as public knowledge says, traps included; what nobody knows is a switch in `rules`.
 * It knows nothing of the plug-in's own tables, so a mistake there shows here.
 */
export function createPhotoshop(options: DoubleOptions = {}): PhotoshopDouble {
  const host = new Host({ ...RULES, ...options.rules });
  const modal = new Modal(host);
  const state = new UxpState();
  const temporary: Pick<Photoshop['core'], 'createTemporaryDocument' | 'deleteTemporaryDocument'> = {
    async createTemporaryDocument({ documentID }) {
      await host.meet('createTemporaryDocument');
      requireModal(host, 'createTemporaryDocument');
      const source = host.document(documentID);
      if (!source) throw new Error('createTemporaryDocument: the document does not exist');
      return new DomDocument(host, copyDocument(host, source, undefined, false, true));
    },
    async deleteTemporaryDocument({ documentID }) {
      requireModal(host, 'deleteTemporaryDocument');
      const document = host.document(documentID);
      if (!document?.facts.temporary) throw new Error('deleteTemporaryDocument: not a temporary document');
      host.close(document);
    },
  };
  const photoshop: Photoshop = {
    app: createApp(host),
    action: createAction(host),
    imaging: createImaging(host),
    constants: { LayerKind: { SMARTOBJECT: 'smartObject', NORMAL: 'pixel', GROUP: 'group', TEXT: 'text' } },
    core: {
      executeAsModal: (work, given) => modal.run(work, given),
      // Of this plug-in alone [DOC photoshopcore.md].
      isModal: () => host.modal.depth > 0,
      ...(host.rules.temporaryDocuments ? temporary : {}),
    },
  };
  const uxp = createUxp(state);
  return { photoshop, uxp, control: new Control(host, modal, state) };
}
