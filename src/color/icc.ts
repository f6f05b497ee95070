export { readIccProfile } from './icc-read.ts';
export { writeIccProfile } from './icc-write.ts';
