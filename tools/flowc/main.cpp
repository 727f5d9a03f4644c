#include "command.hpp"

int main(int argc, char** argv) {
    return static_cast<int>(flowc::cli::run_command({argv + (argc > 0 ? 1 : 0), argv + argc}));
}
