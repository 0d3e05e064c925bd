#include "core/base/error.h"

namespace meridian {

std::string_view errorName(ErrorCode code) {
  switch (code) {
#define X(enumerator, name, cls)                                                                             \
  case ErrorCode::enumerator:                                                                                \
    return name;
    MERIDIAN_ERROR_CODES(X)
#undef X
  }
  return "internal";
}

ErrorClass errorClass(ErrorCode code) {
  switch (code) {
#define X(enumerator, name, cls)                                                                             \
  case ErrorCode::enumerator:                                                                                \
    return ErrorClass::cls;
    MERIDIAN_ERROR_CODES(X)
#undef X
  }
  return ErrorClass::Damaged;
}

} // namespace meridian
