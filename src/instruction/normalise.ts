const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(do|does|did|is|are|was|were|has|have|had|should|would|could|must|need)n'?t\b/g, '$1 not'],
  [/\bdont\b/g, 'do not'],
  [/\bcan'?t\b|\bcannot\b/g, 'can not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\bain'?t\b/g, 'is not'],
  [/\b(it|that|there|he|she|what|everything)'s\b/g, '$1 is'],
  [/\b(i|you|we|they)'(?:d|ll|ve|re|m)\b/g, '$1'],
  [/'s\b/g, ' s'],
  [/\bcolour/g, 'color'],
  [/\bgrey/g, 'gray'],
  [/\b(neutral|minim|emphas|harmon|optim|color|equal|maxim)is(e|ed|ing)\b/g, '$1iz$2'],
];

/** Letters with strokes that no Unicode decomposition opens. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l' };

/** Traditional characters of the vocabulary and their simplified forms, pairwise. */
const HAN =
  '對对飽饱調调膚肤電电雲云陰阴霧雾復复懷怀顆颗銳锐細细節节紋纹藍蓝綠绿黃黄紅红點点變变動动讓让圖图畫画強强減减過过臉脸樹树葉叶' +
  '還还鮮鲜豔艳緊紧須须溫温陽阳噪噪濃浓種种風风膠胶環环處处將将會会嗎吗這这個个裡里張张請请幫帮與与並并萬万黑黑統统風风秋秋聖圣誕诞';
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: HAN.length / 2 }, (_, index) => [HAN.charAt(2 * index), HAN.charAt(2 * index + 1)]),
);

/** Accents are dropped in every Latin word, so that "más", "mas" and "MÁS" are one. */
function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßœæøł]/g, (letter) => PLAIN[letter] ?? letter);
}

/**
 * One spelling for what people write: lower case, plain quotes and dashes, no accents, emoji or control characters,
 * contractions opened ("don't" → "do not"), American spelling. Also applied to the vocabularies, so both sides agree.
 */
export function normalise(text: string): string {
  let plain = withoutAccents(text.normalize('NFKC').toLowerCase())
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\p{Extended_Pictographic}\u200b-\u200f]|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ');
  if (/\p{Script=Han}/u.test(plain))
    plain = plain.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
  for (const [pattern, replacement] of CONTRACTIONS) plain = plain.replace(pattern, replacement);
  return plain.replace(/\s+/g, ' ').trim();
}
