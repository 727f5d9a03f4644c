# flowc::flowc is the shared library, flowc::flowc_static the archive.
include(${CMAKE_CURRENT_LIST_DIR}/flowc-targets.cmake)
