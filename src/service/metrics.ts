import type { MiddlewareHandler } from 'hono';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Jobs } from './jobs.ts';
import type { Photos } from './photos.ts';

export interface Metrics {
  readonly registry: Registry;
  readonly measure: (route: string) => MiddlewareHandler;
}

/** Counters of one service, for Prometheus. Routes are labelled by their pattern, never by an id. */
export function createMetrics(photos: Photos, jobs: Jobs, now: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'retouchiq_http_requests_total',
    help: 'Requests answered',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'retouchiq_http_request_seconds',
    help: 'Time to the head of the answer',
    labelNames: ['route'],
    registers,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
  });
  new Gauge({
    name: 'retouchiq_photos',
    help: 'Photos held in memory',
    registers,
    collect() {
      this.set(photos.size.photos);
    },
  });
  new Gauge({
    name: 'retouchiq_photo_bytes',
    help: 'Memory they take',
    registers,
    collect() {
      this.set(photos.size.bytes);
    },
  });
  new Gauge({
    name: 'retouchiq_jobs_running',
    help: 'Retouches under way',
    registers,
    collect() {
      this.set(jobs.running);
    },
  });
  return {
    registry,
    measure: (route) => async (context, next) => {
      const started = now();
      await next();
      seconds.observe({ route }, (now() - started) / 1000);
      requests.inc({ route, method: context.req.method, status: context.res.status });
    },
  };
}
