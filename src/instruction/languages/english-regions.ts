import { COLOR_NAMES } from '#image/observation.ts';
import { comparative, edit, type Meaning, region, type Table } from '../meaning.ts';

const whose: Meaning = { kind: 'region', region: 'person', possessive: true };
const part: Meaning = { kind: 'region', region: 'face', part: true };

const PLURALS = {
  red: 'reds',
  orange: 'oranges',
  yellow: 'yellows',
  green: 'greens',
  aqua: 'aquas|cyans|teals|turquoises',
  blue: 'blues',
  purple: 'purples|violets',
  magenta: 'magentas|pinks',
} as const;
const COMPARATIVES = {
  red: 'redder',
  orange: 'oranger|more golden',
  yellow: 'yellower',
  green: 'greener',
  aqua: 'tealer',
  blue: 'bluer',
  purple: 'purpler',
  magenta: 'pinker',
} as const;
const PLAIN = {
  red: 'red|crimson|scarlet',
  orange: 'orange',
  yellow: 'yellow|mustard',
  green: 'green',
  aqua: 'aqua|cyan|teal|turquoise',
  blue: 'blue|navy',
  purple: 'purple|violet',
  magenta: 'magenta|pink|fuchsia',
} as const;
const ISH = {
  red: 'reddish|ruddy|red looking',
  orange: 'orangey|orangish',
  yellow: 'yellowish|yellowy',
  green: 'greenish|greeny',
  aqua: 'cyanish',
  blue: 'bluish|blueish',
  purple: 'purplish|purpley',
  magenta: 'pinkish|pinky',
} as const;

function colorRows(
  words: Readonly<Record<(typeof COLOR_NAMES)[number], string>>,
  form: 'plain' | 'plural' | 'more' | 'ish',
): Table {
  return COLOR_NAMES.map((color) => [words[color], { kind: 'color', color, form }] as const);
}

const ZONE_CHARACTERS: readonly (readonly [adjectives: string, zone: string, effects: string])[] = [
  [
    'clean|cleaner|crisp|crisper|pure|purer|brilliant|sparkling|bright|brighter|true|real|proper|fresh|strong',
    'whites',
    'whites+',
  ],
  ['creamy|creamier|soft|softer|gentle|silky|milky', 'whites', 'whites- warmth+.3@highlights'],
  ['sparkling|crisp|bright|brilliant', 'highlights', 'highlights+'],
  ['creamy|creamier|silky|soft|softer|smooth|smoother|gentle|gentler|mellow', 'highlights', 'highlights-'],
  [
    'true|truer|real|proper|deep|deeper|rich|richer|inky|inkier|dense|denser|solid|strong|stronger|velvety|pure|dark|darker',
    'blacks',
    'blacks-',
  ],
  ['inky|inkier|deep|deeper|rich|richer|dense|denser|velvety|heavy', 'shadows', 'shadows-'],
  ['open|airy|luminous|bright|brighter|clear', 'shadows', 'shadows+'],
];

/** What an adjective means of a tonal zone: crisp whites are brighter, inky shadows darker. */
const ZONE_QUALITIES: Table = ZONE_CHARACTERS.map(([adjectives, zone, effects]) => [
  adjectives
    .split('|')
    .map((adjective) => `${adjective} ${zone}`)
    .join('|'),
  comparative(effects),
]);

const HALVES = ['left', 'right', 'top', 'bottom', 'upper', 'lower', 'left hand', 'right hand'];
const PIECES = ['side', 'half', 'part', 'third', 'quarter', 'edge', 'area', 'section', 'portion', 'corner'];

/** Halves, sides and corners of the frame, which words cannot point at yet. */
const SIDES: Table = [
  [
    [
      ...HALVES.flatMap((half) => PIECES.map((piece) => `${half} ${piece}`)),
      ...['top', 'bottom', 'upper', 'lower'].flatMap((row) =>
        ['left', 'right'].flatMap((side) => [`${row} ${side}`, `${row} ${side} corner`]),
      ),
      ...['left', 'right'].flatMap((side) => [`on the ${side}`, `to the ${side}`, `the ${side} of`]),
      ...['top', 'bottom'].flatMap((row) => [`at the ${row}`, `the ${row} of`]),
    ].join('|'),
    { kind: 'side' },
  ],
];

/** Parts of the picture, colours, and what develop sliders cannot do. */
export const ENGLISH_REGIONS: Table = [
  ...ZONE_QUALITIES,
  ...SIDES,
  ['sky|skies|clouds|cloud|heavens|cloudy sky|the sunset|the sunrise|horizon glow', region('sky')],
  [
    'foreground|ground|road|street in front|sand|path|rocks|stones|front of the picture|floor|pavement|field in front|rocks in front|front',
    region('foreground'),
  ],
  [
    'subject|main subject|main object|dog|cat|horse|bird|puppy|kitten|animal|pet|the product|the food|the dish|the plate|the car|boat|the building|the house|statue|flower|flowers|center of interest|object',
    region('subject'),
  ],
  [
    'person|people|man|woman|guy|girl|boy|child|kid|kids|children|baby s|the baby|bride|groom|couple|model|him|herself|himself|family|friend|friends|grandma|grandpa|mom|mum|dad|daughter|son|wife|husband|portrait subject|lady|gentleman|player|dancer|singer|crowd|group|bridesmaids|guests|guest|team|employees|colleagues|students|visitors',
    region('person'),
  ],
  ['her|his|my', whose],
  ['their', { kind: 'region', region: 'person', possessive: true, pronoun: true }],
  ['them|they', { kind: 'region', region: 'person', pronoun: true }],
  ['she|he', region('person')],
  ['face|faces|facial|cheeks|cheek|forehead|nose|chin', region('face')],
  [
    'skin|skin tone|skin tones|skintone|skintones|complexion|flesh tones|flesh|skin color|complexions',
    region('skin'),
  ],
  ['eyes|eye|teeth|lips|hair|eyebrows|lashes|beard|smile|iris|irises', part],
  [
    'background|backdrop|in the back|at the back|everything around|all around|the area around|everything behind|behind|wall behind|surroundings|distance|mountains|mountain|hills|skyline|far hills|the wall',
    region('background'),
  ],
  [
    'foliage|trees|tree|grass|leaves|vegetation|plants|plant|lawn|meadow|bushes|the forest|greenery|woods|field|fields|the garden|the jungle',
    region('foliage'),
  ],
  ['water|sea|ocean|lake|river|waves|pool|waterfall|pond|the beach water|waters', region('water')],
  [
    'highlights|highlight|hilights|hilites|highlites|bright areas|bright parts|brightest parts|brightest areas|bright tones|the bright bits|light areas|the light tones',
    { kind: 'zone', zone: 'highlights' },
  ],
  [
    'shadows|shadow|dark areas|dark parts|darkest parts|dark tones|darks|shaded areas|the shade|shaded parts|shadow areas|the dark bits|darker areas|darker parts',
    { kind: 'zone', zone: 'shadows' },
  ],
  ['midtones|mid tones|midtone|middle tones|mids|mid tone', { kind: 'zone', zone: 'midtones' }],
  ['whites|white point|white areas', { kind: 'zone', zone: 'whites' }],
  ['blacks|black point|black level|black levels|black areas', { kind: 'zone', zone: 'blacks' }],
  [
    'windows|window|snow|the dress|wedding dress|white dress|lamps|lamp|sun|the sun',
    { kind: 'zone', zone: 'highlights' },
  ],
  [
    'edges|corners|borders of the frame|the sides|edges of the frame|corners of the frame|edge|corner',
    { kind: 'edges' },
  ],
  ...colorRows(PLURALS, 'plural'),
  ...colorRows(COMPARATIVES, 'more'),
  ...colorRows(ISH, 'ish'),
  ...colorRows(PLAIN, 'plain'),
  ['cast|tinge|color cast|cast on', { kind: 'cast', harmless: false }],
  [
    'tone|tones|toning|hue|hues|tint|tints|the tint|toned|shade of|wash|tinted',
    { kind: 'cast', harmless: true },
  ],

  [
    'crop|cropping|crop in|trim|square format|aspect ratio|zoom|zoom in|zoom out|recompose|16 9|4 3|rule of thirds',
    edit('crop'),
  ],
  [
    'rotate|straighten|level the horizon|straighten the horizon|straight horizon|tilt|flip|mirror|turn it upside down|perspective|keystone|converging lines|lens distortion|crooked',
    edit('rotate'),
  ],
  [
    'resize|upscale|upscaling|enlarge|make it bigger|make it larger|make it smaller|higher resolution|resolution|megapixel|more pixels|high resolution|4 k|8 k|super resolution|megapixels|high res|hi res',
    edit('resize'),
  ],
  [
    'bokeh|shallow depth of field|depth of field|lens blur|blur the background|background blur|blurred background|blurry background|out of focus background|portrait mode|background blurry|background blurred|motion blur|tilt shift',
    edit('blur'),
  ],
  [
    'fix the focus|in focus|refocus|focus on|out of focus|missed focus|deblur|camera shake|remove the blur|unblur|fix the blur|motion blurred|focus',
    edit('focus'),
  ],
  [
    'text|caption|watermark|logo|title|subtitle|write|border|frame around|sticker|date stamp|signature',
    edit('text'),
  ],
  [
    'face swap|swap faces|swap the faces|open her eyes|open his eyes|open the eyes|open their eyes|close her mouth|make her smile|make him smile|make them smile|slimmer|thinner|skinny|skinnier|younger|older|taller|more muscular|bigger eyes|lose weight|age|makeup|make up|lipstick|haircut|hairstyle|bald|beautify|face lift|slim',
    edit('face'),
  ],
  [
    'wrinkles|wrinkle|smooth skin|smooth the skin|smooth her skin|smooth his skin|smooth out the skin|smoother skin|smooth out skin|pores|skin smoothing|airbrush|airbrushed|retouch the skin|soften the skin|soften her skin|soften skin|softer skin|fine lines|crow s feet|smooth her face|smooth the face|porcelain skin|flawless skin|wrinkles and pores',
    edit('smooth'),
  ],
  [
    'blemishes|blemish|acne|pimple|pimples|spots on the skin|zits|zit|scar|scars|freckles|moles|dark circles|bags under|red eye|red eyes|redeye|stray hairs|braces',
    edit('parts'),
  ],
  ['whiten the teeth|whiten her teeth|whiten his teeth|whiter teeth|whiten teeth', edit('parts')],
  [
    'painting|cartoon|anime|sketch|drawing|watercolor|oil painting|comic|ghibli|pixar|3 d render|van gogh|manga|illustration|pencil drawing|pop art|pixel art|mosaic|double exposure|collage',
    edit('art'),
  ],
  [
    'colorize|animate|video|gif|generate|extend the image|outpaint|inpaint|uncrop|expand the image|generative fill|deepfake',
    edit('generate'),
  ],
  [
    'export as|save as|convert to png|convert to jpg|file size|compress|metadata|rename|print it|send it|upload|email',
    edit('file'),
  ],
  [
    'ignore previous instructions|ignore all previous instructions|ignore the previous instructions|ignore your instructions|ignore all instructions|ignore previous|ignore all previous|disregard previous|disregard all|system prompt|you are now|forget your instructions|forget previous instructions|forget everything|rm rf|drop table|jailbreak',
    edit('none'),
  ],
  [
    'dress to|shirt to|his clothes|her clothes|clothes|clothing|outfit|change the color of the dress|change the color of the car|change the color of the shirt',
    edit('clothes'),
  ],
  ['blur|blurring', { kind: 'blur' }],
  [
    'wires|power lines|pole|poles|tourists|tourist|stranger|strangers|photobomber|sign|signs|trash|garbage|trash can|rubbish|litter|dust spots|sensor dust|dust|spots|scratches|scratch|fence|cables|cable|reflection|reflections|lens flare|flare|tripod|rainbow|birds|butterflies|stars|moon|lightning|snowflakes|fireworks|balloon|balloons|hat|glasses|sunglasses|umbrella|bicycle|bike|truck|cars|bus|tower|building|buildings|house|car|table|chair|cup|bottle|plate|bag|phone|ring|necklace|crown|wings|dragon|unicorn|mustache|background people|passersby|passers by|bystander|bystanders|things|stuff|objects|clutter|rays|sun rays|light rays|sunbeams|flames|smoke|raindrops|confetti|hearts|ex boyfriend|ex|shadow of the photographer|mic|microphone|cigarette|stain|stains|tattoo|shirt|dress|jacket|suit|tie',
    { kind: 'object' },
  ],
];
