"""Texts to show to two readers of YAML: the repository's own, hostile ones written by hand, and generated ones."""

import pathlib
import random
import re

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def own_texts():
    """What the repository holds of YAML, and the examples of the language's reference."""
    for folder in ("samples", "tests/golden", "tests/actions", "tests/cli", "tests/language"):
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            if path.is_file():
                yield path.read_bytes().decode("utf-8", "replace")
    reference = (ROOT / "flowdsl" / "LANGUAGE.md").read_text(encoding="utf-8")
    yield from re.findall(r"(?ms)^ *```yaml\n(.*?)^ *```", reference)


def hostile_texts():
    """The corners of the grammar, one a paragraph; `\\t` and the like stand for what they do in Python."""
    text = (HERE / "hostile.txt").read_text(encoding="utf-8")
    for paragraph in text.split("\n%%\n"):
        lines = [line for line in paragraph.split("\n") if not line.startswith("##")]
        yield re.sub(r"\\(?:[trn0]|x[0-9a-f]{2}|u[0-9a-f]{4})", lambda escape: escape[0].encode().decode("unicode_escape"),
                     "\n".join(lines).replace("\\\\", "\\x5c"))


class Generator:
    """Writes documents that are well formed but for a slip here and there."""

    PLAIN = ("a", "key", "héllo", "🎉", "x y", "12", "1.5", "true", "~", "null", "a:b", "a#b", "-a", "?b", "q?r", ":c", "it's",
             'say "hi"', "a, b", "$.x", "{y}", "[z]", "http://a.b/c?d=e&f", "%a", "@a", "`a`", "!a", "&a", "*a", "|", ">",
             "- a", "a: b", "a #b", "", "<<", "=", "...", "---", "\u00a0", "a-b", "--", "::", "\\n")
    ESCAPES = ("\\n", "\\t", "\\\"", "\\\\", "\\/", "\\x41", "\\u00e9", "\\U0001F389", "\\0", "\\a", "\\b", "\\e", "\\f", "\\r",
               "\\v", "\\N", "\\_", "\\L", "\\P", "\\ ", "\\\t", "\\\n", "\\q", "\\x4", "\\ud800", "\\U00110000", "\\'")
    SPACES = ("", "", "", "", " ", "  ", "   ", " # c", "\n", "\n\n", " #", "#c")
    PIECES = ("a", "b c", ":", ": ", "- ", "-", "? ", ",", ", ", "[", "]", "{", "}", "'", '"', "|", ">", "|-", ">+", "|2", "#",
              " #", "&a ", "*a", "!t ", "!!str ", "!<x> ", "!", "\n", "\n  ", "\n    ", "\n\n", "\t", " ", "---", "\n---\n",
              "\n...\n", "%YAML 1.1\n", "\\", "é", "\r\n", "\r", "@", "`", "<<", "=", "~", "\n- ", "\n  - ", "\na: ", "\n  b: ")

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, one_in):
        return self.random.randrange(one_in) == 0

    def words(self, most=4):
        return " ".join(self.pick(self.PLAIN) for _ in range(self.random.randint(1, most)))

    def single(self, indent):
        text = "'" + self.words().replace("'", "''")
        if self.chance(4):
            text += "\n" * self.random.randint(1, 3) + " " * indent + self.pick(("", " ", "\t")) + self.words(2).replace("'", "''")
        return text + ("" if self.chance(40) else "'")

    def double(self, indent):
        text = '"'
        for _ in range(self.random.randint(0, 4)):
            part = self.pick(self.ESCAPES) if self.chance(2) else self.words(2).replace("\\", "\\\\").replace('"', '\\"')
            text += part
            if self.chance(6):
                text += self.pick(("", " ", "\\")) + "\n" * self.random.randint(1, 3) + " " * indent
        return text + ("" if self.chance(40) else '"')

    def plain(self, indent):
        text = self.words()
        if self.chance(6):
            text += "\n" * self.random.randint(1, 3) + " " * indent + self.words(2)
        return text

    def block(self, indent):
        header = self.pick("|>") + self.pick(("", "", "-", "+", "2", "1-", "+3", "9", "0", "x")) + self.pick(self.SPACES[:8])
        lines = [header]
        for _ in range(self.random.randint(0, 4)):
            deeper = self.random.randint(0, 2) if self.chance(3) else 0
            lines.append(self.pick(("", " " * (indent + deeper) + self.words(3), " " * indent + "\t" + self.words(1),
                                    " " * (indent + deeper) + self.words(2), " " * self.random.randint(0, indent + 1))))
        return "\n".join(lines)

    def properties(self):
        if not self.chance(8):
            return ""
        return self.pick(("&a ", "&b-1 ", "!t ", "!!str ", "!<tag:x> ", "! ", "&a !t ", "!t &a ", "!a%20b ", "&a\n", "!u!v ", "&é "))

    def flow(self, depth, indent):
        if depth == 0 or self.chance(3):
            return self.properties() + self.pick((self.single, self.double, lambda _: self.pick(self.PLAIN), self.plain))(indent)
        space = lambda: self.pick(self.SPACES)  # noqa: E731
        items = []
        mapping = self.chance(2)
        for _ in range(self.random.randint(0, 3)):
            item = self.flow(depth - 1, indent)
            if mapping or self.chance(6):
                item = self.pick(("", "", "? ")) + item + space() + self.pick((": ", ": ", ":", "")) + self.flow(depth - 1, indent)
            items.append(space() + item + space())
        body = ",".join(items) + ("," if self.chance(8) else "")
        return self.properties() + ("{" + body + "}" if mapping else "[" + body + "]")

    def node(self, depth, indent):
        """A value that stands behind `key:` or `- `, with the line end behind it."""
        kind = self.random.randrange(8) if depth else self.random.randrange(5)
        pad = " " * indent
        if kind < 2:
            return self.properties() + self.plain(indent + 1) + self.pick(self.SPACES[:8]) + "\n"
        if kind == 2:
            return self.properties() + self.pick((self.single, self.double))(indent + 1) + self.pick(self.SPACES[:8]) + "\n"
        if kind == 3:
            return self.properties() + self.block(indent + self.random.randint(0, 2)) + "\n"
        if kind == 4:
            return self.pick(("", "*a", self.flow(2, indent + 1))) + self.pick(self.SPACES[:8]) + "\n"
        lines = self.properties() + ("\n" if self.chance(12) else "") if kind else ""
        sequence = kind == 5
        step = 0 if sequence and self.chance(3) else self.pick((1, 2, 2, 2, 4))
        out = lines.rstrip(" ") + "\n"
        for _ in range(self.random.randint(1, 3)):
            inner = pad + " " * step
            if self.chance(12):
                out += self.pick(("\n", "# c\n", pad + "# c\n", "\t\n", pad + " \n", "\t# c\n"))
            if sequence:
                out += inner + "-" + self.pick((" ", " ", " ", "  ", " " if self.random.randrange(20) else "\t")) + self.node(depth - 1, indent + step + 1)
            else:
                key = self.pick((self.pick(self.PLAIN), self.single(0).split("\n")[0], "k", "k2", "? k\n" + inner, "[a]"))
                out += inner + key + self.pick((":", ":", ":", " :", ":" if self.random.randrange(20) else ":\t")) + " " + self.node(depth - 1, indent + step + 1)
        return out

    def document(self):
        head = self.pick(("", "", "", "", "---\n", "--- ", "%YAML 1.1\n---\n", "# c\n", "# c\n", "%TAG ! x\n---\n", "%A b\n---\n"))
        tail = self.pick(("", "", "", "...\n", "---\n", "...\n# c\n"))
        return head + self.node(3, -1 if self.chance(2) else 0).lstrip("\n") + tail

    def stream(self):
        return ("\ufeff" if self.chance(20) else "") + "".join(self.document() for _ in range(self.pick((1, 1, 1, 2, 3))))

    def pieces(self):
        return "".join(self.pick(self.PIECES) for _ in range(self.random.randint(1, 10)))

    def damaged(self, text):
        signs = "{}[],:\"'\\#&*!|>%@`-? \t\n\r0a.é\x01\x7f"
        for _ in range(self.random.randint(1, 3)):
            if not text:
                break
            at = self.random.randrange(len(text))
            kind = self.random.randrange(4)
            if kind == 0:
                text = text[:at] + self.pick(signs) + text[at + 1:]
            elif kind == 1:
                text = text[:at] + text[at + self.random.randint(1, 6):]
            elif kind == 2:
                text = text[:at] + self.pick(signs) + text[at:]
            else:
                text = text[:at]
        return text


def all_texts(seed, count):
    """Everything, the generated ones about `count`."""
    own = list(own_texts())
    hostile = list(hostile_texts())
    generator = Generator(seed)
    short = [text for text in own + hostile if len(text) < 300]
    texts = own + hostile
    texts += [generator.stream() for _ in range(count // 2)]
    texts += [generator.pieces() for _ in range(count // 4)]
    texts += [generator.damaged(generator.pick(short)) for _ in range(count // 4)]
    return texts
