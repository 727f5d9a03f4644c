#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/emit.hpp"
#include "flowc/export.hpp"
#include "flowc/flow.hpp"
#include "flowc/source.hpp"

namespace FLOWC_PUBLIC flowc {

/// Which word of the source made each place of a flow's JSON. Self-contained: it holds names, lines and columns, and
/// so outlives the sources. `docs/source-map.md` describes what it looks like in a file.
///
/// A path is written as the service prints it, `Actions[13].Parameters.Text`; a key with other characters than letters,
/// digits, `_` and `-` as `Parameters.Attributes['a b']`, with `\` before `'` and `\`. The path of the document is empty.
struct SourceMap {
    static constexpr std::uint32_t no_use = std::numeric_limits<std::uint32_t>::max();

    /// A stretch of a source; `end` is the place behind its last character.
    struct Place {
        std::uint32_t source = 0;  ///< position in `sources`
        Position begin;
        Position end;
        friend bool operator==(const Place&, const Place&) = default;
    };
    /// A step that used a definition.
    struct Use {
        Place place;
        std::uint32_t outer = no_use;  ///< the use whose definition holds this step
        friend bool operator==(const Use&, const Use&) = default;
    };
    struct Mapping {
        std::string path;
        Place place;
        std::uint32_t use = no_use;  ///< for a place inside a definition: the innermost use that led there
        friend bool operator==(const Mapping&, const Mapping&) = default;
    };
    struct Found {
        const Mapping* mapping = nullptr;
        bool exact = false;  ///< false: it is the nearest place that encloses the path
    };

    std::string flow;
    std::string file;  ///< the name of the file that the flow was written to, without its folder
    std::string
        document;  ///< the key of that file under which the document stands as text; empty: the file is the document
    std::string sha256;  ///< of that file, in hexadecimal digits
    std::vector<std::string> sources;
    std::vector<Use> uses;
    std::vector<Mapping> mappings;  ///< in the order of their paths: names by their bytes, list items by their numbers

    /// The mapping of a path or of the nearest place that encloses it; null only in a map without mappings. Takes
    /// `['Text']` and `["Text"]` for `.Text`, too. Logarithmic.
    Found find(std::string_view path) const;
    /// The mapping of the shortest stretch that covers a place of a source; null where nothing came of it. Of several
    /// the first. Linear.
    const Mapping* at(std::string_view source, Position position) const;
    /// The uses that led to a mapping's place, from the inside outwards.
    std::vector<const Use*> uses_of(const Mapping& mapping) const;
    /// Whether `text` is what the file held when the map was made.
    bool speaks_of(std::string_view text) const;

    friend bool operator==(const SourceMap&, const SourceMap&) = default;
};

/// The map of what `emit` writes of a flow: of every action each value in it, and the objects and lists within its
/// parameters. Every place lies in `sources`. Without what only the file knows: `file`, `document` and `sha256`.
SourceMap source_map(const Flow& flow, const Sources& sources);

/// The same, as the text of the file beside `file`, which holds `text`, the flow emitted for `target`.
std::string emit_source_map(const Flow& flow, const Sources& sources, std::string_view file, Target target,
                            std::string_view text);

/// Reads such a file back; false, and `map` is not touched, where the text is none.
bool read_source_map(std::string_view text, SourceMap& map);

}  // namespace flowc
