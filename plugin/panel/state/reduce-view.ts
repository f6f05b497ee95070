import type { Action } from './action.ts';
import type { View } from './state.ts';

/** How things are looked at; never what is done to the photo. */
export function reduceView(view: View, action: Action): View {
  switch (action.type) {
    case 'compare-changed':
      return { ...view, compare: action.compare };
    case 'divider-moved':
      return { ...view, divider: Math.min(1, Math.max(0, action.divider)) };
    case 'zoom-changed':
      return { ...view, zoom: action.zoom };
    case 'clipping-toggled':
      return { ...view, clipping: !view.clipping };
    case 'surround-changed':
      return { ...view, surround: action.surround };
    case 'tab-chosen':
      return { ...view, tab: action.tab, highlight: null };
    case 'setting-pointed':
      return {
        ...view,
        tab: 'settings',
        highlight: { name: action.name, times: (view.highlight?.times ?? 0) + 1 },
      };
    case 'show-all-toggled':
      return { ...view, showAll: !view.showAll };
    case 'exact-weights-toggled':
      return { ...view, exactWeights: !view.exactWeights };
    case 'sheet-toggled':
      return { ...view, sheet: action.open };
    case 'page-chosen':
      return { ...view, page: action.page };
    case 'export-menu-toggled':
      return { ...view, exportMenu: action.open };
    default:
      return view;
  }
}
