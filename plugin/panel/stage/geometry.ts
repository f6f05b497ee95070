export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Rect extends Size {
  readonly left: number;
  readonly top: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The whole photo inside the stage, centred, with `margin` px around; never larger than its own pixels. */
export function fitFrame(stage: Size, photo: Size, margin: number, pixelRatio = 1): Rect {
  const room = {
    width: Math.max(1, stage.width - 2 * margin),
    height: Math.max(1, stage.height - 2 * margin),
  };
  const scale = Math.min(room.width / photo.width, room.height / photo.height, 1 / pixelRatio);
  const width = photo.width * scale;
  const height = photo.height * scale;
  return { left: (stage.width - width) / 2, top: (stage.height - height) / 2, width, height };
}

/** One photo pixel per device pixel, with `centre` (fractions of the photo) in the middle as far as edges allow. */
export function zoomFrame(stage: Size, photo: Size, centre: Point, pixelRatio = 1): Rect {
  const width = photo.width / pixelRatio;
  const height = photo.height / pixelRatio;
  return {
    left: place(stage.width, width, centre.x),
    top: place(stage.height, height, centre.y),
    width,
    height,
  };
}

/** An axis that fits is centred; one that does not shows no surround beyond its edges. */
function place(stage: number, length: number, centre: number): number {
  if (length <= stage) return (stage - length) / 2;
  return Math.min(0, Math.max(stage - length, stage / 2 - centre * length));
}

/** The point of the photo in the middle of the stage, as fractions, kept where the frame can really show it. */
export function frameCentre(stage: Size, frame: Rect): Point {
  return {
    x: unit((stage.width / 2 - frame.left) / frame.width),
    y: unit((stage.height / 2 - frame.top) / frame.height),
  };
}

/** The centre that brings the photo point under `pointer` (stage px) to the same place at 100 %. */
export function zoomCentreAt(stage: Size, frame: Rect, photo: Size, pointer: Point, pixelRatio = 1): Point {
  const x = (pointer.x - frame.left) / frame.width;
  const y = (pointer.y - frame.top) / frame.height;
  return {
    x: unit(x + ((stage.width / 2 - pointer.x) * pixelRatio) / photo.width),
    y: unit(y + ((stage.height / 2 - pointer.y) * pixelRatio) / photo.height),
  };
}

/** The part of the frame that the stage shows. */
export function visiblePart(stage: Size, frame: Rect): Rect {
  const left = Math.max(0, frame.left);
  const top = Math.max(0, frame.top);
  const right = Math.min(stage.width, frame.left + frame.width);
  const bottom = Math.min(stage.height, frame.top + frame.height);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
