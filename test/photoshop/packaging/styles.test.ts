import { stylesProblems } from '../../../scripts/plugin/check-styles.ts';
import { parseStyles, printStyles } from '../../../scripts/plugin/styles.ts';
import { stylesForHost } from '../../../scripts/plugin/styles-for-host.ts';

describe('stylesProblems()', () => {
  it.each([
    'a{color:#1e1e1e;width:calc(100% - 2px);flex:1 1 0}',
    '.a:not(.b):hover>.c::before{content:"gap: 2fr; transition"}',
    '@media (min-width: 300px) and (max-width:420px){.a{display:none}}',
    '@media (prefers-color-scheme: darkest){:root{--line:#111}}',
    'a[role="menuitem"]{background:url("x.png?a:b");border:1px solid rgba(0,0,0,.4)}',
    ':root{--any-2fr:12px}.a{margin:-1.5em 50% 0 var(--any-2fr)}',
    '.a{transform:translate(-50%,0) rotate(45deg)}',
    '.a{display:var(--shown)}',
  ])('has nothing against %p', (css) => {
    expect(stylesProblems(css)).toEqual([]);
  });

  it.each([
    ['a{gap:4px}', 'no property gap'],
    ['a{display:grid}', 'no display: grid'],
    ['a{grid-template-columns:1px}', 'no property grid-template-columns'],
    ['a{transition:color 1s}', 'no property transition'],
    ['a{animation:x 1s}', 'no property animation'],
    ['@keyframes x{from{color:red}to{color:blue}}', 'no @keyframes x'],
    ['a{font:12px sans-serif}', 'no property font'],
    ['a{text-transform:uppercase}', 'no property text-transform'],
    ['a{float:left}', 'no property float'],
    ['a{inset:0}', 'no property inset'],
    ['a{aspect-ratio:1}', 'no property aspect-ratio'],
    ['a{box-shadow:0 0 2px #000}', 'no property box-shadow'],
    ['a{position:sticky}', 'no position: sticky'],
    ['a{justify-content:space-evenly}', 'no justify-content: space-evenly'],
    ['a{align-items:baseline}', 'no align-items: baseline'],
    ['a{word-break:break-word}', 'no word-break: break-word'],
    ['a{overflow:clip}', 'no overflow: clip'],
    ['a{text-align:justify}', 'no text-align: justify'],
    ['a{transform:skew(2deg)}', 'no transform'],
    ['a{width:min(2px,3px)}', 'no min()'],
    ['a{width:clamp(1px,2px,3px)}', 'no clamp()'],
    ['a{color:color-mix(in srgb,red,blue)}', 'no color-mix()'],
    ['a{width:2rem}', 'no unit rem'],
    ['a{width:10ch}', 'no unit ch'],
    ['a{opacity:0;height:2svh}', 'no unit svh'],
    ['a:focus-visible{color:red}', 'no :focus-visible'],
    ['a:focus-within{color:red}', 'no :focus-within'],
    ['a:is(b,c){color:red}', 'no :is'],
    ['a:has(b){color:red}', 'no :has'],
    ['a::placeholder{color:red}', 'no ::placeholder'],
    ['a::hover{color:red}', 'no ::hover'],
    ['@supports (gap:1px){a{color:red}}', 'no @supports'],
    ['@container (width>1px){a{color:red}}', 'no @container'],
    ['@media (hover:hover){a{color:red}}', 'no @media (hover'],
    ['@media print{a{color:red}}', 'no @media print'],
    ['@media (max-width:420px){a{gap:1px}}', 'no property gap'],
    ['@font-face{font-family:x;src:url(x)}', 'no @font-face'],
    ['@import "x.css";a{color:red}', 'no @import'],
    ['@layer a,b;', 'no @layer'],
  ])('finds that %p is not for UXP', (css, problem) => {
    expect(stylesProblems(css).join('\n')).toContain(problem);
  });

  it.each(['a{color:red', 'a{content:"x', 'a}', 'a{color}'])('cannot read %p', (css) => {
    expect(() => stylesProblems(css)).toThrow(SyntaxError);
  });
});

describe('stylesForHost()', () => {
  it('leaves out what the host draws itself, and no more', () => {
    const css = `a,a::placeholder{color:red;user-select:none}b::selection{color:red}c{resize:none}
      @media (max-width:4px){d::-webkit-scrollbar{width:1px}}e{display:-webkit-box;gap:1px}f:focus-visible{outline:none}`;
    expect(stylesForHost(css).replaceAll('\n', '')).toBe('a{color:red}e{gap:1px}f:focus{outline:none}');
  });

  it('prints what it read', () => {
    const css = '@media (max-width:4px){a>b{color:red;margin:0}\n}c[d="}"]{content:";{"}\n';
    expect(printStyles(parseStyles(css))).toBe(css);
  });
});
