import { nodeRenderer } from '#node/engine.ts';
import { pictureForModel } from '#node/models/picture.ts';
import { createEndpoints } from '#openai/endpoints.ts';
import { createEmbeddedPolicy } from '#policy/embedded/embedded.ts';
import { createModelPolicy } from '#policy/openai/model-policy.ts';
import { modelFor, profileFor } from '../openai/support.ts';
import { stall } from '../support/model-server/plays.ts';
import { startModelServer } from '../support/model-server/start.ts';
import { photoFile } from '../support/photo-files.ts';
import { serviceParts } from '../support/service-parts.ts';
import { serviceOverHttp } from '../support/services.ts';

test('a hundred people who wait for a slow model leave the service free for everybody else', async () => {
  const model = await startModelServer({ plays: [stall()] });
  const profile = profileFor(model.baseUrl, { concurrency: 3 });
  const endpoints = createEndpoints();
  const chat = modelFor(profile, { endpoints });
  const policy = createModelPolicy({
    chats: [chat],
    renderer: nodeRenderer,
    encode: (raster) => pictureForModel(raster, chat.images!),
    solver: createEmbeddedPolicy({ renderer: nodeRenderer }),
  });
  const service = await serviceOverHttp({ parts: serviceParts({ policy }) });
  const { id: photo } = await service.client.openPhoto(await photoFile({ width: 24, height: 16 }), 'a.jpg');

  const leave = new AbortController();
  const asked = Array.from({ length: 100 }, () =>
    service.client.propose({ photo, instruction: 'warmer' }, leave.signal).catch((error) => error.code),
  );
  const { turnstile } = endpoints.at(profile);
  while (turnstile.waiting < 97) await new Promise(setImmediate);
  expect(model.underWay).toBe(3);
  expect((await service.ask('GET', '/v1/health')).status).toBe(200);
  expect((await service.client.read('a bit darker')).goals).toHaveLength(1);

  leave.abort();
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['cancelled']));
  await model.idle();
  while (turnstile.running + turnstile.waiting > 0) await new Promise(setImmediate);
  expect(model.requests).toHaveLength(3);
  await service.close();
  await model.close();
});
