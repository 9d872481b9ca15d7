"""Makes strings that are hard to cut into tokens: mixed scripts, combining marks, odd spaces, addresses, emoticons,
quotation marks, affixes around the package's own special cases, and plain noise. The same seed gives the same strings.

usage: strings.py PACKAGE COUNT [SEED] > strings.jsonl

PACKAGE is the unpacked folder; its `tokenizer` gives the special cases. One {"text": …} a line.
"""
import json
import random
import sys
from pathlib import Path

import srsly

ALPHABETS = [
    "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "àâçéèêëîïôûùüÿœæñáíóúßşğışćčžđłąęńøå",
    "ÀÂÇÉÈÊËÎÏÔÛÙÜŸŒÆÑÁÍÓÚİĆČŽĐŁĄĘŃØÅẞ", "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ", "АБВГДЕЖЗИЙКЛМНОПРСТІЇЄҐ",
    "αβγδεζηθικλμνξοπρσςτυφχψωάέή", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "אבגדהוזחטיכלמנ", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "कखगघचछजझटठडढतथदधनपफबभमयरलवशषसहािीुूेैोौं", "กขคงจชซญดตถทนบปพฟมยรลวสหอ", "日本語東京新聞記者会見中国政府発表", "가나다라마바사아자차카타파하한국",
    "ひらがなカタカナー", "აბგდევზთ", "աբգդեզէ", "ꓐꓑꓒ𐐀𐐁𐐨𝐀𝐁𝒂ﬁﬂⅣⅷªº", "ǅǈǋᾈᾘ",
]
DIGITS = ["0123456789", "٠١٢٣٤٥", "०१२३", "０１２３", "²³¹", "①②③", "½¼¾", "ⅠⅡⅢ"]
MARKS = "\u0300\u0301\u0302\u0303\u0308\u030a\u0327\u0338\u20dd\u0489\u064b\u0651\u093c\u0e31\u3099\ufe0f\ufe0e\u200d\u200c\u00ad"
SPACES = [" ", "  ", "   ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2002", "\u2003", "\u2009", "\u200a", "\u202f",
          "\u205f", "\u3000", "\u2028", "\u2029", "\u0085", "\u1680", "\x1c", "\x1d", "\x1e", "\x1f", "\x0b", "\x0c",
          "\u200b", "\ufeff", "\u180e", "\u2060", " \n ", "\n "]
QUOTES = "\"'`´‘’‚‛“”„‟«»‹›「」『』〝〞＂＇''\"\""
SIGNS = ".,;:!?…-–—―~*&@#%‰$€£¥₹₽₴¢¤+=<>|\\/()[]{}^_°§¶†‡•·●►→←✓★☆©®™№¿¡‽।。、，！？：；（）【】《》〈〉"
EMOTICONS = """:) :-) :( :-( ;) ;-) :D :-D =D xD XD :P :-P :p <3 </3 ^_^ ^__^ o_o O_O o.O -_- -__- >:( :'( :* :-* =) =( (: 8) 8-)
 ¯\\(ツ)/¯ (╯°□°）╯︵┻━┻ ಠ_ಠ (ಠ_ಠ) :/ :-/ :| :-| :3 <333 v.v V_V :o :-0 =| [-: :] ;D 😀 👍🏽 👨‍👩‍👧 🇺🇦 ❤️ 🏳️‍🌈""".split()
UNITS = "km km² m kg g mg cm mm GB MB ms Hz bn m tn k °C °F K % px a.m. p.m. am pm hrs st nd rd th s".split()
HOSTS = ["example.org", "www.example.com", "sub.example.co.uk", "localhost", "192.168.0.1", "[::1]", "example.museum",
         "münchen.example", "xn--80ak6aa92e.com", "t.co", "a.b", "example", "EXAMPLE.ORG", "ex_ample.org", "例え.jp"]
SCHEMES = ["http://", "https://", "ftp://", "", "", "HTTP://", "mailto:", "//", "www.", "http:/", "sftp://"]
PATHS = ["", "/", "/a/b", "/a?b=c&d=e", "/#top", ":8080/x", "/a_(b)", "/%20x", "/~ana", "/a.html", "/a,b;c", "/日本", "?q=1", "/a."]
ENDINGS = ["'s", "’s", "n't", "n’t", "'ll", "'ve", "'re", "'d", "'m", "s'", "'S", "N'T", "'em", "-", "'", "’"]
HYPHENS = ["-", "–", "—", "--", "---", "/", ".", "..", "...", "…", ":", ",", "+", "*", "^", "~", "=", "<", ">", "&"]


class Maker:
    def __init__(self, seed, cases):
        self.random = random.Random(seed)
        self.cases = cases
        self.kinds = [(self.word, 8), (self.capital, 4), (self.case, 6), (self.affixed_case, 5), (self.number, 4), (self.address, 3),
                      (self.emoticon, 2), (self.signs, 3), (self.quoted, 4), (self.joined, 5), (self.marked, 3),
                      (self.mail, 1), (self.initials, 2), (self.mixture, 3), (self.noise, 2), (self.bracketed, 3), (self.ending, 4)]

    def pick(self, choices):
        return choices[self.random.randrange(len(choices))]

    def some(self, choices, low, high):
        return "".join(self.pick(choices) for _ in range(self.random.randint(low, high)))

    def word(self):
        return self.some(self.pick(ALPHABETS[:1] * 8 + ALPHABETS), 1, 9)

    def capital(self):
        word = self.word()
        return self.pick([word.capitalize(), word.upper(), word.title(), word.swapcase()])

    def case(self):
        return self.pick(self.cases)

    def affixed_case(self):
        return self.some(QUOTES + SIGNS, 0, 2) + self.pick([self.case, self.case, self.emoticon])() + self.some(QUOTES + SIGNS, 0, 2)

    def number(self):
        digits = self.pick(DIGITS[:1] * 6 + DIGITS)
        body = self.some(digits, 1, 4) + self.pick(["", "", ",", ".", "-", "/", ":", "–", "'"]) + self.some(digits, 0, 3)
        return self.pick(["", "", "$", "€", "£", "US$", "-", "+", "#", "~", "A$", "("]) + body + self.pick(["", ""] + UNITS)

    def address(self):
        return self.pick(SCHEMES) + self.pick(HOSTS) + self.pick(PATHS)

    def mail(self):
        return self.word() + self.pick([".", "+", "_", ""]) + self.word() + "@" + self.pick(HOSTS)

    def emoticon(self):
        return self.pick(EMOTICONS)

    def signs(self):
        return self.some(SIGNS, 1, 5)

    def quoted(self):
        return self.pick(QUOTES) + self.pick([self.word, self.capital, self.case, self.number])() + self.some(SIGNS, 0, 1) + self.pick(QUOTES)

    def bracketed(self):
        return self.pick("([{<（【") + self.any(False) + self.pick(")]}>）】") + self.some(SIGNS, 0, 1)

    def ending(self):
        return self.pick([self.word, self.capital])() + self.pick(ENDINGS) + self.some(SIGNS + QUOTES, 0, 1)

    def joined(self):
        return self.pick(HYPHENS).join(self.pick([self.word, self.word, self.capital, self.number])() for _ in range(self.random.randint(2, 4)))

    def marked(self):
        return "".join(letter + self.some(MARKS, 0, 1) for letter in self.word())

    def initials(self):
        return "".join(letter + "." for letter in self.some(ALPHABETS[1], 1, 4)) + self.pick(["", "", "'s", "-backed", ",", ")"])

    def mixture(self):
        return "".join(self.pick([self.word, self.number, self.signs, self.marked])() for _ in range(self.random.randint(2, 4)))

    def noise(self):
        points = (self.random.choice([self.random.randrange(0x80), self.random.randrange(0x3000), self.random.randrange(0x20000),
                                      self.random.randrange(0x110000)]) for _ in range(self.random.randint(1, 6)))
        return "".join(chr(point) for point in points if not 0xD800 <= point < 0xE000)

    def any(self, nested=True):
        kinds = self.kinds if nested else self.kinds[:5]
        return self.random.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0]()

    def text(self):
        out = self.pick(["", "", "", "", self.pick(SPACES)])
        for _ in range(self.random.randint(1, 10)):
            out += self.any() + self.pick([" "] * 12 + [""] + [self.pick(SPACES)])
        return out


def main():
    package, count = Path(sys.argv[1]), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    cases = sorted(srsly.msgpack_loads((package / "tokenizer").read_bytes())["exceptions"])
    maker = Maker(seed, cases)
    for _ in range(count):
        print(json.dumps({"text": maker.text()}))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
