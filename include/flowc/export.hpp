#pragma once

/// Opens the namespace for what the shared library shows: everything else in it is hidden.
#define FLOWC_PUBLIC [[gnu::visibility("default")]]
