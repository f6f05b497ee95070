import { DECLARATIONS_LEFT_OUT, PARTS_LEFT_OUT } from './host-styles.ts';
import { parseStyles, printStyles, type StyleItem } from './styles.ts';

/**
 * The panel's style sheet as UXP reads it. One rule that it does not know can make it drop its neighbours in the same
 * list of selectors, so those are taken out here by name; what is not on the lists is left in for the check to find.
 */
export function stylesForHost(css: string): string {
  return printStyles(itemsForHost(parseStyles(css)));
}

function itemsForHost(items: readonly StyleItem[]): readonly StyleItem[] {
  return items.flatMap((item): StyleItem[] => {
    if (item.kind === 'block') {
      const inside = itemsForHost(item.items);
      return item.items.length > 0 && inside.length === 0 ? [] : [{ ...item, items: inside }];
    }
    const selectors = item.selectors
      .filter((selector) => !PARTS_LEFT_OUT.test(selector))
      // There is one kind of focus. A ring also after a click is better than none with the keyboard.
      .map((selector) => selector.replaceAll(':focus-visible', ':focus'));
    const declarations = item.declarations.filter(
      ({ property, value }) =>
        !(property in DECLARATIONS_LEFT_OUT) && !(property === 'display' && value === '-webkit-box'),
    );
    return selectors.length === 0 || declarations.length === 0 ? [] : [{ ...item, selectors, declarations }];
  });
}
