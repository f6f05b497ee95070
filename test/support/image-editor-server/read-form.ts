export interface FormPart {
  readonly name: string;
  readonly filename?: string;
  readonly type?: string;
  readonly bytes: Buffer;
}

/** The parts of a `multipart/form-data` body, strictly by RFC 7578. @throws when it is none */
export function readForm(contentType: string, body: Buffer): readonly FormPart[] {
  const boundary = /^multipart\/form-data; boundary=([\w-]{1,70})$/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error(`not a form: ${contentType}`);
  const mark = Buffer.from(`--${boundary}`);
  const parts: FormPart[] = [];
  let at = body.indexOf(mark);
  if (at !== 0) throw new Error('the form does not begin with its boundary');
  for (;;) {
    at += mark.length;
    if (body.subarray(at, at + 4).toString() === '--\r\n' && at + 4 === body.length) return parts;
    if (body.subarray(at, at + 2).toString() !== '\r\n') throw new Error('a boundary does not end its line');
    const end = body.indexOf(`\r\n--${boundary}`, at);
    const headEnd = body.indexOf('\r\n\r\n', at);
    if (end < 0 || headEnd < 0 || headEnd > end) throw new Error('a part does not end');
    const head = body.subarray(at + 2, headEnd).toString();
    const name = /^Content-Disposition: form-data; name="([^"]+)"/im.exec(head)?.[1];
    if (name === undefined) throw new Error('a part has no name');
    const filename = /; filename="([^"]+)"/i.exec(head)?.[1];
    const type = /^Content-Type: (.+)$/im.exec(head)?.[1];
    parts.push({
      name,
      ...(filename === undefined ? {} : { filename }),
      ...(type === undefined ? {} : { type }),
      bytes: body.subarray(headEnd + 4, end),
    });
    at = end + 2;
  }
}
