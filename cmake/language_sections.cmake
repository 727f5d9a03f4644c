# The language's reference as an array of its sections: cmake -D REFERENCE=LANGUAGE.md -D OUTPUT=sections.cpp -P this
file(READ ${REFERENCE} text)
foreach(heading "## " "### ")
    string(REPLACE "\n${heading}" "\n)flowc\",\n    R\"flowc(${heading}" text "${text}")
endforeach()
file(WRITE ${OUTPUT} "#include \"explain/language_section.hpp\"

namespace flowc::cli {

static constexpr std::string_view sections[] = {
    R\"flowc(${text})flowc\",
};

std::span<const std::string_view> language_sections() { return sections; }

}  // namespace flowc::cli
")
