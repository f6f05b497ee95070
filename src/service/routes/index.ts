import type { Route } from '../route.ts';
import { aboutRoute } from './about.ts';
import { exportRoute } from './export.ts';
import { healthRoute } from './health.ts';
import { agreementRoute, localOnlyRoute, modelsRoute } from './models.ts';
import { pairRoute } from './pair.ts';
import { openPhotoRoute, openSampleRoute, photoRoute } from './photos.ts';
import { proposeRoute } from './policy.ts';
import { readRoute } from './read.ts';
import { renderRoute } from './render.ts';
import { cancelRetouchRoute, retouchEventsRoute, retouchRoute, startRetouchRoute } from './retouches.ts';
import { rankRoute } from './reward.ts';

/** The HTTP API, version 1. */
export const ROUTES: readonly Route[] = [
  healthRoute,
  pairRoute,
  aboutRoute,
  modelsRoute,
  agreementRoute,
  localOnlyRoute,
  openPhotoRoute,
  openSampleRoute,
  photoRoute,
  renderRoute,
  exportRoute,
  readRoute,
  proposeRoute,
  rankRoute,
  startRetouchRoute,
  retouchRoute,
  retouchEventsRoute,
  cancelRetouchRoute,
];
