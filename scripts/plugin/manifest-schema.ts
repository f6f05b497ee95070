import * as z from 'zod';

/**
 * A plug-in manifest of version 5 as Photoshop takes it in a package. Sources: Adobe's pages "UXP Manifest v5", "UXP
 * Manifest v4" (fields that v5 kept), "Photoshop manifest", "Icons for your plugins" and the change log of UXP for
 * Photoshop; the traps are from reports of plug-in authors. Keys of other versions and hosts are refused.
 */

/** Segments 0…99: version 4's rule, which Photoshop 23 still applies to the parts of a version. */
const version = z.string().regex(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/, 'must be x.y.z with parts of 0 to 99');
const id = z
  .string()
  .regex(/^[a-z\d]+([.-][a-z\d]+)*$/i, 'must be letters and digits in parts, like org.example.panel');
const size = z.strictObject({ width: z.int().min(1), height: z.int().min(1) });
const label = z
  .strictObject({ default: z.string().min(1) })
  .catchall(z.string().min(1))
  .refine((labels) => Object.keys(labels).every((key) => key === 'default' || /^[a-z]{2}$/.test(key)), {
    message: 'has languages as two letters and a default',
  });

const THEMES = ['lightest', 'light', 'medium', 'dark', 'darkest', 'all'] as const;
function icons(edge: 23 | 24) {
  return z
    .array(
      z.strictObject({
        width: z.literal(edge),
        height: z.literal(edge),
        // The files on the disk have @1x and @2x, the path has neither.
        path: z.string().regex(/^[\w/-]+\.(png|jpe?g)$/, 'must be a relative path without @1x or @2x'),
        scale: z.tuple([z.literal(1), z.literal(2)]),
        theme: z.array(z.enum(THEMES)).min(1),
        species: z.array(z.enum(['generic', 'toolbar', 'pluginList'])).optional(),
      }),
    )
    .min(1)
    .refine((all) => coversThemes(all.flatMap(({ theme }) => theme)), {
      message: 'must cover each theme once',
    });
}

function coversThemes(themes: readonly string[]): boolean {
  if (themes.includes('all')) return themes.length === 1;
  return (
    new Set(themes).size === themes.length &&
    ['lightest', 'light', 'dark', 'darkest'].every((one) => themes.includes(one))
  );
}

const panel = z
  .strictObject({
    type: z.literal('panel'),
    id,
    label,
    // Docked panels are no narrower than 230 px.
    minimumSize: size.extend({ width: z.int().max(230) }),
    maximumSize: size,
    preferredDockedSize: size,
    preferredFloatingSize: size,
    icons: icons(23),
  })
  .refine(
    ({
      minimumSize: least,
      maximumSize: most,
      preferredDockedSize: docked,
      preferredFloatingSize: floating,
    }) =>
      [docked, floating].every(
        ({ width, height }) =>
          width >= least.width && width <= most.width && height >= least.height && height <= most.height,
      ),
    { message: 'must prefer sizes between its smallest and its largest' },
  );
/** Shortcuts are not for plug-ins; people give them in Photoshop's own dialog. */
const command = z.strictObject({ type: z.literal('command'), id, label });

/** The bare string; in a list it would be the name of a domain. */
const everywhere = z.literal('all', 'must be the bare string "all", or a list of origins');
/** A scheme, a name without a star in the top-level domain, and a port where it is not the scheme's own. */
const origin = z
  .string()
  .regex(
    /^(https?|wss?):\/\/(\*\.)?[a-z\d-]+(\.[a-z\d-]+)*(:\d+)?$/i,
    'must be an origin such as https://example.com',
  );

export const manifestSchema = z.strictObject({
  manifestVersion: z.literal(5),
  id,
  name: z.string().min(3).max(45),
  version,
  main: z.string().regex(/^[\w-]+\.(html|js)$/),
  // A list of hosts is for development only.
  host: z.strictObject({
    app: z.literal('PS'),
    minVersion: z
      .string()
      .regex(/^\d+\.\d+(\.\d+)?$/)
      .refine(hasVersion5, { message: 'must be 23.3 or newer: manifest version 5 is not known before' }),
    data: z.strictObject({ apiVersion: z.literal(2), loadEvent: z.enum(['use', 'startup']).optional() }),
  }),
  entrypoints: z
    .array(z.discriminatedUnion('type', [panel, command]))
    .min(1)
    .refine((all) => new Set(all.map((entry) => entry.id)).size === all.length, {
      message: 'must have ids of their own',
    }),
  icons: icons(24),
  requiredPermissions: z.strictObject({
    network: z.strictObject({ domains: z.union([everywhere, z.array(origin).min(1)]) }).optional(),
    clipboard: z.enum(['read', 'readAndWrite']).optional(),
    localFileSystem: z.enum(['plugin', 'request']).optional(), // fullAccess asks every person for consent
  }),
  featureFlags: z.strictObject({ CSSNextSupport: z.literal(true).optional() }).optional(),
});

function hasVersion5(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 3);
}
