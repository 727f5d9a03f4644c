#include "flowc/version.hpp"

namespace flowc {

std::string_view version() { return FLOWC_VERSION; }

}  // namespace flowc
