import { decodePhoto } from '#node/decode.ts';
import { nodeRenderer } from '#node/engine.ts';
import { pictureForModel } from '#node/models/picture.ts';
import { checkPermission, type Permission } from '#openai/permission.ts';
import { presetOf } from '#openai/presets.ts';
import type { Profile } from '#openai/profile.ts';
import { createImageEditor } from '#policy/generative/editor-config.ts';
import { createGenerativePolicy } from '#policy/generative/generative-policy.ts';
import { webNet } from '#policy/generative/web-net.ts';
import { PATIENCE_MS } from '#policy/openai/model-policy.ts';
import type { PolicyModel } from '#policy/policy.ts';
import { matchEdit } from '#retouch/match.ts';

interface EditorParts {
  readonly name: string;
  readonly permission: Permission;
  readonly key: string | undefined;
  /** Takes over when nothing comes of the editor; absent: its failure is thrown. */
  readonly fallback?: PolicyModel;
}

/** The picture editor of a profile as a policy; undefined when the profile is of a model that one talks to. */
export function editorPolicy(
  profile: Profile,
  { name, permission, key, fallback }: EditorParts,
): PolicyModel | undefined {
  const { paints: api } = presetOf(profile);
  if (api === undefined) return undefined;
  const { baseUrl, model, imageEdge: longEdge, imageBytes: bytes } = profile;
  const totalMs = Math.max(1000, Math.min(profile.totalMs, PATIENCE_MS));
  const permit = () => checkPermission(name, profile, permission);
  return createGenerativePolicy({
    editor: createImageEditor({ api, baseUrl, model, totalMs }, { key, net: webNet(), permit }),
    renderer: nodeRenderer,
    encode: (raster) => pictureForModel(raster, { longEdge, bytes }),
    decode: async (file) => (await decodePhoto(file, 'reply')).raster,
    match: (pair) => matchEdit(pair, nodeRenderer),
    ...(fallback ? { fallback } : {}),
  });
}
