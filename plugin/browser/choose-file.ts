import type { PickedFile } from '#panel/host.ts';

const ACCEPTED = 'image/jpeg,image/png,image/tiff,image/webp,.jpg,.jpeg,.png,.tif,.tiff,.webp';

/** The browser's own file dialog; null when it is closed without a choice. */
export function chooseFile(): Promise<PickedFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPTED;
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file === undefined ? null : { name: file.name, content: file });
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
