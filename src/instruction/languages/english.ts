import { LOOKS } from '#looks/looks.ts';
import { PARAMETERS } from '#settings/parameters.ts';
import { axis, degree, edit, type Language, more, style, type Table } from '../meaning.ts';
import { ENGLISH_AXES } from './english-axes.ts';
import { ENGLISH_REGIONS } from './english-regions.ts';

/** Words that hold a sentence together. */
const GRAMMAR: Table = [
  // directions
  ['more|extra|additional|higher|bigger|larger|greater|wider', more(1, 'adjective')],
  [
    'less|fewer|reduced|lesser|not as much|not so much|reduce|reducing|minimize|lessen|weaken|diminish|cut down|cut back|ease|suppress',
    more(-1, 'adjective'),
  ],
  ['low|weak|faint|poor', { kind: 'magnitude', direction: -1 }],
  ['high|powerful looking', { kind: 'magnitude', direction: 1 }],
  ['up', more(1, 'particle')],
  [
    'increase|raise|boost|lift|bump|bump up|amp up|turn up|crank up|crank|push|push up|enhance|strengthen|pump up|dial up|ramp up|accentuate|emphasize|bring up|heighten|elevate|amplify|improve|bring out|increasing|boosting|raising|pull up|lifting|pull out',
    more(1, 'verb'),
  ],
  [
    'decrease|lower|tone down|turn down|bring down|pull down|dial down|dial back|take down|cut|ease off|drop|knock down|pull back|scale back|tame|calm down|calm them down|calm|quiet down|bring back down|subdue|hold back|rein in|lowering|go easy on|ease up on|easy on the|go easy with|easy with the|chill with|chill with the|chill on the|calm it|control|back off|take back|limit|distracting|overpowering|overwhelming|keep down|neutralize the|counteract|play down',
    more(-1, 'verb'),
  ],
  ['down|back', more(-1, 'particle')],
  [
    'undo|reset|start over|back to the original|revert to the original|go back|revert|take off|roll back|less of the',
    { kind: 'undo' },
  ],
  [
    'remove|get rid of|eliminate|kill|take away|take out|erase|delete|clone out|photoshop out|edit out|clean up|cut through|strip|lose|removing|clear|rid of|heal|disappear|vanish|go away',
    { kind: 'remove' },
  ],
  [
    'add|adding|put in|introduce|inject|insert|put|place|give it|give me|give us|give her|give him|give them|gimme|apply|bring in|added',
    { kind: 'add' },
  ],
  ['replace|swap|swap out|change out|substitute|exchange', { kind: 'replace' }],
  ['bring|turn|pull|take|dial|move|shift|set|adjust', { kind: 'move' }],
  [
    'recover|rescue|save|bring back|restore|reveal|open up|open|fill in|fill|retrieve|recovering|salvage|get back|see more of|see into|more detail in|bring out detail in|bring out the detail in|bring out details in|see detail in|detail in|details in|no detail in|no details in|little detail in|not enough detail in|information in',
    { kind: 'recover' },
  ],
  ['crush|deepen|crushing|block up|clip the|deep|richer|rich|deeper', { kind: 'crush' }],
  [
    'do something about|fix|correct|repair|sort out|deal with|compensate for|counter|address|handle|take care of',
    { kind: 'fix' },
  ],
  [
    'lacks|lacking|lack|needs|need|missing|misses|could use|could do with|could have|wants|want more|wish it had|not enough|too little|insufficient|without enough|crying out for|begs for|use some|short on|short of|requires|bring in some',
    { kind: 'lack' },
  ],
  [
    'can not see|can not see anything|can hardly see|can hardly see anything|can barely see|can barely see anything|hard to see|can not make out|can hardly make out|can barely make out|impossible to see|out of the dark|in the shade|in shade|in shadow|in darkness|hardly visible|barely visible|not visible|can not recognize|hidden in',
    { kind: 'hidden' },
  ],
  [
    'we see|you see|to see|can see|you can see|we can see|one can see|can be seen|be able to see|can make out|can recognize|read the face|stays visible|becomes visible|is visible|be visible|should be visible|must be visible|to be visible|remain visible|become visible|be seen',
    { kind: 'see' },
  ],
  [
    'selective color|selective coloring|color splash|spot color|color isolation|color key|color pop effect',
    { kind: 'selective' },
  ],
  ['enough|sufficiently', { kind: 'enough' }],
  ['too|overly|excessively|unnaturally|unpleasantly|to o|tooo|toooo', { kind: 'too' }],
  ['so|that|as|very much so', { kind: 'so' }],
  [
    'too much|excessive|excess|too many|so much|overdone|over the top|overly strong|heavy handed|too strong|over done|overcooked|overkill|dislike|hate|do not like|not like|can not stand|not a fan of|ugly|overdo|overdoing|bad|terrible|awful|annoying|unpleasant|weird|horrible|off|disturbing|nasty|unflattering|bothers me|bothering me',
    { kind: 'excess' },
  ],

  // how much
  [
    'a bit|abit|alittle|slightly|a little|a touch|a tad|subtly|subtle|somewhat|a little bit|just a bit|just a touch|just a little|a hint of|a hint|gently|gentle|light touch of|a smidge|a smidgen|a hair|lightly|mildly|mild|a notch|a dash of|a dash|a whisper of|a shade|a fraction|barely|minor|small|modest|modestly|little bit|bit|lil|a splash of|not by much|only just|a pinch of|a pinch|faint|faintly|slight|tiny bit|a tiny bit|ever so slightly|a teeny bit|softly|delicately|a kiss of',
    degree(0.5),
  ],
  ['kind of|kinda|sort of|rather|somewhat too', { kind: 'degree', amount: 0.5, hedge: true }],
  [
    'moderately|moderate|fairly|quite|noticeably|visibly|some|a couple of notches|decent|reasonably',
    degree(1),
  ],
  [
    'a lot|much|really|strongly|dramatically|a lot of|lots of|lots|way|significantly|considerably|heavily|very|seriously|substantially|greatly|far|intensely|strong|heavy|big|majorly|loads|loads of|super|a great deal|tons of|plenty of|major|drastic|drastically|hugely|massively|hella|deeply|a whole lot|so much|heaps|very much|massive|huge|big time|big boost of|aggressively|aggressive|dramatic increase in',
    degree(1.5),
  ],
  [
    'extremely|completely|as much as possible|totally|entirely|max|maximum|to the max|insanely|fully|all the way|hard core|ultra|crazy|absolutely|utterly|ridiculously|incredibly|unbelievably|to the extreme|beyond|100 percent|as far as possible|as far as it goes|as possible|humanly possible|as you can|as it gets|as it can be',
    degree(2),
  ],
  ['by half|half as|in half|halve|cut in half', degree(1.67)],
  ['twice as|double', degree(1.8)],
  [
    'by half a stop|half a stop|half stop|a half stop|1/2 stop|a half a stop',
    { kind: 'quantity', amount: 1, sign: 0, axis: 'brightness' },
  ],
  [
    'a third of a stop|one third stop|third of a stop|1/3 stop|a third stop',
    { kind: 'quantity', amount: 0.67, sign: 0, axis: 'brightness' },
  ],
  [
    'two thirds of a stop|two thirds stop|2/3 stop',
    { kind: 'quantity', amount: 1.33, sign: 0, axis: 'brightness' },
  ],
  [
    'one stop|a stop|a full stop|full stop brighter',
    { kind: 'quantity', amount: 2, sign: 0, axis: 'brightness' },
  ],
  [
    'two stops|three stops|a couple of stops|stop and a half|a stop and a half|one and a half stops',
    { kind: 'quantity', amount: 2, sign: 0, axis: 'brightness' },
  ],
  [
    'a quarter stop|quarter of a stop|a quarter of a stop',
    { kind: 'quantity', amount: 0.5, sign: 0, axis: 'brightness' },
  ],

  // negation, keeping
  ['not|neither|never|avoid|rather than|instead of|not by|stop|nothing too', { kind: 'not', form: 'not' }],
  // Negative words that negate nothing: polite questions and figures of speech.
  [
    'should not it|should not this|should not the|could not it|could not you|could not the|could not we|can not you|can not we|can not it|would not it|would not the|would not you|is not it|is not there|why not',
    { kind: 'should' },
  ],
  ['no|without|zero|free of|nor|without any|not any|minus', { kind: 'not', form: 'no' }],
  [
    'keep|preserve|leave|protect|maintain|retain|keeping|preserving|leaving|maintaining|protecting|retaining|respect|hold on to|hold onto|hang on to|stay|stays|remain|remains|spare|safeguard|should stay|conserve|lock|hold|hands off|stay away from|stay off|masking|mask|mask out|careful with|be careful with|watch out for|watch',
    { kind: 'keep' },
  ],
  [
    'touch|tuch|change|alter|affect|mess with|mess up|ruin|modify|touching|changing|altering|affecting|losing|lose any|ruining|messing up|messing with|damage|damaging|sacrificing|sacrifice|hurt|hurting|destroy|destroying|killing|tamper with|disturb|mess|compromise|compromising|shift the|lose|spoil|spoiling',
    { kind: 'touch' },
  ],
  [
    'as is|as it is|as they are|as he is|as she is|the way it is|the way they are|untouched|unchanged|intact|alone|the same|exactly the same|just as it is|how it is|how they are|unaltered|where it is|where they are|same|unaffected|constant|like it is|like they are|fixed',
    { kind: 'asis' },
  ],
  [
    'natural looking|healthy|believable|accurate|looking natural|looking good|true|from turning orange|from going orange|nice looking|real looking|looking real|looking realistic|pleasing|lifelike skin',
    { kind: 'mode', mode: 'natural' },
  ],
  [
    'match|matched|matching|even|even out|evened out|consistent|uniform|equalize|same across|harmonize|unify',
    { kind: 'mode', mode: 'matched' },
  ],
  ['only|just the|solely|exclusively|nothing but|only the|just in|only in|only on|just on', { kind: 'only' }],
  [
    'except|except for|apart from|other than|besides|excluding|but not|but not the|everything but|everything except|all colors but|all colors except|all the colors but|all the colors except|every color but|every color except|all but|but leave out|aside from|with the exception of|save for|everywhere but|everywhere except|not the',
    { kind: 'except' },
  ],

  // sentence
  [
    'why|why is it|why is the|why are the|why does it|why do the|is|are|looks|look|seems|feels|appears|was|were|came out|turned out|looking|comes across as|comes out|has|have|got|there is|there are|seem|feel|appear|ended up|being|reads as|i see|turns out|gets|went',
    { kind: 'be' },
  ],
  [
    'is there any way to|is there a way to|any way to|a way to|any chance to|any chance of|any chance you could|is there any chance|is it possible to|be possible to|be able to|make|mkae|amke|maek|want|get|give|would like|i like|like it|prefer|should look|please make|makes|let|let us|making|go for|going for|aim for|render|needs to be|need to be|needs to look|has to be|must be|turn it|turn this|want it|turn into|to be|to look|look like|looks like a|feel like|looking for|apply|try|i love|hoping for|after a|wish it were|wish it was|wish|become|go|create|transform|convert|style|process|edit|edit to|develop|grade|could you make|could be|should be|might be|would be|can be|may be|ought to be|better if|would look better|would be better|can you make',
    { kind: 'make' },
  ],
  ['should|could|would|must|ought to|ought|needs to', { kind: 'should' }],
  [
    'it|this|the photo|photo|photos|picture|pictures|the picture|image|images|the image|shot|everything|overall|whole|the whole thing|whole thing|entire|all over|frame|scene|the scene|whole picture|entire image|all of it|across the board|globally|photograph|pic|pics|selfie|portrait|snap|wedding photo|wedding photos|wedding picture|landscape photo|landscape|night shot|night photo|product photo of mine|vacation photo|holiday photo|food photo|edit|version|look|overall image|throughout|whole image|everywhere',
    { kind: 'whole' },
  ],
  [
    'rest|the rest|everything else|all else|anything else|others|other things|the remainder',
    { kind: 'rest' },
  ],
  ['to|toward|towards|into|closer to', { kind: 'toward' }],
  [
    'to focus on|put the focus on|puts the focus on|draw focus to|bring the focus to|pop|pop more|stand out|stands out|shine|sing|really pop|leap out|jump out|come alive|come to life|be the star|draw the eye|gets lost|get lost|separate|separation|isolate|more prominent|more visible|the center of attention|focal point|draw attention to|focus attention on',
    { kind: 'pop' },
  ],
  ['and|plus|also|as well as|&|along with|together with|as well', { kind: 'join', strength: 'soft' }],
  ['or|nor the', { kind: 'join', strength: 'or' }],
  ['with|while adding', { kind: 'join', strength: 'with' }],
  [',|/|+', { kind: 'join', strength: 'comma' }],
  [
    'but|while|then|yet|though|although|however|;|.|!|?|:|(|)|except that|whereas|and then|only that|because|since|after that|next|finally|otherwise|if|when|still|…',
    { kind: 'join', strength: 'hard' },
  ],

  // whole requests
  [
    'its best|her best|best possible|as good as possible|look good|look better|look great|look amazing|look nice|look awesome|look beautiful|look stunning|look fantastic|enhance it|enhance this|enhance the photo|enhance the picture|enhance the image|enhance my photo|enhance photo|enhance image|enhance picture|improve it|improve this|improve the photo|improve the image|improve the picture|improve my photo|fix it|fix this|fix the photo|fix this photo|fix this picture|fix my photo|fix the picture|fix everything|fix the image|make it good|make it better|make it nice|make it nicer|make it beautiful|make this better|make this photo better|make this photo look better|do your magic|do your thing|work your magic|auto correct|touch it up|touch up|edit it for me|surprise me|you decide|your choice|you choose|whatever you think|do what you think is best|up to you|prettier|more beautiful|more attractive|more appealing|nicer|better|stunning|gorgeous|awesome|beautiful|amazing|spice it up|spruce it up|spruce up|best|optimize|optimise|perfect it|retouch it|retouch this|retouch|something special|just edit it|basic edit|quick edit|general improvement|make it work|jazz it up|freshen it up|freshen up|clean it up|balance it|balanced|balance the exposure|good exposure|proper exposure|properly exposed|correct the exposure|fix the exposure|fix exposure|correct exposure|fix the lighting|fix the light|improve the lighting|better lighting|better light|balance the light|even out the lighting|even out the exposure|balance the tones',
    style('auto'),
  ],
  [
    'yellow tint from the lights|fix the color|fix color|fix colors|fix white balance|no color cast|no color casts|whites are not white|whites do not look white|whites are not really white|correct the white balance|correct the color|correct the color cast|fix the color cast|fix the wb|fix wb|wb|remove the color cast|remove color cast|get rid of the color cast|weird color cast|ugly color cast|color balance|fix the color balance|balance the colors|whites look white|whites are white|make the whites white|white whites|true whites|accurate whites',
    style('neutral color'),
  ],
  [
    'do nothing|nothing|no change|no changes|no edit|no edits|leave it|leave it alone|leave it be|leave it as is|leave it as it is|leave it unchanged|leave it untouched|leave this as it is|keep it as is|keep it as it is|keep it the way it is|keep it like this|keep everything as it is|keep everything as is|keep everything the same|leave everything as it is|leave everything as is|leave everything|perfect as it is|perfect as is|fine as it is|fine as is|fine the way it is|good as it is|good as is|great as it is|perfect already|already perfect|looks fine|it is fine|it is perfect|no need to change anything|not change anything|not do anything|not touch anything|nothing at all|don t edit|not edit|not change a thing|not touch it|not change it|skip|none|leave the photo as it is|leave the picture as it is|happy with it|love it as it is|it is good|nothing needs changing|no adjustments|no adjustment|not change this|leave this alone|keep as is|leave as is|not edit anything|not alter anything',
    { kind: 'nothing' },
  ],
  [
    'stronger|more of that|more of this|more of it|more intense|push it further|further|take it further|go further|crank it up|turn it up|more of the same|even more|again|bolder|more pronounced|more effect|double down|ramp it up',
    { kind: 'stronger' },
  ],
  [
    'weaker|less intense|dial it back|tone it down|calm it down|less of it|less of this|less of that|ease it off|half that|back off a bit|not so strong|not as strong|less strong|more subtle|subtler|less effect|dial it down|pull it back|turn it down|not overdone|not over the top|not overdo it|not go overboard|not go crazy|less pronounced|milder|more gently|less aggressive|keep it subtle|not be too strong|nothing too strong|not exaggerate|tasteful|tastefully|restraint',
    { kind: 'gentler' },
  ],
  ['fade|the fade|fading', axis('fade+')],
  ['milky|film fade|lifted black', axis('fade+')],
  [
    'good|nice|great|lovely|cool looking|pretty|okay|ok|fine|perfect|wonderful|well|pleasant|interesting|right|properly',
    { kind: 'good' },
  ],
  [
    'different background|new background|replace the background|remove the background|remove background|transparent background|background removal|swap the background|cut out the subject',
    edit('replace'),
  ],
  [
    'replace the sky|new sky|different sky|blue sky instead|swap the sky|sky replacement|replace sky|add clouds|add some clouds|more clouds|add a sunset|add stars|put clouds',
    edit('replace'),
  ],
];

const FILLERS: Table = [
  [
    'grays|fall off|falls off|fall into|falls into|happy with|happy about|satisfied with|pleased with|would not hurt|would not hurt to have|would not mind|would not be bad|not hesitate to|not be afraid to|not shy away from|not forget to|not forget|no doubt|no problem|no rush|no worries|thank you so much|thanks so much|thank you very much|thanks a lot|thanks a bunch|many thanks|thanks in advance|thanks again|thank you again|once again|bother you again|to bother you again|bother you|sorry to bother you|sorry to bother you again|best regards|kind regards|kindest regards|warm regards|warmest regards|regards|all the best|best wishes|best ,|cheers|sincerely|yours sincerely|yours truly|yours|great pictures|great photos|great work|great job|good job|nice job|nice work|well done|lovely pictures|lovely photos|beautiful pictures|beautiful photos|wonderful pictures|wonderful photos|by the sea|at the sea|by the ocean|by the lake|by the river|by the pool|at the beach|on the beach|at the lake|teh|',
    { kind: 'filler' },
  ],
  [
    'would you mind|do you mind|mind|its|old|please|pls|plz|thanks|thank you|hey|hi|hello|the|a|an|of|in|on|at|for|from|i|you|we|me|us|just|bit of|do|does|did|kindly|maybe|perhaps|think|would love|love|like|feeling|vibe|vibes|effect|style|mood|atmosphere|kind|type|sort|feel of|by|there|here|these|those|our|your|some|any|all|really like|looking to|let s|ll|d|ve|m|re|can|will|again please|now|still a|already|though it|who|which|what|how|where|going|way of|way|areas|area|part|parts|bits|spots of|side|left|right side|top|bottom|center|middle|upper|bring it|one|ones|thing|quality|level|levels|amount|hand|over|under|out|off|around|near|through|across|against|between|during|up to|back to|about|been|has been|had|my taste|taste|honestly|actually|basically|literally|also make|make sure|sure|ensure|so that|such|than|even|else|them all|both|each|every|lot|help|edit please|appearance|finish|color grade|color grading|grading|grade|treatment|filter|preset|processing|settings|theme|aesthetic feel|sense|sense of|touch of|inspired|inspired by|reminiscent|esque|ish|type of|era|days|decade|day|time|evening|afternoon|light of|straight|shot on|shot with|taken|taken with|taken on|taken in|camera|lens|were|whole lot more|this is|it to|is it|possible|want to|need to|try to|i want|give me|show me|see|seen|visible|someone|something|anything|everyone|as if|if it|was shot|little|full|nicely|naturally lit|bring some|am|not sure|hmm|um|uh|ugh|wow please|man,|dude|yo|bro|lol|haha|sorry|also please|especially|mostly|mainly|particularly|generally|simply|easily|quickly|later|today|yesterday|because of|due to|caused by|indoors|inside|outside|outdoors|room|place|view|instead|rather more|same time|at the same time|new|old one|original|previous|last|first|second|version two|version|between them|come|comes|coming|came|use|using|used|work|works|working|show|shows|showing|people can|eye|viewer|attention|on top|in general|much of|that much|such a|quite a|every bit|bring everything|kitchen|living room|sunny day there|weather|trip|vacation|holiday|birthday|party|city|town|village|street|the shot',
    { kind: 'filler' },
  ],
];

const LOOK_WORDS: Table = LOOKS.map((look) => [look.words.join('|'), style(look.name)] as const);

/** "Exposure2012" and the like, as people who know the files write them. */
const PARAMETER_NAMES: Table = PARAMETERS.filter(({ name }) => /\d|[a-z][A-Z]/.test(name)).map(
  ({ name }) => [name, { kind: 'parameter', name }] as const,
);

/** English: earlier tables win where a phrase stands twice. */
export const ENGLISH: Language = {
  code: 'en',
  tables: [GRAMMAR, ENGLISH_AXES, ENGLISH_REGIONS, LOOK_WORDS, PARAMETER_NAMES, FILLERS],
};
