import { axis, comparative, complaint, effects, type Table, verb, wish } from '../meaning.ts';

/** Adjectives, verbs and nouns of the axes. A picture of the quality has what the effects say. */
export const ENGLISH_AXES: Table = [
  // brightness
  [
    'brighter|lighter|brightest|luminous|more luminous|lit better|better lit|more exposed',
    comparative('brightness+'),
  ],
  ['bright|light filled|well lit|illuminated|radiant', wish('brightness+')],
  ['darker|dimmer|darkest|deeper in tone', comparative('brightness-')],
  ['dark|dim|dimly lit|shadowy', wish('brightness-')],
  ['on the dark side', complaint('brightness-')],
  ['on the bright side', complaint('brightness+')],
  ['gloomy|dingy|murky', complaint('brightness- contrast-.5')],
  ['underexposed|under exposed|badly lit|poorly lit|dark and underexposed', complaint('brightness-')],
  ['overexposed|over exposed|overlit|over lit', complaint('brightness+ highlights+')],
  [
    'brighten|brighten up|lighten|lighten up|light up|illuminate|brightening|lightening|brightened|lightened|expose brighter|relight|dodge|dodging|dodge and burn in',
    verb('brightness+'),
  ],
  [
    'darken|darken down|dim|darkening|darkened|dim down|burn in|burn|burning|burn down|underexpose',
    verb('brightness-'),
  ],
  ['overexpose', verb('brightness+')],
  ['whiter|be white|pure white|snow white', comparative('whites+')],
  ['brightness|exposure|exp|luminosity|luminance|lightness|the exposure|ev', axis('brightness+')],
  ['light|lighting|illumination', axis('brightness+', true)],
  ['darkness', axis('brightness-')],

  // contrast
  ['contrasty|contrastier|contrasted|contrast rich|high contrast', wish('contrast+')],
  ['gentle contrast|very gentle contrast|soft contrast|mild contrast', comparative('contrast-.7')],
  ['flat look|flat profile|flat profile look|flat log look|log profile', comparative('contrast-')],
  ['punchy|punchier|snappy|snappier', comparative('contrast+ vibrance+.5 clarity+.5')],
  ['flat|flat looking', complaint('contrast-')],
  ['flatter|low contrast', comparative('contrast-')],
  ['washed out|washed|washy|milky|pale and flat', complaint('contrast- saturation-.5 blacks+.5')],
  ['muddy|mushy|muddled', complaint('contrast- clarity-.5 brightness-.5')],
  ['harsh|harsher|hard light|harsh light|harsh lighting', complaint('contrast+ highlights+.5')],
  [
    'contrast|the contrast|tonal range|full tonal range|s curve|contrast curve|tonal contrast|definition between',
    axis('contrast+'),
  ],
  ['punch|oomph|bite|impact|kick|pizzazz|wow|wow factor|snap|zing', axis('contrast+ vibrance+.5')],
  ['depth|dimension|three dimensional|3d feel', axis('contrast+.7 clarity+.5')],
  ['flatten|flatten out', verb('contrast-')],
  ['soften the contrast', verb('contrast-')],

  // warmth
  ['warmer|toastier|warmest', comparative('warmth+')],
  ['warm|toasty', wish('warmth+')],
  ['cooler|colder|coolest|chillier', comparative('warmth-')],
  ['cool|cold|chilly|chilled', wish('warmth-')],
  ['warm up|heat up|warming|warm it up|warmed up|warmed', verb('warmth+')],
  ['cool down|cool off|cooling|cool it down|cool it|cooled', verb('warmth-')],
  ['warmth|the warmth|temperature|color temperature|heat|temp', axis('warmth+')],
  ['coolness|coldness|icy chill', axis('warmth-')],
  ['sallow|jaundiced', complaint('warmth+ saturation+.5')],
  ['sickly', complaint('tint- warmth+.5')],

  // colour
  ['saturated|more saturated|color rich', wish('saturation+')],
  ['vivid|more vivid|colorful|colourful', comparative('saturation+ vibrance+.5')],
  ['vibrant|more vibrant|brilliant', comparative('vibrance+')],
  [
    'oversaturated|over saturated|garish|gaudy|cartoonish|radioactive|too colorful|kitschy|lurid|neon looking|fake|fake looking|artificial|plasticky|unreal|unnatural',
    complaint('saturation+'),
  ],
  [
    'have no color|has no color|have no colors|has no colors|undersaturated|colorless looking|desaturated looking|lacking color',
    complaint('saturation-'),
  ],
  [
    'dull|drab|lifeless|boring|bland|lackluster|blah|uninteresting|insipid|dead',
    complaint('vibrance- contrast-.6', 'vibrance-'),
  ],
  ['pale|pallid|wan', complaint('saturation- contrast-.5', 'saturation- brightness+.5')],
  ['duller|paler', comparative('saturation-')],
  ['muter|less colorful', comparative('saturation-')],
  ['desaturated|mutedly', wish('saturation-')],
  ['gray|grayish|gray looking', complaint('saturation- contrast-.5', 'saturation-')],
  ['desaturate|desaturating|mute|muting|wash out', verb('saturation-')],
  ['saturate|saturating|intensify the colors|intensify|enrich', verb('saturation+')],
  ['saturation|sat|the saturation|color intensity|color saturation|chroma|colorfulness', axis('saturation+')],
  ['vibrance|vibrancy|vib', axis('vibrance+')],
  ['color|colors|the colors|the color|coloring', axis('saturation+', true)],
  ['life|liveliness|more alive', axis('vibrance+ contrast+.5')],
  ['redness|ruddiness|blotchiness', axis('saturation+@red')],
  ['tan|tanned', wish('warmth+ saturation+.3')],

  // highlights, shadows, ends of the range
  [
    'blown out|blown|burnt out|burned out|burnt|burned|clipped|too hot|blinding|glaring|nuked|bleached out|totally white|featureless white',
    complaint('highlights+'),
  ],
  ['too white', complaint('highlights+')],
  ['hot', complaint('highlights+', 'warmth+')],
  ['shiny|greasy|oily|sweaty', complaint('highlights+')],
  [
    'crushed|blocked up|blocked|plugged|plugged up|inky|lost in the dark|too black|pitch black',
    complaint('shadows- blacks-.5', 'blacks- shadows-.5'),
  ],
  ['glare|hotspots|hot spots|hotspot|hot spot|specular highlights|shine', axis('highlights+')],
  ['blow out|burn out|clip|blow|blowing|blowing out|clipping|burning out', verb('highlights+')],

  // local contrast and detail
  ['crisp|crisper', comparative('sharpness+ clarity+.5')],
  ['sharp', wish('sharpness+')],
  ['sharper|sharpest|tack sharp', comparative('sharpness+')],
  [
    'soft',
    { kind: 'quality', effects: effects('sharpness-'), mood: 'wish', wish: effects('clarity- contrast-.5') },
  ],
  ['softer|gentler|silkier', comparative('clarity- contrast-.5')],
  ['blurry|blurred|unsharp|fuzzy|blurrier|smeary|smudgy', complaint('sharpness-')],
  ['oversharpened|over sharpened|crunchy|crispy', complaint('sharpness+ texture+.5')],
  ['sharpen|sharpen up|sharpening|crispen|sharpened', verb('sharpness+')],
  ['soften|soften up|softening', verb('clarity- contrast-.5')],
  ['sharpness|crispness|acutance|definition', axis('sharpness+')],
  ['blurriness|softness', axis('sharpness-')],
  ['clarity|midtone contrast|local contrast|structure', axis('clarity+')],
  ['clear|clearer', comparative('dehaze+ clarity+.5')],
  ['texture|textures|surface detail', axis('texture+')],
  ['detail|details|fine detail', axis('texture+ clarity+.5', true)],
  ['detailed|textured', wish('texture+')],
  ['smoother|smooth', comparative('texture-')],
  ['gritty looking', wish('clarity+ texture+.5')],

  // air
  ['hazy|hazier|smoggy|smoky|veiled|misted up', complaint('dehaze-')],
  ['dehaze|defog|clear up|clear the air|cut through the haze|dehazing|clear the haze', verb('dehaze+')],
  ['haze|haziness|smog|veil', axis('dehaze-')],

  ['the fog|the mist', axis('dehaze-')],
  ['glow|radiance|healthy glow', axis('brightness+.5 warmth+.5 clarity-.5')],

  // noise, grain, edges, fade
  ['noisy|noisier|speckled|speckly|pixelated noise', complaint('noise+')],
  ['grainy|grainier', complaint('noise+', 'grain+')],
  [
    'smooth out the noise|smooth the noise|smooth out noise|denoise|de noise|denoising|clean up the noise|clean the noise',
    verb('noise-'),
  ],
  ['noise|color noise|luminance noise|iso noise|speckles|speckle|digital noise', axis('noise+')],
  ['grain|film grain|graininess', axis('grain+')],
  [
    'vignette|vignetting|a vignette|the vignette|dark vignette|dark corners|dark edges|corner shading',
    axis('vignette+'),
  ],
  ['vignetted', wish('vignette+')],
];
