#include "app/session/addresses.h"

namespace meridian::app {

replica::RelayAddress toReplica(const protocol::RelayAddress& address) {
  replica::RelayAddress kept;
  kept.url = address.url();
  kept.identity = address.identity;
  if (address.pin) kept.pin.assign(address.pin->bytes.begin(), address.pin->bytes.end());
  if (address.code) kept.foundingCode = toBase64Url(address.code->view());
  return kept;
}

store::ReceiptRow toReplica(const envelope::Receipt& receipt) {
  return {.change = receipt.change,
          .relay = receipt.relay,
          .at = receipt.at,
          .forBlobs = receipt.kind == envelope::Receipt::Kind::Blobs,
          .bytes = envelope::encodeReceipt(receipt)};
}

Result<protocol::RelayAddress> toProtocol(const replica::RelayAddress& address) {
  std::string line = address.url;
  if (!line.ends_with('/')) line += '/';
  line += "#id=" + toBase64Url(address.identity.view());
  if (!address.pin.empty()) line += "&pin=" + toBase64Url(address.pin);
  if (!address.foundingCode.empty()) line += "&code=" + address.foundingCode;
  return protocol::RelayAddress::parse(line);
}

} // namespace meridian::app
