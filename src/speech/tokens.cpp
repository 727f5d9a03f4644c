#include "speech/tokens.hpp"

#include <algorithm>
#include <string>

#include "ir/reference.hpp"
#include "source/ascii.hpp"
#include "source/utf8.hpp"

namespace flowc::speech {

namespace {

bool is_letter_of_any_alphabet(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// The same text in small letters, of the same length: ASCII, and the accented letters of Western Europe.
std::string lowered(std::string_view text) {
    std::string small(text);
    for (char& c : small) c = lower_case(c);
    for (std::size_t i = small.find('\xC3'); i != std::string::npos && i + 1 < small.size();
         i = small.find('\xC3', i + 1)) {
        const auto next = static_cast<unsigned char>(small[i + 1]);
        if (next >= 0x80 && next <= 0x9E && next != 0x97) small[i + 1] = static_cast<char>(next + 0x20);
    }
    return small;
}

/// What a letter beyond ASCII is in place of where it says no word; 0: it says one.
char sign_of(char32_t letter) {
    switch (letter) {
        case U'\u3001':
        case U'\uFF0C': return ',';
        case U'\u2026':
        case U'\u3002':
        case U'\uFF01':
        case U'\uFF1F': return '.';
        case U'\u2013': return '-';
        case U'\uFF0A': return '*';
        case U'\uFF03': return '#';
        case U'\u00A0':
        case U'\u00A1':
        case U'\u00BF':
        case U'\u2014':
        case U'\u2018':
        case U'\u2019':
        case U'\u201C':
        case U'\u201D':
        case U'\u3000': return ' ';
        default:
            return letter >= U'\uFF10' && letter <= U'\uFF19' ? static_cast<char>('0' + (letter - U'\uFF10')) : '\0';
    }
}

/// The bytes of a text's first letter, as they are written in such a language: nearly all words differ in it.
std::uint32_t first_letter(std::string_view text) {
    std::uint32_t letter = 0;
    for (std::size_t i = 0; i < 3; ++i)
        letter = letter << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
    return letter;
}

/// The longest word of a language without spaces that a text begins with; null: it begins with none.
const Word* longest_word(const Language& language, std::string_view text) {
    const std::uint32_t first = first_letter(text);
    const std::size_t letter = utf8::decode(text).size;
    auto end = language.words.end();
    while (true) {
        const auto after =
            std::upper_bound(language.words.begin(), end, text, [&](std::string_view one, const Word& word) {
                const std::uint32_t other = first_letter(word.text);
                return first != other ? first < other : one < word.text;
            });
        if (after == language.words.begin()) return nullptr;
        // A longer one that the text begins with would stand behind this one.
        end = std::prev(after);
        if (text.starts_with(end->text)) return &*end;
        const auto differ = std::mismatch(text.begin(), text.end(), end->text.begin(), end->text.end());
        text = text.substr(0, static_cast<std::size_t>(differ.first - text.begin()));
        if (text.size() < letter) return nullptr;
    }
}

/// Without spaces between words a phrase may begin at every word, and any may be in one.
constexpr std::uint16_t begins_any = begins | promises | transfer;

bool says_nothing(const Token& token) { return token.kind == Token::Kind::comma || token.kind == Token::Kind::stop; }

class Reader {
  public:
    /// Without a language, words end where their letters do.
    Reader(std::string_view text, const Language* language, Spoken& spoken)
        : text_(text), small_(spoken.small), references_(text), language_(language), tokens_(spoken.tokens) {}

    bool at_end() const { return at_ >= text_.size(); }

    void step() {
        const auto [sign, length] = sign_at(at_);
        if (length == 0) {
            language_ ? part_of_words() : word();
        } else if (sign == ' ') {
            at_ += length;
        } else if (is_digit(sign)) {
            figures(length);
        } else if (sign == '*' || sign == '#') {
            key_sign(sign, length);
        } else if (sign == ',') {
            add(Token::Kind::comma, length);
        } else if (sign == '.' || sign == '!' || sign == '?' || sign == ';') {
            add(Token::Kind::stop, length);
        } else if (sign == '<' && begins_tag()) {
            at_ = tag_end_;
        } else if (const std::size_t reference = sign == '$' ? references_.length_at(at_) : 0; reference > 0) {
            add(Token::Kind::reference, reference);
        } else {
            at_ += length;
        }
    }

  private:
    struct Found {
        char sign;
        std::size_t length;  ///< 0: a letter
    };

    Found sign_at(std::size_t at) const {
        if (!is_letter_of_any_alphabet(text_[at])) return {text_[at], 1};
        if (is_letter(text_[at])) return {'\0', 0};
        const utf8::Decoded letter = utf8::decode(text_.substr(at));
        const char sign = sign_of(letter.value);
        return {sign, sign == '\0' ? 0 : letter.size};
    }

    void add(Token::Kind kind, std::size_t length, std::uint16_t roles = 0, char key = 0) {
        tokens_.push_back(
            {kind, key, roles, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + length), nullptr});
        at_ += length;
    }

    /// `1` is a key, `1-5` are two with a range between them; `24`, `9.5`, `1-800` and `1st` are none.
    void figures(std::size_t first) {
        std::size_t end = at_ + first;
        std::size_t digits = 1;
        bool joined = false;
        while (end < text_.size()) {
            const Found next = sign_at(end);
            if (is_digit(next.sign)) {
                ++digits;
                end += next.length;
                continue;
            }
            const bool joins = (next.sign == '-' || next.sign == '.') && end + next.length < text_.size();
            if (!joins || !is_digit(sign_at(end + next.length).sign)) break;
            joined = true;
            end += next.length;
        }
        const bool in_word = (at_ > 0 && is_letter(text_[at_ - 1])) || (end < text_.size() && is_letter(text_[end]));
        if (digits == 1 && !in_word) return add(Token::Kind::figure, first, 0, sign_at(at_).sign);
        if (digits == 2 && joined && !in_word && text_.substr(at_, end - at_).find('.') == std::string_view::npos) {
            const std::size_t last = end - (static_cast<unsigned char>(text_[end - 1]) >= 0x80 ? 3 : 1);
            add(Token::Kind::figure, first, 0, sign_at(at_).sign);
            add(Token::Kind::dash, last - at_, Role::range);
            return add(Token::Kind::figure, end - last, 0, sign_at(at_).sign);
        }
        add(Token::Kind::word, end - at_);
    }

    /// `#` before a figure or a letter stands for `number`, and several stars are no key.
    void key_sign(char sign, std::size_t length) {
        const std::size_t next = at_ + length;
        const bool before =
            next < text_.size() && (is_digit(text_[next]) || is_letter(text_[next]) || text_[next] == sign);
        const bool after = at_ > 0 && (text_[at_ - 1] == sign || is_letter(text_[at_ - 1]));
        if (before || after) at_ += length;
        else add(Token::Kind::figure, length, 0, sign);
    }

    /// Whether a tag begins here; it ends at `tag_end_`.
    bool begins_tag() {
        if (at_ + 1 >= text_.size() || (!is_letter(text_[at_ + 1]) && text_[at_ + 1] != '/' && text_[at_ + 1] != '!'))
            return false;
        // Where no tag ends behind one place, none ends behind a later one.
        const std::size_t close = tag_end_ == std::string_view::npos ? tag_end_ : text_.find('>', at_);
        tag_end_ = close == std::string_view::npos ? close : close + 1;
        return close != std::string_view::npos;
    }

    void word() {
        std::size_t end = at_ + 1;
        while (end < text_.size() &&
               (is_letter(text_[end]) || (is_letter_of_any_alphabet(text_[end]) && sign_at(end).length == 0)))
            ++end;
        add(Token::Kind::word, end - at_);
    }

    /// Without spaces between words: the longest one that is known, else one letter.
    void part_of_words() {
        if (const Word* word = longest_word(*language_, small_.substr(at_)))
            return add(Token::Kind::word, word->text.size(), word->meaning.roles | begins_any, word->meaning.key);
        std::size_t length = 1;
        while (at_ + length < text_.size() && utf8::continues(text_[at_ + length])) ++length;
        add(Token::Kind::word, length, begins_any);
    }

    std::string_view text_;
    std::string_view small_;
    ReferenceReader references_;
    const Language* language_;
    std::vector<Token>& tokens_;
    std::size_t at_ = 0;
    std::size_t tag_end_ = 0;  ///< npos: no tag ends in the rest of the text
};

}  // namespace

bool has_unspaced_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE3 && byte <= 0xE9;
    });
}

bool says_something(std::string_view text) {
    Spoken spoken;
    Reader reader(text, nullptr, spoken);
    while (!reader.at_end()) {
        reader.step();
        if (!spoken.tokens.empty() && !says_nothing(spoken.tokens.back())) return true;
    }
    return false;
}

Listener::Listener(std::string_view text)
    : text_(text), spaced_{lowered(text), {}}, unspaced_letters_(has_unspaced_letters(text)) {
    constexpr std::size_t bytes_of_word = 5;  // with the space behind it
    spaced_.tokens.reserve(text.size() / bytes_of_word + 1);
    Reader reader(text, nullptr, spaced_);
    while (!reader.at_end()) reader.step();
    const SpokenWords& known = spoken_words();
    for (Token& token : spaced_.tokens) {
        if (token.kind != Token::Kind::word) continue;
        token.word = known.find(std::string_view(spaced_.small).substr(token.begin, token.end - token.begin));
        if (token.word) roles_in_any_ |= token.word->roles;
    }
}

void Listener::name_keys(std::span<const KeyPhrase> phrases) {
    for (const KeyPhrase& one : phrases) {
        for (std::size_t first = 0; first < spaced_.tokens.size(); ++first) {
            if (!spaced_.tokens[first].is(begins)) continue;
            const std::optional<Place> place = phrase_at(spaced_, first, one.phrase);
            if (!place) continue;
            // The words before the last one stand between `press` and its key.
            while (spaced_.tokens[first].end != place->end) ++first;
            spaced_.tokens[first].key = one.key;
        }
    }
}

const Spoken* Listener::read_words(const Language& language) {
    if (!language.spaces) {
        if (!unspaced_letters_) return nullptr;
        unspaced_.emplace(Spoken{spaced_.small, {}});
        Reader reader(text_, &language, *unspaced_);
        while (!reader.at_end()) reader.step();
        for (const Token& token : unspaced_->tokens) unspaced_->roles |= token.roles;
        return &*unspaced_;
    }
    const auto index = static_cast<std::size_t>(&language - languages().data());
    spaced_.roles = 0;
    for (Token& token : spaced_.tokens) {
        if (token.kind == Token::Kind::word) {
            const Meaning meaning = token.word ? token.word->meanings[index] : Meaning{};
            token.roles = meaning.roles;
            token.key = meaning.key;
        }
        spaced_.roles |= token.roles;
    }
    return &spaced_;
}

const Spoken* Listener::in(const Language& language) {
    const Spoken* spoken = read_words(language);
    if (language.spaces && spaced_.has(begins)) name_keys(language.key_phrases);
    return spoken;
}

bool Listener::has(const Language& language, Role role) const {
    if ((roles_in_any_ & role) == 0) return false;
    const auto index = static_cast<std::size_t>(&language - languages().data());
    return std::any_of(spaced_.tokens.begin(), spaced_.tokens.end(), [&](const Token& token) {
        return token.word && (token.word->meanings[index].roles & role) != 0;
    });
}

const Spoken* Listener::in(const Language& language, Role role) {
    if (language.spaces && !has(language, role)) return nullptr;
    const Spoken* spoken = read_words(language);
    return spoken && spoken->has(role) ? spoken : nullptr;
}

std::optional<Place> whole_phrase_at(const Spoken& spoken, std::size_t token, std::string_view phrase) {
    const std::vector<Token>& tokens = spoken.tokens;
    std::string_view rest = phrase;
    for (std::size_t i = token; i < tokens.size(); ++i) {
        const std::string_view word =
            std::string_view(spoken.small).substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        const bool is_said = tokens[i].kind == Token::Kind::word || tokens[i].kind == Token::Kind::figure;
        if (!is_said || !rest.starts_with(word)) break;
        rest.remove_prefix(word.size());
        if (rest.empty()) return Place{tokens[token].begin, tokens[i].end};
        if (rest.starts_with(' ')) rest.remove_prefix(1);
    }
    return std::nullopt;
}

std::optional<Place> find_phrase(const Spoken& spoken, std::string_view phrase) {
    for (std::size_t first = 0; first < spoken.tokens.size(); ++first) {
        if (!spoken.tokens[first].is(begins)) continue;
        if (const std::optional<Place> place = phrase_at(spoken, first, phrase)) return place;
    }
    return std::nullopt;
}

}  // namespace flowc::speech
