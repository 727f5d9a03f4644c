# Debian packages, one for each part that is installed: flowc, libflowc0.1 and libflowc-dev.
set(library_package libflowc${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(package_version ${PROJECT_VERSION}-1)
set(about "Compiles Amazon Connect contact flows from short YAML files to the JSON that
the service takes, and finds in flows what the service would refuse, with the
place and what to write instead.")

# Who made the last commit answers for the packages, and its time is theirs.
execute_process(COMMAND git log -1 "--format=%an <%ae>" WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    OUTPUT_VARIABLE maintainer OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND git log -1 --format=%aD WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME flowc)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each part has a line of its own
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_COMPONENTS_ALL tool library development)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${maintainer})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)

set(CPACK_DEBIAN_TOOL_PACKAGE_NAME flowc)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_TOOL_DESCRIPTION "compiler and linter for Amazon Connect contact flows
${about}")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${library_package})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/triggers)
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "compiler and linter for contact flows (shared library)
${about}

This package holds the library for programs that are linked with it.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libflowc-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# The library in the same version, and what its archive is linked with.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "${library_package} (= ${package_version}), libmd-dev, libsimdjson-dev, libyaml-dev")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "compiler and linter for contact flows (development files)
${about}

This package holds the headers, the archive, and what CMake and pkg-config
read.")

# What Debian's policy asks of every package: its licence, the licences of the headers that are compiled into it, and its
# changes.
file(WRITE ${PROJECT_BINARY_DIR}/changelog.Debian "flowc (${package_version}) unstable; urgency=medium

  * What has changed for users stands in changelog.gz.

 -- ${maintainer}  ${date}
")
configure_file(CHANGELOG.md changelog COPYONLY)
execute_process(COMMAND gzip -9nf changelog changelog.Debian WORKING_DIRECTORY ${PROJECT_BINARY_DIR}
    COMMAND_ERROR_IS_FATAL ANY)
foreach(component ${CPACK_COMPONENTS_ALL})
    string(TOUPPER ${component} part)
    set(folder ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${part}_PACKAGE_NAME})
    install(FILES packaging/copyright ${PROJECT_BINARY_DIR}/changelog.gz ${PROJECT_BINARY_DIR}/changelog.Debian.gz
        DESTINATION ${folder} COMPONENT ${component})
endforeach()
install(CODE "
    file(GLOB pages \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_MANDIR}/man1/*.1\")
    execute_process(COMMAND gzip -9nf \${pages} COMMAND_ERROR_IS_FATAL ANY)" COMPONENT tool)

include(CPack)
