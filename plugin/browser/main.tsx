// First: makes the schemas build without code from strings, which the page's security policy forbids.
import './jitless.ts';
import { createRoot } from 'react-dom/client';
import { Panel } from '#panel/panel.tsx';
import { createBrowserHost } from './host.ts';
import { startSession } from './session.ts';

const root = document.getElementById('root');
if (root === null) throw new TypeError('Cannot start the page without its root element');
createRoot(root).render(<Panel host={createBrowserHost(startSession())} />);
