import * as z from 'zod';

// UXP makes no code from strings; this must be said before any schema is built.
z.config({ jitless: true });
