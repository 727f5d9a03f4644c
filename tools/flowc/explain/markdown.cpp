#include "explain/markdown.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "explain/language_topic.hpp"

namespace flowc::cli {

namespace {

std::string_view cut_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Without emphasis, and links as what they show; one that leads to a section of the language says how to read that.
std::string plain(std::string_view text) {
    std::string words;
    bool in_code = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '`') in_code = !in_code;
        if (!in_code && text[i] == '*') continue;
        if (const std::size_t end = in_code || text[i] != '[' ? std::string_view::npos : text.find("](", i);
            end != std::string_view::npos) {
            words += text.substr(i + 1, end - i - 1);
            i = std::min(text.find(')', end), text.size() - 1);
            const std::string_view link = text.substr(end + 2, i - end - 2);
            if (const auto name = link.starts_with('#') ? asked_as(link.substr(1)) : std::string_view{}; !name.empty())
                words += " (`flowc explain " + std::string{name} + "`)";
            continue;
        }
        words += text[i];
    }
    return words;
}

/// `<!-- refused: missing-option; fragment of: steps -->`: what is expected of the example below it.
std::string remark(std::string_view comment) {
    for (const std::string_view word : {"refused", "warns"}) {
        const std::size_t at = comment.find(std::string{word} + ": ");
        if (at == std::string_view::npos) continue;
        std::string_view rule = comment.substr(at + word.size() + 2);
        rule = rule.substr(0, rule.find_first_of("; "));
        return std::string{word == "refused" ? "Refused by `" : "Warned of by `"} + std::string{rule} + "`:";
    }
    return {};
}

/// What stands between the bars of a table's row.
std::vector<std::string> cells(std::string_view row) {
    std::vector<std::string> found;
    for (row.remove_prefix(1); !row.empty();) {
        const std::size_t end = std::min(row.find('|'), row.size());
        found.push_back(plain(trim(row.substr(0, end))));
        row.remove_prefix(std::min(end + 1, row.size()));
    }
    return found;
}

/// `| option | what it says |` as `option: what it says`; further columns with what stands above them.
std::string sentence(const std::vector<std::string>& row, const std::vector<std::string>& heading) {
    std::string words;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].empty()) continue;
        if (i == 1) words += ": ";
        if (i > 1) words += "; " + (i < heading.size() ? heading[i] + " " : std::string{});
        words += row[i];
    }
    return words;
}

class Printer {
  public:
    Printer(Page& page, std::size_t indent) : page_(page), indent_(indent) {}

    void print(std::string_view text) {
        while (!text.empty()) line(cut_line(text));
        end_block();
    }

  private:
    void line(std::string_view text) {
        if (!fence_.empty()) {
            if (text == fence_) fence_ = {};
            else page_.verbatim(text, 4);
        } else if (text.starts_with("```")) {
            end_block();
            page_.verbatim("");
            fence_ = text.substr(0, text.find_first_not_of('`'));
        } else if (text.starts_with("# ")) {
            page_.title(text.substr(2));
        } else if (text.starts_with('#')) {
            end_block();
            page_.heading(text.substr(text.find(' ') + 1));
        } else if (text.starts_with("<!--")) {
            end_block();
            paragraph_ = remark(text);
        } else if (text.starts_with('|')) {
            table(text);
        } else if (text.empty()) {
            end_block();
        } else {
            paragraph(text);
        }
    }

    void paragraph(std::string_view text) {
        const bool is_item = text.starts_with("- ");
        if (text.starts_with("**")) end_block();
        if (is_item) {
            end_paragraph();
            if (!in_list_) page_.verbatim("");
            in_list_ = true;
        }
        rows_ = 0;
        if (!paragraph_.empty()) paragraph_ += ' ';
        paragraph_ += plain(text);
    }

    /// The first two rows are the heading and a line.
    void table(std::string_view text) {
        if (rows_ == 0) {
            end_block();
            heading_ = cells(text);
        }
        if (++rows_ == 3) page_.verbatim("");
        if (rows_ > 2) page_.paragraph(sentence(cells(text), heading_), indent_, 4);
    }

    void end_block() {
        end_paragraph();
        in_list_ = false;
    }

    void end_paragraph() {
        rows_ = 0;
        if (paragraph_.empty()) return;
        if (!in_list_) page_.verbatim("");
        page_.paragraph(paragraph_, indent_, in_list_ ? 2 : 0);
        paragraph_.clear();
    }

    Page& page_;
    std::size_t indent_;
    std::string paragraph_;
    bool in_list_ = false;
    std::size_t rows_ = 0;  ///< of the table at hand
    std::vector<std::string> heading_;
    std::string_view fence_;  ///< of the example at hand, which ends with the same; empty: there is none
};

}  // namespace

void print_markdown(Page& page, std::string_view text, std::size_t indent) { Printer(page, indent).print(text); }

}  // namespace flowc::cli
