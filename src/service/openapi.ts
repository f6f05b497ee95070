import * as z from 'zod';
import { correctionSchema } from '#settings/correction-schema.ts';
import { settingsSchema } from '#settings/schema.ts';
import { errorReplySchema, LIMITS, proposalSchema, retouchEventSchema } from '#wire/api.ts';
import { goalSchema, lockSchema, readingSchema } from '#wire/goal.ts';
import {
  candidateSchema,
  photoSchema,
  reasoningStepSchema,
  resultSchema,
  rewardSchema,
} from '#wire/result.ts';
import { HTTP_STATUS } from './middleware/errors.ts';
import type { Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of routes, made from the routes themselves; the same routes give the same bytes. */
export function describeApi(routes: readonly Route[], version: string): Json {
  const schemas = namedSchemas(routes);
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    paths[route.path]![route.method] = describeRoute(route, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'RetouchIQ',
      version,
      description:
        'Retouch photographs by instruction. Policy (`/v1/policy/…`) and reward (`/v1/reward/…`) may be served by different instances; a photo has to be opened on the one that is asked.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'From `POST /v1/pair`, or printed by the service',
        },
      },
      responses: { error: { description: ERROR_TEXT, content: jsonContent({ $ref: refOf('Error') }) } },
      schemas: componentSchemas(schemas),
    },
  };
}

const ERROR_TEXT = `What was wrong, for people (\`message\`) and for programs (\`code\`): ${Object.entries(
  HTTP_STATUS,
)
  .map(([code, status]) => `${code} ${status}`)
  .join(', ')}`;

/** Schemas that stand inside others, by the names they get in the document. */
const SHARED: Readonly<Record<string, z.ZodType>> = {
  Candidate: candidateSchema,
  Correction: correctionSchema,
  Error: errorReplySchema,
  Goal: goalSchema,
  Lock: lockSchema,
  Photo: photoSchema,
  Proposal: proposalSchema,
  Reading: readingSchema,
  ReasoningStep: reasoningStepSchema,
  Result: resultSchema,
  RetouchEvent: retouchEventSchema,
  Reward: rewardSchema,
  Settings: settingsSchema,
};

/** Every body and reply with its name: what is shared by its own, the rest by its route. */
function namedSchemas(routes: readonly Route[]): Map<z.ZodType, string> {
  const named = new Map(Object.entries(SHARED).map(([name, schema]) => [schema, name]));
  for (const route of routes) {
    const { body, reply } = route;
    if (body?.kind === 'json' && !named.has(body.schema))
      named.set(body.schema, `${pascalCase(route)}Request`);
    if (reply.schema !== undefined && !named.has(reply.schema))
      named.set(reply.schema, `${pascalCase(route)}Reply`);
  }
  return named;
}

/** Requests as they may be sent (defaults left out), everything else as it is answered. */
function componentSchemas(schemas: Map<z.ZodType, string>): Json {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of schemas) registry.add(schema, { id });
  const convert = (io: 'input' | 'output') =>
    z.toJSONSchema(registry, { io, target: 'draft-2020-12', uri: refOf }).schemas;
  const [input, output] = [convert('input'), convert('output')];
  return Object.fromEntries(
    [...schemas.values()].sort().map((name) => {
      const { $schema: _, $id: __, ...schema } = (name.endsWith('Request') ? input : output)[name]!;
      return [name, schema];
    }),
  );
}

function describeRoute(route: Route, schemas: Map<z.ZodType, string>): Json {
  const parameters = [
    ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(route.query ?? {}).map(([name, { description, type }]) => ({
      name,
      in: 'query',
      description,
      schema: { type },
    })),
  ];
  const reference = (schema: z.ZodType) => ({ $ref: refOf(schemas.get(schema)!) });
  return {
    operationId: pascalCase(route),
    summary: route.summary,
    ...(route.access === 'open' ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined ? {} : { requestBody: describeBody(route.body, reference) }),
    responses: {
      [String(route.reply.status)]: {
        description: route.reply.description,
        ...(route.reply.schema === undefined ? {} : { content: jsonContent(reference(route.reply.schema)) }),
        ...(route.reply.media === undefined
          ? {}
          : { content: Object.fromEntries(route.reply.media.map((media) => [media, {}])) }),
      },
      default: { $ref: '#/components/responses/error' },
    },
  };
}

function describeBody(body: NonNullable<Route['body']>, reference: (schema: z.ZodType) => Json): Json {
  if (body.kind === 'json') return { required: true, content: jsonContent(reference(body.schema)) };
  const types = ['image/jpeg', 'image/png', 'image/tiff', 'image/webp', 'application/octet-stream'];
  return {
    required: true,
    description: `The file as it is, up to ${LIMITS.photoBytes / 2 ** 20} MB and ${LIMITS.photoPixels / 1e6} MP`,
    content: Object.fromEntries(types.map((type) => [type, {}])),
  };
}

/** `POST /v1/policy/propose` → `PostPolicyPropose`. */
function pascalCase({ method, path }: Route): string {
  const words = [method, ...path.replace(/^\/v1\//, '').split(/[^a-zA-Z]+/)].filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function refOf(name: string): string {
  return `#/components/schemas/${name}`;
}

function jsonContent(schema: Json): Json {
  return { 'application/json': { schema } };
}
