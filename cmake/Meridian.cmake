# The two ways a target is made here: meridian_library() for a room of the tree, meridian_test() for
# one test binary. Both carry the same language level, warnings and sanitizers.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(meridian_options INTERFACE)
target_include_directories(meridian_options INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}")
target_compile_options(meridian_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:$<TARGET_PROPERTY:MERIDIAN_QT_TEST_NARROWS>>:-Wno-conversion>
  $<IF:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>,-Wno-subobject-linkage,-Wshadow>
  $<$<BOOL:${MERIDIAN_WERROR}>:-Werror>)
foreach(sanitizer IN LISTS MERIDIAN_SANITIZE)
  target_compile_options(meridian_options INTERFACE -fsanitize=${sanitizer} -fno-omit-frame-pointer)
  target_link_options(meridian_options INTERFACE -fsanitize=${sanitizer})
endforeach()
if(MERIDIAN_SANITIZE)
  set(overlooked "${PROJECT_SOURCE_DIR}/tests/support/overlooked.cpp")
  target_sources(meridian_options INTERFACE "$<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${overlooked}>")
endif()
if("undefined" IN_LIST MERIDIAN_SANITIZE)
  # What is found ends the test. Under GCC, checks for null and alignment at each access make compiling three times
  # as long; AddressSanitizer meets the first, and preset fuzz, with clang, has both.
  target_compile_options(meridian_options INTERFACE -fno-sanitize-recover=all
    $<$<CXX_COMPILER_ID:GNU>:-fno-sanitize=null,alignment>)
endif()

if("thread" IN_LIST MERIDIAN_SANITIZE)
  # Asio's own fences, which ThreadSanitizer does not know and GCC therefore refuses; its queues are under mutexes.
  target_compile_definitions(meridian_options INTERFACE BOOST_ASIO_DISABLE_FENCED_BLOCK)
  # GCC's manual: sanitizers make it warn where there is nothing. The other presets look for this.
  target_compile_options(meridian_options INTERFACE
    "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>")
endif()

# What nearly every file reads, compiled once for all that are built alike. A compiler's cache goes by a file with all
# that it reads, so with one each file reads for itself, which also shows what it forgot to include.
set(precompiling ON)
if(CMAKE_CXX_COMPILER_LAUNCHER)
  set(precompiling OFF)
endif()
option(MERIDIAN_PRECOMPILE "Precompile the headers of the standard library and of Qt Test" ${precompiling})
# The sources of a library compiled several at a time, which reads headers and makes templates once for them all.
option(MERIDIAN_UNITY "Compile the sources of a library several at a time" ${precompiling})
set(MERIDIAN_STANDARD_HEADERS <algorithm> <array> <chrono> <cstdint> <deque> <expected> <filesystem> <functional>
  <map> <memory> <mutex> <optional> <set> <span> <string> <string_view> <unordered_map> <variant> <vector>)
if(MERIDIAN_PRECOMPILE)
  set(nothing "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp")
  file(CONFIGURE OUTPUT "${nothing}" CONTENT "")
  add_library(meridian_precompiled STATIC "${nothing}")
  target_link_libraries(meridian_precompiled PRIVATE meridian_options)
  target_precompile_headers(meridian_precompiled PRIVATE ${MERIDIAN_STANDARD_HEADERS})
endif()

# meridian_library(NAME SOURCES a.cpp … [PUBLIC target …] [PRIVATE target …] [PRECOMPILE <header> …])
# PRECOMPILE: headers that nearly all of its sources read, and that weigh more than they do together; they are
# compiled one by one then.
function(meridian_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE;PRECOMPILE" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC meridian_options ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  if(MERIDIAN_PRECOMPILE AND arg_PRECOMPILE)
    target_precompile_headers(${name} PRIVATE ${MERIDIAN_STANDARD_HEADERS} ${arg_PRECOMPILE})
  elseif(MERIDIAN_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM meridian_precompiled)
  endif()
  if(NOT arg_PRECOMPILE)
    meridian_compile_together(${name})
  endif()
endfunction()

# What one source keeps to itself the others see then: no two may give one name to it. What that hides or lets out
# is no matter, and where each is compiled by itself the compiler looks for it (meridian_options).
# A source with a hook for planted bugs stands alone: it is there a second time, with bugs, and stands in for the first.
function(meridian_compile_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${MERIDIAN_UNITY} UNITY_BUILD_BATCH_SIZE 6)
  if(MERIDIAN_UNITY AND MERIDIAN_PLANT)
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
      meridian_has_hook(${source} hooked)
      if(hooked)
        set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
      endif()
    endforeach()
  endif()
endfunction()

# Whether a source asks for planted bugs (core/base/planted.h), or defines them.
function(meridian_has_hook source result)
  get_filename_component(file "${source}" ABSOLUTE)
  set(hooks)
  if(EXISTS "${file}")
    file(STRINGS "${file}" hooks REGEX "planted\\(" LIMIT_COUNT 1)
  endif()
  if(hooks)
    set(${result} TRUE PARENT_SCOPE)
  else()
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

# For whatever uses Qt Test. In later versions QTRY_… narrows a duration where it is expanded, in our files.
function(meridian_links_qt_test target)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
  target_link_libraries(${target} PRIVATE meridian_options Qt6::Test)
  if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    set_target_properties(${target} PROPERTIES MERIDIAN_QT_TEST_NARROWS ON)
  endif()
endfunction()

# Makes what those of the sources that are named include of themselves as NAME.moc. AUTOMOC would look through every
# target anew and compile a file for it in which nothing stands: a third of what a small test costs.
function(meridian_moc target)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/${target}_moc")
  foreach(source IN LISTS ARGN)
    get_filename_component(name "${source}" NAME_WE)
    file(STRINGS "${source}" included REGEX "#include \"${name}\\.moc\"" LIMIT_COUNT 1)
    if(included)
      qt6_generate_moc("${source}" "${folder}/${name}.moc" TARGET ${target})
      target_sources(${target} PRIVATE "${folder}/${name}.moc")
    endif()
  endforeach()
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()

# Tests without a screen read Qt Test and RapidCheck precompiled. Where a test lies is what would tell them apart.
function(meridian_precompile_test name)
  get_target_property(libraries ${name} LINK_LIBRARIES)
  if(NOT MERIDIAN_PRECOMPILE OR "${libraries}" MATCHES "Qt6::[^T]|meridian_qml|meridian_(app|app_models|app_text)(;|$)")
    return()
  endif()
  set(shared meridian_precompiled_test)
  set(options -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
  if(NOT TARGET ${shared})
    find_package(rapidcheck REQUIRED)
    add_library(${shared} OBJECT "${PROJECT_BINARY_DIR}/precompiled.cpp")
    meridian_links_qt_test(${shared})
    target_link_libraries(${shared} PRIVATE rapidcheck)
    target_compile_options(${shared} PRIVATE ${options})
    target_precompile_headers(${shared} PRIVATE ${MERIDIAN_STANDARD_HEADERS} <QtTest> <rapidcheck.h>)
  endif()
  target_compile_options(${name} PRIVATE ${options})
  target_precompile_headers(${name} REUSE_FROM ${shared})
endfunction()

# meridian_timeout(SECONDS test …): how long tests may take; with sanitizers, everything takes several times as long.
function(meridian_timeout seconds)
  if(MERIDIAN_SANITIZE)
    math(EXPR seconds "${seconds} * 5")
  endif()
  set_tests_properties(${ARGN} PROPERTIES TIMEOUT ${seconds})
endfunction()

# meridian_test(NAME SOURCES test_x.cpp … LIBRARIES target … [DEFINITIONS …] [LABELS unit] [ALONE])
# One class of Qt Test, registered with ctest under its own name. The tests of a folder are one program,
# FOLDER_tests, told which of them to run: what they read is read once for several, and linked once for all. So each
# keeps what it has, QTEST_…MAIN included, in a namespace that is called as its file, which is the first source.
# ALONE: a program of its own, for what replaces the system's calls or needs another main().
# ctest tries a property with the same cases every time, so that its answer is about the code; the program started by
# itself draws new ones.
function(meridian_test name)
  cmake_parse_arguments(arg "ALONE" "" "SOURCES;LIBRARIES;DEFINITIONS;LABELS" ${ARGN})
  if(arg_ALONE)
    set(program ${name})
    set(command ${name})
    add_executable(${program} ${arg_SOURCES})
    meridian_links_qt_test(${program})
  else()
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
    set(program ${folder}_tests)
    list(GET arg_SOURCES 0 first)
    cmake_path(GET first STEM test)
    set(command ${program} ${test})
    if(NOT TARGET ${program})
      add_executable(${program})
      meridian_links_qt_test(${program})
      cmake_language(EVAL CODE "cmake_language(DEFER CALL meridian_finish_tests ${program})")
    endif()
    set_property(TARGET ${program} APPEND PROPERTY MERIDIAN_TESTS ${test})
    target_sources(${program} PRIVATE ${arg_SOURCES})
  endif()
  meridian_moc(${program} ${arg_SOURCES})
  target_link_libraries(${program} PRIVATE ${arg_LIBRARIES})
  target_compile_definitions(${program} PRIVATE MERIDIAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ${arg_DEFINITIONS})
  if(arg_ALONE)
    meridian_precompile_test(${program})
  endif()
  add_test(NAME ${name} COMMAND ${command})
  if(NOT arg_LABELS)
    set(arg_LABELS unit)
  endif()
  set(environment "RC_PARAMS=set:seed=20210311")
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" ENVIRONMENT_MODIFICATION "${environment}")
  meridian_timeout(120 ${name})
endfunction()

# The main() of a folder's program, once all of its tests are known.
function(meridian_finish_tests program)
  get_target_property(tests ${program} MERIDIAN_TESTS)
  set(declared "")
  set(listed "")
  foreach(test IN LISTS tests)
    string(APPEND declared "namespace ${test} {\nint main(int argc, char** argv);\n}\n")
    string(APPEND listed "    {\"${test}\", ${test}::main},\n")
  endforeach()
  set(main "${CMAKE_CURRENT_BINARY_DIR}/${program}.cpp")
  configure_file("${PROJECT_SOURCE_DIR}/tests/support/tests_of_folder.cpp.in" "${main}" @ONLY)
  target_sources(${program} PRIVATE "${main}")
  set_source_files_properties("${main}" PROPERTIES SKIP_PRECOMPILE_HEADERS ON) # it reads next to nothing
  meridian_precompile_test(${program})
  # Nothing keeps apart what does not call itself a test.
  get_target_property(sources ${program} SOURCES)
  list(FILTER sources EXCLUDE REGEX "^test_")
  set_source_files_properties(${sources} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  set_target_properties(${program} PROPERTIES UNITY_BUILD ${MERIDIAN_UNITY} UNITY_BUILD_BATCH_SIZE 6)
endfunction()

# Adds every direct subfolder that has a CMakeLists.txt, in alphabetical order.
function(meridian_add_rooms)
  file(GLOB rooms RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" CONFIGURE_DEPENDS "*/CMakeLists.txt")
  list(SORT rooms)
  foreach(room IN LISTS rooms)
    get_filename_component(folder "${room}" DIRECTORY)
    add_subdirectory("${folder}")
  endforeach()
endfunction()
