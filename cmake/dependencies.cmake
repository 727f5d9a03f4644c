# Debian's packages: nlohmann-json3-dev, libcli11-dev, libsimdjson-dev, libyaml-dev, libmd-dev, libgtest-dev.
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

# Debian ships simdjson as a shared library alone, and loading that takes longer than compiling a flow. So a release
# has an archive of its own where the source is at hand; docs/performance.md tells more.
set(FLOWC_SIMDJSON_SOURCE "" CACHE PATH "Folder of simdjson's source, to link it as an archive")
if(FLOWC_SIMDJSON_SOURCE)
    add_library(flowc_simdjson STATIC ${FLOWC_SIMDJSON_SOURCE}/src/simdjson.cpp)
    target_include_directories(flowc_simdjson SYSTEM PUBLIC ${FLOWC_SIMDJSON_SOURCE}/include)
    target_include_directories(flowc_simdjson SYSTEM PRIVATE ${FLOWC_SIMDJSON_SOURCE}/src)
    set_target_properties(flowc_simdjson PROPERTIES POSITION_INDEPENDENT_CODE ON)  # a part of the shared library, too
    add_library(simdjson::simdjson ALIAS flowc_simdjson)
else()
    # Its package file takes no other minor version for compatible, so the version is not asked of it.
    find_package(simdjson REQUIRED)
endif()

# The small C libraries are linked as archives where they exist: fewer files to load at start-up. A distribution's packages
# share them, so that they are mended in one place.
option(FLOWC_ARCHIVES "Link libyaml and libmd into the tool" ON)
function(flowc_c_library target module archive)
    pkg_check_modules(${module} REQUIRED IMPORTED_TARGET ${module})
    if(FLOWC_ARCHIVES)
        find_library(${module}_ARCHIVE NAMES ${archive})
    endif()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${${module}_INCLUDE_DIRS})
    if(${module}_ARCHIVE)
        target_link_libraries(${target} INTERFACE ${${module}_ARCHIVE})
    else()
        target_link_libraries(${target} INTERFACE PkgConfig::${module})
    endif()
endfunction()

flowc_c_library(flowc_yaml yaml-0.1 libyaml.a)
flowc_c_library(flowc_md libmd libmd.a)
