#include <iostream>

#include "check_entry.hpp"
#include "read_entry.hpp"
#include "read_messages.hpp"
#include "speech.hpp"
#include "write_file.hpp"
#include "write_messages.hpp"
#include "write_tables.hpp"

int main(int argc, char** argv) {
    using namespace catalogue_gen;
    if (argc != 3) {
        std::cerr << "usage: catalogue_gen SCHEMAS_DIR OUT_DIR\n";
        return 3;
    }
    Problems problems;
    const Catalogue catalogue = read_catalogue(argv[1], problems);
    const std::vector<Message> messages = read_messages(argv[1], problems);
    for (const Entry& entry : catalogue.entries) check_entry(entry);
    check_catalogue(catalogue);
    const Speech speech = read_speech(argv[1], problems);
    for (const std::string& line : problems.lines()) std::cerr << line << '\n';
    if (!problems.empty()) return 1;

    const std::string out = argv[2];
    for (const auto& [name, text] : {std::pair{"/flowc/action_type.hpp", action_type_header(catalogue)},
                                     std::pair{"/catalogue_tables.cpp", catalogue_tables(catalogue)},
                                     std::pair{"/speech_tables.cpp", speech_tables(speech)},
                                     std::pair{"/message_tables.cpp", message_tables(messages)}}) {
        if (write_file(out + name, text)) continue;
        std::cerr << out << name << ": cannot write\n";
        return 2;
    }
    return 0;
}
