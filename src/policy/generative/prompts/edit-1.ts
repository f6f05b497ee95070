/**
 * The wish of a person in the words for a picture editor. Version 1. It is told to keep content, and the matcher leaves out
 * what it changed all the same.
 */
export function editPrompt1(instruction: string): string {
  return [
    `Develop this photograph as a retoucher would with exposure, white balance, tone curve and colour sliders. Wish: ${instruction}`,
    'Change light and colour only. Keep framing, crop, sharpness, every object, face, texture and word exactly as they are; add nothing, remove nothing.',
  ].join('\n');
}
