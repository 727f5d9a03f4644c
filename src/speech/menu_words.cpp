#include "speech/menu_words.hpp"

#include <algorithm>

#include "ir/placeholder.hpp"

namespace flowc::speech {

namespace {

/// Far more words than stand between `press` and its key; a bound, so that no text costs more than its length.
constexpr std::size_t most_between = 8;

/// The reading of what a text in one language promises.
class Reading {
  public:
    Reading(const Spoken& spoken, const Language& language, std::vector<Promise>& promised)
        : spoken_(spoken), language_(language), tokens_(spoken.tokens), promised_(promised) {}

    void run() {
        // A particle asks for a key where the verb is left out: `0を、`.
        const bool asked = spoken_.has(press);
        if (!asked && (language_.spaces || !spoken_.has(object))) return;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const Token& token = tokens_[i];
            if (token.kind == Token::Kind::stop) rest_ = false;
            if (token.is(otherwise)) rest_ = true;
            const bool ahead = token.is(press) && !taken(i) && !is_forbidden(i) && behind_press(i);
            if (token.is(object) && !ahead && (asked || ends_clause(i + 1))) before_object(i);
            if (any_ && (token.kind == Token::Kind::figure || names_sign(token))) elliptic(i);
            if (token.key != 0 && any_) counts_on(i);
        }
    }

  private:
    bool is(std::size_t i, Role role) const { return i < tokens_.size() && tokens_[i].is(role); }
    bool is_key(std::size_t i) const { return i < tokens_.size() && tokens_[i].key != 0; }
    bool is_figure(std::size_t i) const { return tokens_[i].kind == Token::Kind::figure; }
    bool is_digit(std::size_t i) const { return i < tokens_.size() && is_figure(i) && tokens_[i].key >= '0'; }
    /// `star`, `pound`: hardly anything but a key is called so.
    static bool names_sign(const Token& token) { return token.key == '*' || token.key == '#'; }
    /// `do not press`: right before a word, another one says that it is not to be done.
    bool is_forbidden(std::size_t i) const {
        for (std::size_t first = i - std::min<std::size_t>(i, 2); first < i; ++first)
            for (const std::string_view phrase : language_.forbids)
                if (const auto place = phrase_at(spoken_, first, phrase); place && place->end == tokens_[i - 1].end)
                    return true;
        return false;
    }
    /// `dial 9 1 1`: figures one behind the other are a number.
    bool in_number(std::size_t i) const { return is_digit(i) && ((i > 0 && is_digit(i - 1)) || is_digit(i + 1)); }
    bool ends_clause(std::size_t i) const {
        return i >= tokens_.size() || tokens_[i].kind == Token::Kind::comma || tokens_[i].kind == Token::Kind::stop;
    }

    /// Nothing follows that makes something else of the key.
    bool ends_well(std::size_t i) const {
        const std::size_t next = i + 1;
        if (next == tokens_.size() || tokens_[next].kind == Token::Kind::stop ||
            tokens_[next].kind == Token::Kind::comma)
            return true;
        return tokens_[next].is(behind) || tokens_[next].is(join) || tokens_[next].is(range) ||
               tokens_[next].is(object) || tokens_[next].is(press);
    }
    /// A figure is a key where it measures nothing; a word has other uses, and has to end well.
    bool takes(std::size_t i) const {
        return is_key(i) && (is_figure(i) ? !is(i + 1, measure) && !in_number(i) : ends_well(i));
    }

    void promise(std::size_t i) {
        const Token& token = tokens_[i];
        promised_.push_back({token.key, token.begin, token.end, rest_});
        last_ = any_ ? std::max(last_, i) : i;
        any_ = true;
        rest_ = false;
    }
    /// `1 to 5`: what lies between the two, said in the place of the second.
    void promise_range(std::size_t from, std::size_t to) {
        for (char key = static_cast<char>(tokens_[from].key + 1); key < tokens_[to].key; ++key)
            promised_.push_back({key, tokens_[from].begin, tokens_[to].end, false});
        promise(to);
    }

    /// `press the number 1`, `press 1, 2 or 3`, `press 1 to 5`.
    bool behind_press(std::size_t i) {
        std::size_t key = i + 1;
        while (key < i + most_between && is(key, between) && !is_key(key)) ++key;
        if (!takes(key)) return false;
        promise(key);
        while (true) {
            if (is(key + 1, range) && is_key(key + 2) && is_figure(key) == is_figure(key + 2) && takes(key + 2)) {
                promise_range(key, key + 2);
                key += 2;
                continue;
            }
            std::size_t next = key + 1;
            while (next < key + most_between && next < tokens_.size() &&
                   (tokens_[next].kind == Token::Kind::comma || tokens_[next].is(join) ||
                    (tokens_[next].is(between) && !is_key(next))))
                ++next;
            if (next == key + 1 || !takes(next) || !ends_well(next)) return true;
            promise(next);
            key = next;
        }
    }

    /// `die 1 drücken`, `1を`, `0から9の数字を`.
    void before_object(std::size_t i) {
        std::size_t key = i;
        for (std::size_t steps = 0; key > 0 && steps < most_between; ++steps)
            if (--key; !tokens_[key].is(between) || tokens_[key].key != 0) break;
        if (key == i || !is_key(key) || taken(key) || in_number(key)) return;
        if (key >= 2 && tokens_[key - 1].is(range) && is_key(key - 2)) {
            if (!taken(key - 2)) promise(key - 2);
            return promise_range(key - 2, key);
        }
        promise(key);
    }

    /// `press 1 for sales, 2 for support`: the second one.
    void elliptic(std::size_t i) {
        if (i == 0 || taken(i) || !is(i + 1, behind) || (is(i + 1, range) && is_key(i + 2))) return;
        const Token& before = tokens_[i - 1];
        if (before.kind == Token::Kind::comma || before.kind == Token::Kind::stop || before.is(join)) promise(i);
    }

    /// What counts on from the key before, behind a comma: `two for support`, `die 2 für Technik`, `para soporte dos`, and
    /// the `2` of `for support, 2`.
    void counts_on(std::size_t i) {
        if (taken(i) || in_number(i) || tokens_[i].key != tokens_[last_].key + 1) return;
        std::size_t first = i;  // of the words that lead to the key
        while (first > 0 && i - first < most_between && is(first - 1, between) && !is(first - 1, join)) --first;
        if (is(i + 1, behind) && !(is(i + 1, range) && is_key(i + 2))) {
            if (first > 0 && (tokens_[first - 1].kind == Token::Kind::comma || is(first - 1, join))) promise(i);
            return;
        }
        if (is_bare_choice(i) && (is_bare_choice(last_) || counts_further(i))) return promise(i);
        if (!ends_clause(i + 1) || is_figure(last_) != is_figure(i)) return;
        if (begins_with_purpose(i) || (first == i && first > 0 && begins_with_purpose(first - 1))) promise(i);
    }

    /// `2 support`: a figure begins a clause, and right behind it stands what it is for. One alone may be an address.
    bool is_bare_choice(std::size_t i) const {
        if (!language_.spaces || !is_digit(i) || i + 1 >= tokens_.size()) return false;
        const Token& next = tokens_[i + 1];
        const bool begins_clause =
            i == 0 || tokens_[i - 1].kind == Token::Kind::comma || is(i - 1, join) || is(i - 1, press);
        return begins_clause && next.kind == Token::Kind::word && next.key == 0 &&
               (next.roles & (measure | behind | range | join | press)) == 0;
    }
    /// The next clause of the sentence begins with the next figure.
    bool counts_further(std::size_t i) const {
        std::size_t next = i + 1;
        while (next < tokens_.size() && next < i + most_between && !ends_clause(next) && !is(next, join)) ++next;
        while (next < tokens_.size() && (tokens_[next].kind == Token::Kind::comma || is(next, join))) ++next;
        return is_bare_choice(next) && tokens_[next].key == tokens_[i].key + 1;
    }

    /// Whether the words from the last comma or stop before a token say first what a key is for: `for support`.
    bool begins_with_purpose(std::size_t i) const {
        std::size_t first = i;
        while (first > 0 && i - first < most_between && !ends_clause(first - 1)) --first;
        return first < i && first > 0 && tokens_[first - 1].kind == Token::Kind::comma && is(first, behind);
    }

    /// It, or one behind it, has been promised.
    bool taken(std::size_t i) const { return any_ && i <= last_; }

    const Spoken& spoken_;
    const Language& language_;
    const std::vector<Token>& tokens_;
    std::vector<Promise>& promised_;
    bool any_ = false;
    std::size_t last_ = 0;  ///< the last one that was promised
    bool rest_ = false;
};

void mention(const Spoken& spoken, KeySet& mentioned) {
    const std::vector<Token>& tokens = spoken.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].key == 0) continue;
        mentioned.add(tokens[i].key);
        if (i + 2 >= tokens.size() || tokens[i + 2].key == 0) continue;
        if (tokens[i + 1].is(range) || (spoken.has(spans) && tokens[i + 1].is(join)))
            for (char key = tokens[i].key; key < tokens[i + 2].key; ++key) mentioned.add(key);
    }
}

void sort(std::vector<Promise>& promised) {
    std::stable_sort(promised.begin(), promised.end(),
                     [](const Promise& a, const Promise& b) { return a.end < b.end; });
}

}  // namespace

MenuWords read_menu_words(Listener& listener, std::span<const Language* const> heard) {
    MenuWords menu;
    menu.dynamic = has_placeholder(listener.text());
    for (const Token& token : listener.words().tokens)
        menu.dynamic = menu.dynamic || token.kind == Token::Kind::reference;
    for (const Language& language : languages()) {
        const Spoken* spoken = listener.in(language);
        if (!spoken) continue;
        mention(*spoken, menu.mentioned);
        if (std::find(heard.begin(), heard.end(), &language) != heard.end())
            Reading(*spoken, language, menu.promised).run();
        if (!spoken->has(begins)) continue;
        for (const std::string_view phrase : language.any_key)
            menu.any_key = menu.any_key || find_phrase(*spoken, phrase);
    }
    sort(menu.promised);
    return menu;
}

bool has_foreign_part(Listener& listener, std::span<const Language* const> heard) {
    std::vector<std::size_t> speaking;  // the languages that promise a key, by their places
    for (const Language* language : heard) {
        std::vector<Promise> promised;
        if (const Spoken* spoken = listener.in(*language)) Reading(*spoken, *language, promised).run();
        if (promised.empty()) continue;
        if (!language->spaces) return false;
        speaking.push_back(static_cast<std::size_t>(language - languages().data()));
    }
    const auto knows = [&](const SpokenWord* word) {
        return word && std::any_of(speaking.begin(), speaking.end(), [&](std::size_t language) {
                   return word->meanings[language].roles != 0 || word->meanings[language].key != 0;
               });
    };
    // Names and single words that flowc does not know stand in every language.
    constexpr std::size_t fewest = 4;
    std::size_t unknown = 0;  // one behind the other
    for (const Token& token : listener.words().tokens) {
        if (token.kind == Token::Kind::comma) continue;
        const bool foreign = token.kind == Token::Kind::word && !knows(token.word);
        unknown = foreign ? unknown + 1 : 0;
        if (unknown == fewest) return true;
    }
    return false;
}

std::vector<Promise> read_promises(Listener& listener, std::span<const Language* const> heard) {
    std::vector<Promise> promised;
    for (const Language* language : heard) {
        if (language->spaces && !listener.has(*language, press)) continue;
        if (const Spoken* spoken = listener.in(*language)) Reading(*spoken, *language, promised).run();
    }
    sort(promised);
    return promised;
}

}  // namespace flowc::speech
