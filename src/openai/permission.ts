import { RetouchError } from '#wire/error.ts';
import { destinationOf, type Reach, reachOf, reachOfHost } from './address.ts';
import { presetOf } from './presets.ts';
import type { Profile } from './profile.ts';

/** What the person allows; asked before every request. */
export interface Permission {
  /** Nothing may leave this machine, whatever was agreed to. */
  readonly localOnly: boolean;
  /** Whether the person agreed to send pictures to this host (`name` or `name:port`). */
  readonly agreed: (host: string) => boolean;
}

/** What a person is told before the first picture goes somewhere. */
export interface Disclosure {
  readonly reach: Reach;
  /** Host, with its port when it is not the usual one. */
  readonly host: string;
  /** Sentences in the order to be shown. */
  readonly sentences: readonly string[];
}

/** What goes where when this profile is used. */
export function whatGoesWhere(name: string, profile: Profile): Disclosure {
  const host = destinationOf(profile);
  const { protocol, hostname } = new URL(profile.baseUrl);
  const reach = reachOf(profile);
  const { title, paints } = presetOf(profile);
  // What is handed on from this machine travels as whoever does it sends it.
  const clear = reachOfHost(hostname) === 'internet' && protocol === 'http:';
  return {
    reach,
    host,
    sentences: [
      `"${name}" asks ${profile.model} at ${host} (${title}), ${PLACES[reach]}.`,
      `It is sent your sentence, and your photo as a JPEG of at most ${profile.imageEdge} px without EXIF, GPS and file name.`,
      ...(profile.role === 'policy' ? [] : ['When it judges, it is also sent each edit, in the same form.']),
      ...(paints
        ? [
            'Each sentence is one picture that its maker may charge for. Of what it paints, only light and colour are looked at.',
          ]
        : []),
      ...(clear
        ? ['The address begins with http: anybody on the way can see what is sent, the key too.']
        : []),
    ],
  };
}

const PLACES: Readonly<Record<Reach, string>> = {
  here: 'which is on this machine',
  network: 'another machine on a private network',
  internet: 'on the internet',
};

/** Whether the person still has to agree before this profile may be used. */
export function needsAgreement(profile: Profile, { agreed }: Permission): boolean {
  return reachOf(profile) !== 'here' && !agreed(destinationOf(profile));
}

/**
 * Lets a request pass, or tells why it may not.
 *
 * @throws {RetouchError} `forbidden`
 */
export function checkPermission(name: string, profile: Profile, permission: Permission): void {
  const { reach, host } = whatGoesWhere(name, profile);
  if (reach === 'here') return;
  if (permission.localOnly)
    throw new RetouchError(
      'forbidden',
      `Nothing may leave this machine, and "${name}" is at ${host}: use a model on this machine, or lift the ban with "retouchiq models local-only off"`,
    );
  if (needsAgreement(profile, permission))
    throw new RetouchError(
      'forbidden',
      `Pictures may not be sent to ${host} yet: see what goes there and agree with "retouchiq models agree ${name}"`,
    );
}
