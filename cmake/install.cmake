# What `cmake --install` puts where, in three parts, which are packages of their own: tool, library, development.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(FLOWC_ZSH_COMPLETIONS ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING "Where zsh looks for completions")
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/flowc)

install(TARGETS flowc_cli RUNTIME COMPONENT tool)
install(FILES ${FLOWC_MANUAL}/flowc.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME flowc
    COMPONENT tool)
install(FILES ${FLOWC_MANUAL}/_flowc DESTINATION ${FLOWC_ZSH_COMPLETIONS} COMPONENT tool)
install(FILES ${FLOWC_MANUAL}/flowc.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tool)
install(DIRECTORY ${FLOWC_MANUAL}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tool FILES_MATCHING PATTERN *.1)

install(TARGETS flowc EXPORT flowc
    LIBRARY COMPONENT library NAMELINK_COMPONENT development
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
# Apart from the other, for only this one wants libraries to be found.
install(TARGETS flowc_static EXPORT flowc_static
    ARCHIVE COMPONENT development
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/flowc DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES ${FLOWC_GENERATED}/flowc/action_type.hpp ${FLOWC_GENERATED}/flowc/version.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/flowc
    COMPONENT development)

install(EXPORT flowc NAMESPACE flowc:: DESTINATION ${package_folder} FILE flowc-targets.cmake COMPONENT development)
install(EXPORT flowc_static NAMESPACE flowc:: DESTINATION ${package_folder} FILE flowc-static-targets.cmake COMPONENT development)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/flowc-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/flowc-config.cmake ${PROJECT_BINARY_DIR}/flowc-config-version.cmake DESTINATION ${package_folder}
    COMPONENT development)

# Found from where the file itself lies, so that what is installed can be moved.
file(RELATIVE_PATH FLOWC_PREFIX /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
string(REGEX REPLACE "/$" "" FLOWC_PREFIX ${FLOWC_PREFIX})
configure_file(cmake/flowc.pc.in flowc.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/flowc.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

# Debian's packages have a form of their own for this.
if(NOT FLOWC_DEBIAN_PACKAGES)
    install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tool)
    install(FILES flowdsl/LANGUAGE.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/flowdsl COMPONENT tool)
    install(DIRECTORY docs samples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tool
        PATTERN node_modules EXCLUDE PATTERN __pycache__ EXCLUDE)

    # Of what is linked in, or compiled in as headers. Named after the packages that the texts come with.
    set(licences /usr/share/doc/nlohmann-json3-dev /usr/share/doc/libcli11-dev)
    if(FLOWC_ARCHIVES)
        list(APPEND licences /usr/share/doc/libyaml-dev /usr/share/doc/libmd-dev)
    endif()
    if(FLOWC_STATIC)
        list(APPEND licences /usr/share/doc/libc6 /usr/share/doc/libstdc++6)
    endif()
    foreach(component tool library)
        set(to DESTINATION ${CMAKE_INSTALL_DOCDIR}/licences COMPONENT ${component})
        install(FILES LICENSE ${to} RENAME flowc)
        if(FLOWC_SIMDJSON_SOURCE)
            install(FILES ${FLOWC_SIMDJSON_SOURCE}/LICENSE ${to} RENAME simdjson)
        endif()
        foreach(folder ${licences})
            get_filename_component(package ${folder} NAME)
            install(FILES ${folder}/copyright ${to} RENAME ${package} OPTIONAL)
        endforeach()
    endforeach()
endif()
