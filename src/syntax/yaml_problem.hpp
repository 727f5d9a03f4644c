#pragma once

#include <yaml.h>

#include <string>
#include <string_view>

#include "syntax/yaml_stream.hpp"

namespace flowc {

/// What stopped libyaml, in words for people, with the best place; offsets are bytes of the stream's text.
struct YamlProblem {
    bool directive = false;  ///< a directive is at fault, not the text itself
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string message;
    std::uint32_t label = 0;
    std::string label_text;  ///< empty: no second place
};

/// Whether libyaml took a document for ended before the place of its error.
bool is_behind_document(const yaml_parser_t& parser);

/// To be asked after libyaml gave an error.
YamlProblem explain_problem(YamlStream& stream);

}  // namespace flowc
