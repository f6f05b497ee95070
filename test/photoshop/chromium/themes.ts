/** Photoshop's theme variables for its four themes [§2.11]; the values are near to what the host shows. */
export type Theme = 'darkest' | 'dark' | 'light' | 'lightest';

const COLORS: Readonly<Record<Theme, readonly [back: string, text: string, border: string, link: string]>> = {
  darkest: ['#323232', '#dadada', '#3e3e3e', '#5aa9fa'],
  dark: ['#535353', '#e8e8e8', '#5e5e5e', '#78bbfa'],
  light: ['#b8b8b8', '#252525', '#a6a6a6', '#0b5cad'],
  lightest: ['#f0f0f0', '#464646', '#d1d1d1', '#0d66d0'],
};

/** What the host's own style brings along; widths include padding and border there [DOC reference-css/Styles/padding]. */
export function themeStyle(theme: Theme): string {
  const [back, text, border, link] = COLORS[theme];
  return `:root{--uxp-host-background-color:${back};--uxp-host-text-color:${text};
--uxp-host-border-color:${border};--uxp-host-link-text-color:${link};--uxp-host-link-hover-text-color:${link};
--uxp-host-text-color-secondary:${text};--uxp-host-label-text-color:${text};
--uxp-host-widget-hover-background-color:${border};--uxp-host-widget-hover-text-color:${text};
--uxp-host-widget-hover-border-color:${border};--uxp-host-font-size:12px;--uxp-host-font-size-smaller:11px;
--uxp-host-font-size-larger:14px}html,body{margin:0;height:100%;background:${back};color:${text};
font-family:sans-serif;font-size:12px}*,*::before,*::after{box-sizing:border-box}uxp-panel{display:block;width:100%;height:100%}`;
}
