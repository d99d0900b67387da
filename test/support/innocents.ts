/** Words that contain a rule, or nearly. */
const words = `
grass glass class classic assassin assassinate assemble assembly asset assets assign assignment
assist assistant associate assorted assume assumption assurance bass basset brass cassette cassock
compass crass cuirass embarrass encompass glassware harass hourglass landmass lass mass massage
massive molasses morass pass passage passenger passion passive passport sassafras sassy surpass
trespass wassail windlass Cassandra Cassius Nassau Picasso Hassan Kinshasa
analysis analyse analogue analogy banal canal finalist manal penal signal terminal Canaletto
canals analgesic Montreal-Canal Uranus manuscript Janus tetanus oceanus Coriolanus
sparse parsec hearse coarse rehearse parse arsenal arsenic Arsenault carse
Scunthorpe Penistone Sussex Essex Middlesex Wessex Clitheroe Lightwater Cockermouth Cockburn
Hitchcock Hancock Babcock Alcock cockpit cockatoo cockatiel cockle cocktail peacock woodcock
shuttlecock weathercock hancock gamecock stopcock ballcock cockade cockerel
cucumber document documentary circumstance circumference accumulate cumulus cumbersome cumin
incumbent succumb encumber acumen Cumberland scum
Dickens Dickinson dickcissel Benedick medick Riddick
buttress button butter butterfly buttercup rebuttal butte butternut buttock-shaped Butterworth
skyscraper scrape drape grape grapes grapevine grapefruit parapet trapeze therapist therapeutic
scraped rapeseed crape
title titan titanium Titanic entitled petition constitution appetite stalactite tithe titration
partition practitioner competition repetition latitude altitude
sextant sextet sextuplet sexton bissextile sexagesimal Essexville asexual unisex
shiitake shitake mishit Matsushita Yamashita
skill skillet killjoy painkiller Kilkenny kiln overkill Kilimanjaro Killarney killdeer
shell hello seashell hellebore Hellenic Helsinki eggshell bombshell nutshell shellfish Michelle
conspicuous auspicious suspicious despicable spice spicy allspice hospice perspicacious spicule
raccoon cocoon tycoon Coonhound barracoon
pussycat pussywillow pussyfoot
therapists Grape-Nuts
snigger niggle niggardly renigger Nigeria Nigerian
swank swanky Wankel twankle
scatter scatterbrain scathing scatology Muscat concatenate
twattle saltwater atwater
shoes phoenix horseshoe hoed backhoe shoehorn hoedown
gorge gorgeous gorgon Gregory category allegory
method methane Methuselah something methanol
gunpowder gunwale begun Gunnar burgundy
homogeneous homonym homology Homogenized
Japan japonica Jape jape
fathom father fatigue fathomless infatuated
teenager thirteen fourteen canteen velveteen
bracket brain branch bravo cobra zebra algebra library umbrella embrace abracadabra
fagot fagotto leafage
gaylord nosegay Gaynor margay
nudge denude nudibranch
nakedness snaked
knobbly knobkerrie doorknob
prickle prickly cockprick
slaughter slaggy slagheap
orgyia porgy
publicity pubescent Republic
suckle suckling honeysuckle
thongweed diphthong
turducken Saturday
unclit heteroclite
murderball
corpsesque
goddess godwit pagoda
hotel hotdog shotgun pothole teapot spot
good shoot loose booth hoot
peel peep speed
sinew sinking basin cousin
sonnet reason season
gutter August
`
  .trim()
  .split(/\s+/u);

/** Whole texts that mean nothing of the kind. */
const texts = [
  'a badge reader on a door',
  'a bad germ under a microscope',
  'a bass sings in a mass',
  'an us passport on a desk',
  'as soon as she arrives',
  'the class assembled on the grass',
  'was so bright that it hurt',
  'an assassin in a glass castle',
  'Samsung A55 on a table',
  '455 Main Street in the rain',
  'boeing 747 over Sussex',
  'f1.8, 35mm, iso 800, 1/250 s',
  'portrait, 4k, 8k, hdr, uhd, --ar 16:9 --v 5',
  '(masterpiece:1.2), ((best quality)), [blurry]',
  'a 10x10 grid of 16-bit sprites',
  'the year 1984, 50% grey, $100 bills',
  'C++ and C# logos on a mug',
  'e.g. a tree, i.e. an oak',
  'J. R. R. Tolkien reading by a fire',
  'U.S.A. map in watercolour',
  'S.O.S. written in the sand',
  'a b c d e f g on a blackboard',
  'X marks the spot',
  'A/B test, yes/no, and/or',
  'hello!!! a very good day to you :)',
  'sooo good, yesss, hmmm',
  'http://example.com/glass?class=a55',
  'кот сидит на окне',
  'красивый закат над морем',
  'собака и кошка играют в саду',
  'ένα σπίτι κοντά στη θάλασσα',
  'un chat noir assis sur le canapé',
  'eine Straße in Düsseldorf bei Nacht',
  'niño con un balón en la montaña',
  'ağaçların arasında bir göl',
  '桜の木の下の猫',
  '一只猫坐在窗台上',
  'แมวนั่งอยู่บนหน้าต่าง',
  '고양이가 창가에 앉아 있다',
  'قطة على النافذة',
  'חתול על החלון',
  '🌸🌲🐱 in the style of ukiyo-e',
  'ｖａｐｏｒｗａｖｅ city at night',
  '𝒇𝒂𝒏𝒄𝒚 letters on a sign',
  'a well-being centre, re-entry capsule, co-op',
  'Moby-Dickens bookshop window',
  'a man using a computer in Scunthorpe',
  'cucumber sandwiches in Penistone',
  'a therapist listens, a grape rolls away',
  'the pilot in the cockpit of a glider',
  'his hit single on vinyl',
  'a kiln, a skillet and a seashell',
  'ten dogs and ten cats',
  'a plus, a minus, a times sign',
  'two hundred and thirteen teenagers dancing',
  'a balloon… so calm',
  'wide view of a lighthouse, close-up, low angle',
  'gunmetal grey and burgundy',
  'a horse shoe on a barn door',
  'a poster that says C A N A L in wide letters',
  'the word C-O-O-N-S-K-I-N on a hat',
  'neon letters H E L L O',
  'G U N D A M, box art',
  '8K UHD, HDR10, 120fps, Canon EOS R5, 85mm f/1.2 L',
  '#c0ffee mug, #455a64 sky, #5e8ec5 sea',
  'ΑΘΗΝΑ, ΕΛΛΑΔΑ',
  'ένα ΝΗΣΙ με κύματα',
  'чаша и чаща, жена и жук',
  'ЗАКАТ, НОВЫЙ ГОД, СНЕГ',
  'モノクロ写真、はかま姿の人',
  'ทะเลสวยมาก ในห้องของฉัน',
  'हिमालय पर सूर्योदय, एक सुंदर बगीचा',
  'ılık bir sabah, İstanbul’da çay',
  'قصر الحمراء عند الغروب',
] as const;

/** Words and texts that contain what is forbidden and mean something else. */
export const INNOCENTS: readonly string[] = [
  ...words.filter((word) => !/[^\p{L}-]/u.test(word)),
  ...texts,
];
