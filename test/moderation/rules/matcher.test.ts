import { describe, expect, it } from 'vitest';
import { spell } from '../../../src/moderation/rules/spelling.ts';
import { holding, rule as ruleOf } from '../../support/rules.ts';

/** How a text met the only rule there is. */
function met(words: string, text: string): string {
  const verdict = holding([words])(text);
  return verdict.kind === 'clear' ? 'clear' : `${verdict.kind} ${verdict.hits[0].why}`;
}

describe('a rule', () => {
  it.each([
    ['gore', 'a gore scene', 'block word'],
    ['gore', 'GORE!', 'block word'],
    ['gore', '“Gore”', 'block word'],
    ['gore', '((gore:1.3)), gore2', 'block word'],
    ['café', 'a cafe in Paris', 'block word'],
    ['cafe', 'a café in Paris', 'block word'],
    ['gore', 'gory, category, goreless', 'clear'],
    ['gore*', 'goreless', 'block word'],
    ['gore*', 'xgore', 'clear'],
    ['*gore', 'xgore', 'block word'],
    ['*gore*', 'xgorex', 'block word'],
    ['*gore*', 'xg0rex', 'block disguised'],
    ['dead body', 'a dead  body', 'block word'],
    ['dead body', 'dead, body', 'block word'],
    ['dead body', 'deadbody', 'block disguised'],
    ['dead body', 'd e a d body', 'block disguised'],
    ['dead body', 'dead man, living body', 'clear'],
    ['nsfw', 'n.s.f.w', 'block disguised'],
    ['nsfw', 'n  s  f  w', 'block disguised'],
    ['nude', 'nudes', 'flag joined'],
    ['nude', '#NudeWoman', 'flag joined'],
    ['nude', 'womanNude', 'flag joined'],
    ['nude*', 'aNudeWoman', 'flag joined'],
    ['nude', 'nUDe', 'block word'],
    ['ass', 'classASSASSin cLaSs, ClAsS', 'clear'],
    ['tit', 'a sign that says T I T A N I C', 'flag joined'],
    ['tit', 'T-I-T-A-N-I-C', 'flag joined'],
    ['anal', 'the b a n a l and the a n a l o g', 'flag joined'],
    ['anal', 'c a n a l', 'flag joined'],
    ['nude', 'n u d e s', 'flag joined'],
    ['nude', 'a n u d e', 'block disguised'],
    ['nude', 'see a n u d e a woman made', 'block disguised'],
    ['nude', 'draw n.u.d.e a b', 'block disguised'],
    ['nude', 'of n-u-d-e people', 'block disguised'],
    ['裸体画', '一 张 裸 体 画 的 人', 'block disguised'],
    ['sex*', 's e x y', 'block disguised'],
    ['*sex', 's e x y', 'flag joined'],
    ['gore', 'go re', 'flag joined'],
    ['penis', 'the pen is red', 'flag joined'],
    ['badger', 'a badge reader', 'clear'],
    ['ass', 'was so', 'clear'],
    ['ass', 'a$$ and @ss', 'block disguised'],
    ['ass', 'Galaxy A55', 'flag joined'],
    ['ass', '455', 'clear'],
    ['1488', 'the number 1488', 'block word'],
    ['god', 'good', 'clear'],
    ['god', 'gooood', 'block disguised'],
    ['shot', 'shoot', 'flag joined'],
    ['kill', 'kiII', 'block disguised'],
    ['cock', 'сосk', 'block disguised'],
    ['porn', 'po®n', 'block disguised'],
    ['porn', 'poяn', 'block disguised'],
    ['porn', 'p°rn', 'block disguised'],
    ['child', '©hild', 'block disguised'],
    ['blood', '13lood', 'block disguised'],
    ['gore', 'qore', 'flag joined'],
    ['lego', 'Lego® bricks © 2020', 'block word'],
    ['cat', 'nature © 2020, 90°', 'clear'],
    ['cock', 'соск на дереве', 'flag joined'],
    ['кот', 'чёрный кот', 'block word'],
    ['裸体', '一个裸体的人', 'block word'],
    ['fuck', 'f**k and **bold**', 'block disguised'],
    ['duck', '**duc**', 'clear'],
    ['clit', 'a dancer (lit by candles:1.3)', 'flag joined'],
    ['clit', 'a (lit without an end', 'block disguised'],
    ['fuck', 'fu(k (that)', 'block disguised'],
    ['ss', 'iPhone 5s, Galaxy S5, $5', 'flag joined'],
    ['ak', 'a 4K wallpaper', 'flag joined'],
    ['sin', 'a figurine, 5in tall', 'flag joined'],
    ['sin', 'a 5inner', 'clear'],
  ])('%s meets “%s”: %s', (rule, text, expected) => {
    expect(met(rule, text)).toBe(expected);
  });

  it.each([
    'ᑎᑌᗪᕮ',
    '₦ɄĐɆ',
    'nu∂e',
    'nuδe',
    'ɳυԃҽ',
    'ꓠꓴꓓꓰ',
    'ռude',
    'ᴎude',
    'nʋde',
    'nμde',
    '⒩⒰⒟⒠',
    'ᶇᶙᶁᶒ',
    'nuДэ',
    'ⲛu₫ɇ',
  ])('sees through drawn letters: %s', (text) => {
    expect(met('nude', text)).toBe('block disguised');
  });

  it('is told once, where it stands most plainly, with what is around it', () => {
    const verdict = holding(['gore', 'blood'])(
      `${'x '.repeat(50)}go re g0re GORE${' y'.repeat(50)}`,
    );
    if (verdict.kind === 'clear') throw new Error('Nothing was found.');
    expect(verdict.hits).toHaveLength(1);
    expect(verdict.hits[0]).toMatchObject({ why: 'disguised', where: 'prompt' });
    expect(verdict.hits[0].excerpt).toMatch(/^…(x )+go re g0re GORE( y)+…$/);
  });
});

describe('a rule in another language', () => {
  it.each([
    ['φόνος', 'Ο ΦΟΝΟΣ', 'block word'],
    ['ΔΟΛΟΦΟΝΟΣ', 'ο δολοφόνος', 'block word'],
    ['сука', 'С У К А на улице', 'block disguised'],
    ['сука', 'сууука на улице', 'block disguised'],
    ['сука', 'cyka', 'block disguised'],
    ['хам', 'этот х@м', 'block disguised'],
    ['мёртвый', 'мертвый кот', 'block word'],
    ['шит', 'щит', 'flag joined'],
    ['pot', 'рот', 'flag joined'],
    ['pot', 'рот, 35 mm', 'block disguised'],
    ['пах', 'юный паж', 'flag joined'],
    ['グロ', 'モノクロ写真', 'clear'],
    ['グロ', 'グロ画像', 'block word'],
    ['グロ', 'ｸﾞﾛ画像', 'block disguised'],
    ['ばか', 'はかま姿の女性', 'clear'],
    ['ばか', 'は\u3099か', 'block word'],
    ['ขี้', 'แมวของฉัน', 'clear'],
    ['ขี้', 'กองขี้หมา', 'block word'],
    ['ข', 'ขี้', 'clear'],
    ['खून', 'खान', 'clear'],
    ['खून', 'बहुत ख़ून', 'block word'],
    ['नग्न', 'नगीना', 'clear'],
    ['시체', '시체 한 구', 'block word'],
    ['시체', 'ㅅㅣㅊㅔ', 'block disguised'],
    ['시체*', '시체가 있다', 'block word'],
    ['*시바*', '시발점', 'clear'],
    ['피', '피', 'block word'],
    ['قتل', 'قَـتْـل رجل', 'block word'],
    ['bore', 'море волнуется', 'clear'],
    ['едом', 'эдом', 'flag joined'],
    ['gore', 'g\u0e34o\u0941re', 'block disguised'],
  ])('%s meets “%s”: %s', (rule, text, expected) => {
    expect(met(rule, text)).toBe(expected);
  });

  it.each(['ΗΕLL', 'Ηell', 'hΣll', 'ꮋꭼꮮꮮ', 'ᎻᎬᏞᏞ', 'ⲏeӏӏ'])(
    'is a disguise of a Latin one: %s',
    (text) => {
      expect(met('hell', text)).toBe('block disguised');
    },
  );
});

describe('characters that stand for many letters', () => {
  it('are so many letters in a word, and themselves where the text is full of them', () => {
    expect(met('محمد', 'اسم ﷴ')).toBe('block disguised');
    expect(spell('ﷺ'.repeat(6_000)).length).toBeLessThanOrEqual(6_200);
    expect(ruleOf('ﷺ'.repeat(100)).letters.length).toBeLessThanOrEqual(300);
    expect(met('gore', `${'ﷺ'.repeat(500)} gore`)).toBe('block word');
  });
});

describe('marks', () => {
  it('let a rule hold only where the channel is not age-restricted', () => {
    const hold = holding(['strict: nude']);
    expect(hold('nude', true).kind).toBe('block');
    expect(hold('nude', false).kind).toBe('clear');
  });

  it('let a rule refuse nothing', () => {
    expect(holding(['flag: nude'])('nude')).toMatchObject({
      kind: 'flag',
      hits: [{ why: 'word', action: 'flag' }],
    });
    expect(holding(['flag: nude', 'gore'])('nude gore')).toMatchObject({
      kind: 'block',
      hits: [{ rule: { text: 'gore' } }, { rule: { text: 'nude' }, action: 'flag' }],
    });
  });

  it('let a rule look at the prompt alone; any other holds for both', () => {
    const texts = { prompt: 'a cat', negative_prompt: 'nsfw, gore' };
    expect(holding(['prompt: nsfw'])(texts).kind).toBe('clear');
    expect(holding(['prompt: nsfw'])('nsfw').kind).toBe('block');
    expect(holding(['nsfw'])(texts)).toMatchObject({
      kind: 'block',
      hits: [{ where: 'negative_prompt', excerpt: 'nsfw, gore' }],
    });
  });
});

describe('rules that repeat themselves', () => {
  it.each([`${'w '.repeat(49)}x`, `*${'a'.repeat(98)}*`, `*${'ab'.repeat(49)}*`])(
    'meet the text that they are: %s',
    (rule) => {
      const text = rule.replaceAll('*', '');
      expect(met(rule, text)).toBe('block word');
      expect(met(rule, `${text} ${text}`)).toBe('block word');
      expect(met(rule, text.slice(1))).toBe('clear');
    },
  );
});

describe('texts that are made to take long', () => {
  it.each([
    ['one letter', 'a'.repeat(6_000)],
    ['brackets', '|\\|/\\/|()'.repeat(700)],
    ['digits', '1!|0'.repeat(1_500)],
  ])('do not hide a word behind them: %s', (_, noise) => {
    const rules = Array.from({ length: 2_000 }, (_each, index) =>
      index.toString(2).padStart(12, '0').replaceAll('0', 'i').replaceAll('1', 'l'),
    );
    const hold = holding([
      ...rules,
      ...Array.from({ length: 90 }, (_each, index) => `*${'a'.repeat(index + 3)}b*`),
      'gore',
    ]);
    expect(hold(`${noise} g0re`)).toMatchObject({
      kind: 'block',
      hits: expect.arrayContaining([
        expect.objectContaining({ rule: { text: 'gore', origin: 'server' } }),
      ]),
    });
  });
});
