interface Sized {
  readonly width: number;
  readonly height: number;
}

/** @throws {RangeError} when two pictures that must be compared pixel by pixel differ in size. */
export function assertSameSize(a: Sized, b: Sized): void {
  if (a.width !== b.width || a.height !== b.height) {
    throw new RangeError(
      `Cannot compare pictures of different sizes: ${a.width}×${a.height} and ${b.width}×${b.height}`,
    );
  }
}
