import { RetouchError } from '#wire/error.ts';
import { agreementRequestSchema, localOnlyRequestSchema, modelsSchema } from '#wire/models.ts';
import type { ServiceModels } from '../models.ts';
import type { ServiceParts } from '../parts.ts';
import { jsonRoute, type Route } from '../route.ts';

const reply = { status: 200, schema: modelsSchema, description: 'As it is now' } as const;

export const modelsRoute: Route = {
  method: 'get',
  path: '/v1/models',
  summary: 'Who can propose and judge, what is sent where, and whether the person agreed',
  access: 'token',
  reply,
  handle: ({ parts }) => modelsOf(parts).list(),
};

export const agreementRoute = jsonRoute(agreementRequestSchema, {
  method: 'post',
  path: '/v1/models/agreements',
  summary: 'The person allows, or no longer allows, that pictures are sent where a model is',
  access: 'token',
  reply,
  async handle({ body, parts }) {
    const models = modelsOf(parts);
    await models.agree(body);
    return await models.list();
  },
});

export const localOnlyRoute = jsonRoute(localOnlyRequestSchema, {
  method: 'post',
  path: '/v1/models/local-only',
  summary: 'Forbid, or no longer forbid, that anything leaves the machine of the service',
  access: 'token',
  reply,
  async handle({ body, parts }) {
    const models = modelsOf(parts);
    await models.setLocalOnly(body.localOnly);
    return await models.list();
  },
});

/** @throws RetouchError `bad-request` */
function modelsOf({ models }: ServiceParts): ServiceModels {
  if (models) return models;
  throw new RetouchError('bad-request', 'This service lets nobody choose who proposes and judges');
}
