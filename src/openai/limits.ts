/** Most bytes of a reply. A long one in pieces of one token, 300 bytes of JSON around each, takes 10 MB. */
export const REPLY_BYTES = 16 * 2 ** 20;
/** Most bytes of an error reply that are read: its sentence stands at the beginning. */
export const ERROR_BYTES = 65_536;
