import * as z from 'zod';

/** For commands whose reply tells nothing. */
export const anyReply = z.unknown();
