#include "app/cli/program.h"

int main(int argc, char** argv) { return meridian::cli::runProgram(argc, argv); }
