import { activeDocument } from '../host/documents.ts';
import { currentState } from '../host/history.ts';
import type { Photoshop } from '../host/photoshop.ts';

/** What may change the active document, its layers, its selection or its history. */
const EVENTS = [
  'open',
  'close',
  'newDocument',
  'select',
  'make',
  'delete',
  'set',
  'move',
  'hide',
  'show',
  'historyStateChanged',
  'modalJavaScriptScopeExit',
];
/** Events come in bursts, milliseconds. */
const REST = 60;
/** Some changes have no event, and events are silent while another plug-in works. Milliseconds. */
const CHECK = 1500;

/** Calls at once, and after whatever may have changed the active document. Answers how to stop. */
export function watchDocument(photoshop: Photoshop, onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = '';
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      seen = glance(photoshop);
      onChange();
    }, REST);
  };
  void photoshop.action.addNotificationListener(EVENTS, soon);
  const check = setInterval(() => {
    if (glance(photoshop) !== seen) soon();
  }, CHECK);
  seen = glance(photoshop);
  onChange();
  return () => {
    clearTimeout(timer);
    clearInterval(check);
    void photoshop.action.removeNotificationListener?.(EVENTS, soon);
  };
}

/** Cheap to read, and different after most changes. */
function glance(photoshop: Photoshop): string {
  try {
    const document = activeDocument(photoshop);
    if (document === null) return '';
    const layer = document.activeLayers[0];
    return `${document.id} ${currentState(document)} ${layer?.id} ${layer?.visible} ${document.activeLayers.length}`;
  } catch {
    // Closed between two looks.
    return '';
  }
}
