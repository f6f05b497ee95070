import type { CurvePoint, Settings } from '#settings/settings.ts';
import type { Descriptor } from '../host/photoshop.ts';
import { expressForFilter, type Shortfall } from './expressed.ts';
import {
  CAMERA_RAW_FILTER,
  CAMERA_RAW_KEYS,
  type CameraRawKey,
  LOCAL_CORRECTIONS,
  WHITE_BALANCE,
} from './keys.ts';
import { writeLocalCorrections } from './local-corrections.ts';

export interface DescriptorOptions {
  /** Version keys as this very host wrote them (see `readFilter`); never invented. Default: none. */
  readonly versions?: Descriptor;
  /**
   * The descriptor is set over a filter that is there already: an empty list of local corrections is then stated too.
   * Default false: a new filter has none.
   */
  readonly replaces?: boolean;
}

export interface CameraRawDescriptor {
  /** To be applied, or set as an existing filter's settings: complete, so the settings before it do not matter. */
  readonly descriptor: Descriptor;
  /** What the descriptor says, as settings: to be compared with what is read back. */
  readonly sent: Settings;
  readonly unsupported: readonly Shortfall[];
  readonly replaced: readonly Shortfall[];
}

/** Moves whole numbers off the whole; measured to work, invisible (0.0001 EV, 0.0001 px) and lost by rounding. */
const NUDGE = 1e-4;

/**
 * One complete descriptor of the Camera Raw Filter. Every key that is ours is stated, neutral ones too: whether the
 * host would keep or reset what is not sent is not known, and several calls one after the other change pixels.
 *
 * @param settings valid; masks lie on the whole canvas (see `moveMasks`)
 */
export function cameraRawDescriptor(
  settings: Settings,
  options: DescriptorOptions = {},
): CameraRawDescriptor {
  const expressed = expressForFilter(settings);
  const local = writeLocalCorrections(settings.MaskGroupBasedCorrections ?? []);
  const automatic = expressed.settings['WhiteBalance'] === 'Auto';
  const descriptor: Record<string, unknown> = {
    _obj: CAMERA_RAW_FILTER,
    ...options.versions,
    [WHITE_BALANCE]: { _enum: WHITE_BALANCE, _value: automatic ? 'autoEnum' : 'customEnum' },
  };
  for (const key of CAMERA_RAW_KEYS) {
    // The automatic white is the host's to find; numbers beside it would be somebody's own.
    if (automatic && key.parameter.name.startsWith('Incremental')) continue;
    descriptor[key.key] = spell(key, expressed.settings);
  }
  const { corrections } = local;
  if (corrections.length > 0 || options.replaces) descriptor[LOCAL_CORRECTIONS] = local.xmp;
  return {
    descriptor,
    sent:
      corrections.length === 0
        ? expressed.settings
        : { ...expressed.settings, MaskGroupBasedCorrections: corrections },
    unsupported: [...expressed.unsupported, ...local.unsupported],
    replaced: expressed.replaced,
  };
}

function spell({ parameter, spelling }: CameraRawKey, settings: Settings): number | readonly number[] {
  const value = settings[parameter.name] ?? parameter.neutral;
  if (spelling === 'curve') return (value as readonly CurvePoint[]).flat();
  // A full turn is the same hue as none, and the host counts to 359.
  if (parameter.kind === 'number' && parameter.unit === 'degrees') return (value as number) % 360;
  if (spelling === 'integer' || !Number.isInteger(value)) return value as number;
  const outermost = parameter.kind === 'number' && value === parameter.maximum;
  return (value as number) + (outermost ? -NUDGE : NUDGE);
}
