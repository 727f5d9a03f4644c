# Debian's packages: nlohmann-json3-dev, libcli11-dev, libsimdjson-dev, libyaml-dev, libmd-dev, libgtest-dev.
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(simdjson 3.0 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

# The small C libraries are linked as archives where they exist: fewer files to load at start-up.
function(flowc_c_library target module archive)
    pkg_check_modules(${module} REQUIRED IMPORTED_TARGET ${module})
    find_library(${module}_ARCHIVE NAMES ${archive})
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
