import { presetOf } from './presets.ts';
import type { Profile } from './profile.ts';

/** How far what is sent goes: `here` stays on this machine, `network` has a private address, `internet` is all else. */
export type Reach = 'here' | 'network' | 'internet';

/** Where what is asked of a profile's model ends up: `name`, or `name:port` when the port is not the usual one. */
export function destinationOf(profile: Pick<Profile, 'baseUrl' | 'model' | 'preset'>): string {
  const { handsOn } = presetOf(profile);
  return handsOn?.models.test(profile.model) ? handsOn.to : new URL(profile.baseUrl).host;
}

/** How far that is. */
export function reachOf(profile: Pick<Profile, 'baseUrl' | 'model' | 'preset'>): Reach {
  return reachOfHost(new URL(`http://${destinationOf(profile)}`).hostname);
}

/**
 * How far a host is, judged by its name alone: no name is looked up, since what it stands for may change. URL has
 * already written every form of an IPv4 address (octal, `127.1`, one number) in the common one.
 */
export function reachOfHost(hostname: string): Reach {
  const host = hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[|\]$/g, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return reachOfIpv4(host);
  if (host.includes(':')) return reachOfIpv6(host);
  // RFC 6761: these names always mean this machine.
  if (host === 'localhost' || host.endsWith('.localhost')) return 'here';
  return !host.includes('.') || PRIVATE_ENDINGS.test(host) ? 'network' : 'internet';
}

/** RFC 6762 (.local), RFC 8375 (.home.arpa), ICANN's reserved .internal, and names that never were on the internet. */
const PRIVATE_ENDINGS = /\.(?:local|lan|home|internal|intranet|corp|home\.arpa)$/;

function reachOfIpv4(host: string): Reach {
  const [a = 0, b = 0] = host.split('.').map(Number);
  // 0.0.0.0 connects to this machine.
  if (a === 127 || host === '0.0.0.0') return 'here';
  const isPrivate =
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    // Shared address space (RFC 6598): overlay networks such as Tailscale use it.
    (a === 100 && b >= 64 && b <= 127);
  return isPrivate ? 'network' : 'internet';
}

function reachOfIpv6(host: string): Reach {
  if (host === '::1' || host === '::') return 'here';
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host);
  if (mapped) {
    const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)];
    return reachOfIpv4([high >> 8, high & 255, low >> 8, low & 255].join('.'));
  }
  // Unique local fc00::/7 and link-local fe80::/10.
  return /^f[cd]|^fe[89ab]/.test(host) ? 'network' : 'internet';
}
