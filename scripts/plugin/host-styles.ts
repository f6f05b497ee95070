/**
 * What UXP's style sheets can say. Sources: Adobe's CSS reference of UXP for Photoshop (developer.adobe.com/photoshop/uxp,
 * reference-css), its pages of known issues and of what is unsupported, and the property data of the editor extension
 * jardicc/vscode-uxp-validator. What none of them lists counts as unsupported.
 */

const sides = ['top', 'right', 'bottom', 'left'];
const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

export const PROPERTIES: ReadonlySet<string> = new Set([
  ...['align-content', 'align-items', 'align-self', 'justify-content', 'order'],
  ...['flex', 'flex-basis', 'flex-direction', 'flex-grow', 'flex-shrink', 'flex-wrap'],
  'background',
  ...['attachment', 'blend-mode', 'clip', 'color', 'image', 'origin', 'position', 'repeat', 'size'].map(
    (part) => `background-${part}`,
  ),
  ...['border', 'border-color', 'border-radius', 'border-style', 'border-width'],
  ...sides.flatMap((side) => ['', '-color', '-style', '-width'].map((part) => `border-${side}${part}`)),
  ...corners.map((corner) => `border-${corner}-radius`),
  ...['margin', 'padding'].flatMap((box) => [box, ...sides.map((side) => `${box}-${side}`)]),
  ...sides,
  ...['width', 'height'].flatMap((length) => [length, `min-${length}`, `max-${length}`]),
  ...[
    'color',
    'content',
    'cursor',
    'display',
    'opacity',
    'pointer-events',
    'touch-action',
    'position',
    'visibility',
    'z-index',
  ],
  ...['fill', 'fill-opacity', 'fill-rule', 'object-fit', 'object-position', 'transform'],
  ...[
    'stroke',
    'stroke-dasharray',
    'stroke-dashoffset',
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-miterlimit',
  ],
  ...['stroke-opacity', 'stroke-width'],
  ...['font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'line-clamp', 'line-height'],
  ...['outline', 'outline-color', 'outline-offset', 'outline-style', 'outline-width'],
  ...['overflow', 'overflow-x', 'overflow-y'],
  ...['text-align', 'text-decoration', 'text-overflow', 'vertical-align', 'white-space', 'word-break'],
  // In no list, but in every published panel's style sheet: the panel is laid out as if it worked.
  'box-sizing',
]);

/** Values, where the host knows fewer than browsers. */
export const VALUES: Readonly<Record<string, RegExp>> = {
  display: /^(block|flex|inline|inline-block|inline-flex|none)$/,
  position: /^(absolute|fixed|relative|static)$/, // sticky: listed by one source, refused by another
  'align-content': /^(center|flex-end|flex-start|space-around|space-between|stretch)$/,
  'align-items': /^(center|flex-end|flex-start|stretch)$/,
  'align-self': /^(auto|center|flex-end|flex-start|stretch)$/,
  'justify-content': /^(center|flex-end|flex-start|space-around|space-between|stretch)$/,
  'flex-direction': /^(row|column)(-reverse)?$/,
  'flex-wrap': /^(nowrap|wrap)$/,
  'font-style': /^(italic|normal)$/,
  'object-fit': /^(contain|cover|fill|none|scale-down)$/,
  overflow: /^(auto|hidden|scroll|visible)( (auto|hidden|scroll|visible))?$/,
  'overflow-x': /^(auto|hidden|scroll|visible)$/,
  'overflow-y': /^(auto|hidden|scroll|visible)$/,
  'text-align': /^(left|center|right)$/,
  'text-overflow': /^(clip|ellipsis)$/,
  transform: /^(none|((scale|rotate|translate)\([^)]*\)\s*)+)$/,
  visibility: /^(hidden|visible)$/,
  'white-space': /^(normal|nowrap|pre|pre-line|pre-wrap)$/,
  'word-break': /^(break-all|keep-all|normal)$/,
};

export const PSEUDO_CLASSES: ReadonlySet<string> = new Set([
  ...['active', 'checked', 'defined', 'disabled', 'empty', 'enabled', 'first-child', 'focus', 'hover'],
  ...[
    'last-child',
    'not',
    'nth-child',
    'nth-last-child',
    'nth-last-of-type',
    'nth-of-type',
    'only-child',
    'root',
  ],
]);
export const PSEUDO_ELEMENTS: ReadonlySet<string> = new Set(['before', 'after']);

export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['calc', 'var', 'url', 'rgb', 'rgba', 'hsl', 'hsla', 'linear-gradient', 'radial-gradient'],
  ...['scale', 'rotate', 'translate'],
]);

/** `rem` counts from another size than the root's in UXP, says the extension. */
export const UNITS: ReadonlySet<string> = new Set(['px', '%', 'em', 'vh', 'vw', 'deg']);

export const MEDIA =
  /^@media\s*(and|,|\s|\((min-|max-)?(width|height)\s*:[^()]*\)|\(prefers-color-scheme\s*:[^()]*\))+$/;

/** Left out of the plug-in's sheet because the look and the layout do without: declarations, with the reason. */
export const DECLARATIONS_LEFT_OUT: Readonly<Record<string, string>> = {
  '-webkit-font-smoothing': 'the host draws text its own way',
  '-webkit-box-orient': 'belongs to the clamping of lines, which max-height does there',
  '-webkit-line-clamp': 'belongs to the clamping of lines, which max-height does there',
  'accent-color': 'the host draws its controls',
  'box-shadow': 'needs a feature flag; popovers have a border as well',
  'font-variant-numeric': 'figures only jump a little',
  'image-rendering': 'only for pictures magnified beyond their pixels',
  'list-style': 'lists are plain blocks there',
  'overflow-wrap': 'word-break does it',
  resize: 'text fields cannot be dragged larger there',
  'scrollbar-color': 'the host draws scroll bars',
  'scrollbar-width': 'the host draws scroll bars',
  'user-select': 'text cannot be selected there anyway',
};

/** Rules left out: the host draws these parts itself. */
export const PARTS_LEFT_OUT = /::(placeholder|selection|-webkit-[\w-]+|-moz-[\w-]+)/;
