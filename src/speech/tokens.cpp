#include "speech/tokens.hpp"

#include <algorithm>
#include <string>

#include "ir/reference.hpp"

namespace flowc::speech {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_ascii_letter(char c) {
    const auto small = static_cast<unsigned char>(c | 0x20);
    return small >= 'a' && small <= 'z';
}

/// The same text in small letters, of the same length: ASCII, and the accented letters of Western Europe.
std::string lowered(std::string_view text) {
    std::string small(text);
    for (std::size_t i = 0; i < small.size(); ++i) {
        if (small[i] >= 'A' && small[i] <= 'Z') small[i] = static_cast<char>(small[i] - 'A' + 'a');
        const auto next = i + 1 < small.size() ? static_cast<unsigned char>(small[i + 1]) : 0u;
        if (small[i] == '\xC3' && next >= 0x80 && next <= 0x9E && next != 0x97)
            small[i + 1] = static_cast<char>(next + 0x20);
    }
    return small;
}

/// Signs of more than one byte that say no word, and what they are in its place.
struct Sign {
    std::string_view text;
    char means;
};
constexpr Sign signs[] = {{"\u3001", ','}, {"\uFF0C", ','}, {"\u3002", '.'}, {"\uFF01", '.'}, {"\uFF1F", '.'},
                          {"\u00A0", ' '}, {"\u00A1", ' '}, {"\u00BF", ' '}, {"\u2013", '-'}, {"\u2014", ' '},
                          {"\u2018", ' '}, {"\u2019", ' '}, {"\u201C", ' '}, {"\u201D", ' '}, {"\u2026", '.'},
                          {"\uFF0A", '*'}, {"\uFF03", '#'}, {"\u3000", ' '}, {"\uFF10", '0'}, {"\uFF11", '1'},
                          {"\uFF12", '2'}, {"\uFF13", '3'}, {"\uFF14", '4'}, {"\uFF15", '5'}, {"\uFF16", '6'},
                          {"\uFF17", '7'}, {"\uFF18", '8'}, {"\uFF19", '9'}};

/// A word of a language without spaces.
const Word* find_word(const Language& language, std::string_view word) {
    const auto found = std::lower_bound(language.words.begin(), language.words.end(), word,
                                        [](const Word& one, std::string_view text) { return one.text < text; });
    return found != language.words.end() && found->text == word ? &*found : nullptr;
}

/// A word of the other languages.
const SpokenWord* find_word(std::string_view word) {
    const SpokenWords& known = spoken_words();
    const auto byte = static_cast<unsigned char>(word.front());
    for (std::size_t i = known.first[byte]; i < known.first[byte + 1u]; ++i)
        if (known.words[i].text == word) return &known.words[i];
    return nullptr;
}

/// Whether a letter stands in it as languages without spaces write them.
bool has_such_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE3 && byte <= 0xE9;
    });
}

bool says_nothing(const Token& token) { return token.kind == Token::Kind::comma || token.kind == Token::Kind::stop; }

class Reader {
  public:
    /// Without a language, words end where their letters do.
    Reader(std::string_view text, const Language* language, Spoken& spoken)
        : text_(text), small_(spoken.small), references_(text), language_(language), tokens_(spoken.tokens) {
        if (!language) return;
        for (const Word& word : language->words) longest_ = std::max(longest_, word.text.size());
    }

    bool at_end() const { return at_ >= text_.size(); }

    void step() {
        const auto [sign, length] = sign_at(at_);
        if (is_digit(sign)) {
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
        } else if (length == 0) {
            language_ ? part_of_words() : word();
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
        if (!is_letter(text_[at])) return {text_[at], 1};
        if (is_ascii_letter(text_[at])) return {'\0', 0};
        for (const Sign& sign : signs)
            if (text_.substr(at).starts_with(sign.text)) return {sign.means, sign.text.size()};
        return {'\0', 0};
    }

    void add(Token::Kind kind, std::size_t length, std::uint16_t roles = 0, char key = 0) {
        tokens_.push_back({kind, roles, key, nullptr, at_, at_ + length});
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
        const bool in_word =
            (at_ > 0 && is_ascii_letter(text_[at_ - 1])) || (end < text_.size() && is_ascii_letter(text_[end]));
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
            next < text_.size() && (is_digit(text_[next]) || is_ascii_letter(text_[next]) || text_[next] == sign);
        const bool after = at_ > 0 && (text_[at_ - 1] == sign || is_ascii_letter(text_[at_ - 1]));
        if (before || after) at_ += length;
        else add(Token::Kind::figure, length, 0, sign);
    }

    /// Whether a tag begins here; it ends at `tag_end_`.
    bool begins_tag() {
        if (at_ + 1 >= text_.size() ||
            (!is_ascii_letter(text_[at_ + 1]) && text_[at_ + 1] != '/' && text_[at_ + 1] != '!'))
            return false;
        // Where no tag ends behind one place, none ends behind a later one.
        const std::size_t close = tag_end_ == std::string_view::npos ? tag_end_ : text_.find('>', at_);
        tag_end_ = close == std::string_view::npos ? close : close + 1;
        return close != std::string_view::npos;
    }

    void word() {
        std::size_t end = at_ + 1;
        while (end < text_.size() &&
               (is_ascii_letter(text_[end]) || (is_letter(text_[end]) && sign_at(end).length == 0)))
            ++end;
        add(Token::Kind::word, end - at_);
    }

    /// Without spaces between words: the longest one that is known, else one letter.
    void part_of_words() {
        const std::size_t rest = text_.size() - at_;
        for (std::size_t known = std::min(longest_, rest); known > 0; --known)
            if (const Word* word = find_word(*language_, small_.substr(at_, known)))
                return add(Token::Kind::word, known, word->meaning.roles | begins | promises, word->meaning.key);
        std::size_t length = 1;
        while (length < rest && (static_cast<unsigned char>(text_[at_ + length]) & 0xC0u) == 0x80u) ++length;
        add(Token::Kind::word, length, begins | promises);
    }

    std::string_view text_;
    std::string_view small_;
    ReferenceReader references_;
    const Language* language_;
    std::vector<Token>& tokens_;
    std::size_t longest_ = 0;
    std::size_t at_ = 0;
    std::size_t tag_end_ = 0;  ///< npos: no tag ends in the rest of the text
};

}  // namespace

bool says_something(std::string_view text) {
    Spoken spoken;
    Reader reader(text, nullptr, spoken);
    while (!reader.at_end()) {
        reader.step();
        if (!spoken.tokens.empty() && !says_nothing(spoken.tokens.back())) return true;
    }
    return false;
}

Listener::Listener(std::string_view text) : text_(text), spaced_{lowered(text), {}} {
    Reader reader(text, nullptr, spaced_);
    while (!reader.at_end()) reader.step();
    for (Token& token : spaced_.tokens) {
        if (token.kind == Token::Kind::word)
            token.word = find_word(std::string_view(spaced_.small).substr(token.begin, token.end - token.begin));
    }
}

const Spoken* Listener::in(const Language& language) {
    if (!language.spaces) {
        if (!has_such_letters(text_)) return nullptr;
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

std::optional<Place> phrase_at(const Spoken& spoken, std::size_t token, std::string_view phrase) {
    const std::vector<Token>& tokens = spoken.tokens;
    std::string_view rest = phrase;
    for (std::size_t i = token; i < tokens.size(); ++i) {
        const std::string_view word =
            std::string_view(spoken.small).substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        if (tokens[i].kind != Token::Kind::word || !rest.starts_with(word)) break;
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
