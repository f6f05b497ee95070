export { meanDeltaE2000 } from './mean-delta-e.ts';
export { psnr } from './psnr.ts';
export { ssim } from './ssim.ts';
