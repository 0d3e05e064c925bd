#include "sync/client/websocket_transport.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <random>
#include <thread>
#include <utility>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <openssl/sha.h>
#include <openssl/x509.h>

#include "core/base/limits.h"

namespace meridian::client {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Tcp = asio::ip::tcp;
using beast::error_code;
using Stream = websocket::stream<beast::ssl_stream<beast::tcp_stream>>;

namespace {

bool hasPin(X509* certificate, const protocol::TlsPin& pin) {
  unsigned char* der = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
  if (size <= 0) return false;
  protocol::TlsPin found;
  SHA256(der, static_cast<std::size_t>(size), found.bytes.data());
  OPENSSL_free(der);
  return found == pin;
}

} // namespace

// One attempt and the connection that it became. A new one for every attempt, so that a late handler of an
// old connection can never touch the next one.
struct Link {
  Link(asio::io_context& context, asio::ssl::context& tls) : resolver(context), stream(context, tls) {}
  Tcp::resolver resolver;
  Stream stream;
  beast::flat_buffer buffer;
  bool wrongCertificate = false;
  bool ended = false;
};

struct WebSocketTransport::State {
  State(WebSocketOptions o, TransportEvents e)
      : options(std::move(o)), events(std::move(e)), tls(asio::ssl::context::tls_client), retry(context) {
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_3_VERSION);
    if (!options.address.pin) {
      error_code ignored;
      tls.set_default_verify_paths(ignored);
    }
  }

  WebSocketOptions options;
  TransportEvents events;
  asio::io_context context{1};
  asio::ssl::context tls;
  asio::steady_timer retry;
  std::thread thread;
  std::shared_ptr<Link> link;
  std::minstd_rand jitter{std::random_device{}()}; // spreads retries; nothing secret
  int failures = 0;
  bool closing = false;

  std::mutex mutex; // guards what follows; send() comes from any thread
  std::deque<Bytes> queue;
  std::size_t queuedBytes = 0;
  bool isConnected = false, wasFull = false, isWriting = false;

  void attempt() {
    if (closing) return;
    auto now = link = std::make_shared<Link>(context, tls);
    now->resolver.async_resolve(options.address.host, std::to_string(options.address.port),
                                [this, now](error_code ec, const Tcp::resolver::results_type& results) {
                                  if (ec) return end(now, ErrorCode::RelayUnreachable, ec);
                                  connect(now, results);
                                });
  }
  void connect(const std::shared_ptr<Link>& now, const Tcp::resolver::results_type& results) {
    if (now->ended) return;
    auto& lowest = beast::get_lowest_layer(now->stream);
    lowest.expires_after(options.connectTimeout);
    lowest.async_connect(results, [this, now](error_code ec, const Tcp::endpoint&) {
      if (ec) return end(now, ErrorCode::RelayUnreachable, ec);
      error_code ignored;
      beast::get_lowest_layer(now->stream).socket().set_option(Tcp::no_delay(true), ignored);
      handshake(now);
    });
  }
  void handshake(const std::shared_ptr<Link>& now) {
    if (now->ended) return;
    auto& secure = now->stream.next_layer();
    const auto& host = options.address.host;
    error_code notAName;
    asio::ip::make_address(host, notAName);
    if (notAName) SSL_set_tlsext_host_name(secure.native_handle(), host.c_str());
    secure.set_verify_mode(asio::ssl::verify_peer);
    auto* raw = now.get(); // the callback lives in the stream, which lives in the link
    secure.set_verify_callback([this, raw](bool trusted, asio::ssl::verify_context& verify) {
      // With a pin the key itself is trusted, whoever vouches for it and whatever its dates say.
      if (options.address.pin) {
        auto* store = verify.native_handle();
        if (X509_STORE_CTX_get_error_depth(store) != 0) return true;
        trusted = hasPin(X509_STORE_CTX_get_current_cert(store), *options.address.pin);
      } else {
        trusted = asio::ssl::host_name_verification(options.address.host)(trusted, verify);
      }
      raw->wrongCertificate |= !trusted;
      return trusted;
    });
    secure.async_handshake(asio::ssl::stream_base::client, [this, now](error_code ec) {
      if (now->wrongCertificate) return end(now, ErrorCode::RelayCertificateChanged, ec);
      if (ec) return end(now, ErrorCode::RelayUnreachable, ec);
      upgrade(now);
    });
  }
  void upgrade(const std::shared_ptr<Link>& now) {
    if (now->ended) return;
    beast::get_lowest_layer(now->stream).expires_never();
    now->stream.set_option(websocket::stream_base::timeout{.handshake_timeout = options.connectTimeout,
                                                           .idle_timeout = options.idleTimeout,
                                                           .keep_alive_pings = true});
    now->stream.read_message_max(0); // read() has one
    now->stream.binary(true);
    now->stream.async_handshake(options.address.host + ":" + std::to_string(options.address.port), "/",
                                [this, now](error_code ec) {
                                  if (ec) return end(now, ErrorCode::RelayUnreachable, ec);
                                  if (now->ended) return;
                                  {
                                    const std::lock_guard lock(mutex);
                                    isConnected = true;
                                  }
                                  if (events.connected) events.connected();
                                  read(now);
                                });
  }
  void read(const std::shared_ptr<Link>& now) {
    // In pieces: the library, given the limit, would wait until a relay that sends too much has taken its
    // leave.
    const auto room = limits::frameBytes + 1 - now->buffer.size();
    now->stream.async_read_some(now->buffer, room, [this, now](error_code ec, std::size_t) {
      if (now->ended) return;
      if (ec == beast::error::timeout) return end(now, ErrorCode::Timeout, ec);
      if (ec) return end(now, ErrorCode::RelayUnreachable, ec);
      // Of the relay's making, as garbage is: nothing that a person wrote is too large.
      if (now->buffer.size() > limits::frameBytes) return end(now, ErrorCode::ProtocolViolation, ec);
      if (!now->stream.got_binary()) return end(now, ErrorCode::ProtocolViolation, ec);
      if (!now->stream.is_message_done()) return read(now);
      failures = 0;
      const auto data = now->buffer.cdata();
      const auto* bytes = static_cast<const std::uint8_t*>(data.data());
      Bytes frame(bytes, bytes + data.size());
      now->buffer.consume(data.size());
      if (events.frame) events.frame(std::move(frame));
      if (!now->ended) read(now);
    });
  }
  void write() {
    if (!link || link->ended || isWriting) return;
    asio::const_buffer next;
    {
      const std::lock_guard lock(mutex);
      if (queue.empty() || !isConnected) return;
      next = asio::buffer(queue.front()); // stays put: a deque moves nothing when it grows at its end
    }
    isWriting = true;
    link->stream.async_write(next, [this, now = link](error_code ec, std::size_t) {
      isWriting = false;
      if (now->ended) return write(); // the next connection may have waited for this one's last write
      if (ec) return end(now, ErrorCode::RelayUnreachable, ec);
      bool tell = false;
      {
        const std::lock_guard lock(mutex);
        queuedBytes -= queue.front().size();
        queue.pop_front();
        if (wasFull && queuedBytes <= options.queueBytesMax / 2) tell = std::exchange(wasFull, false);
      }
      if (tell && events.writable) events.writable();
      write();
    });
  }

  void end(const std::shared_ptr<Link>& now, ErrorCode code, error_code reason) {
    if (std::exchange(now->ended, true)) return;
    error_code ignored;
    now->resolver.cancel();
    beast::get_lowest_layer(now->stream).socket().close(ignored);
    {
      const std::lock_guard lock(mutex);
      isConnected = wasFull = false;
      queuedBytes = 0;
      // A write in progress still points into the first frame.
      if (isWriting && !queue.empty()) spent = std::move(queue.front());
      queue.clear();
    }
    if (closing) return;
    if (events.disconnected) events.disconnected(Error{code, reason.message()});
    const auto pause = std::min(options.retryMax, options.retryMin * (1 << std::min(failures, 16)));
    ++failures;
    std::uniform_int_distribution<std::int64_t> shortened(pause.count() / 2, pause.count());
    retry.expires_after(std::chrono::milliseconds(shortened(jitter)));
    retry.async_wait([this](error_code stop) {
      if (!stop) attempt();
    });
  }
  Bytes spent; // moving a vector keeps its bytes where they are
};

WebSocketTransport::WebSocketTransport(WebSocketOptions options, TransportEvents events)
    : m_state(std::make_unique<State>(std::move(options), std::move(events))) {}

WebSocketTransport::~WebSocketTransport() { close(); }

void WebSocketTransport::open() {
  if (m_state->thread.joinable()) return;
  asio::post(m_state->context, [state = m_state.get()] { state->attempt(); });
  m_state->thread = std::thread([state = m_state.get()] {
    const auto work = asio::make_work_guard(state->context);
    for (;;) {
      try {
        state->context.run();
        return;
      } catch (const std::bad_alloc&) { // a handler was lost: the connection begins anew
        if (state->link) state->end(state->link, ErrorCode::OutOfMemory, {});
      }
    }
  });
}

bool WebSocketTransport::send(Bytes frame) {
  auto& state = *m_state;
  {
    const std::lock_guard lock(state.mutex);
    if (!state.isConnected) return false;
    if (!state.queue.empty() && state.queuedBytes + frame.size() > state.options.queueBytesMax) {
      state.wasFull = true;
      return false;
    }
    state.queuedBytes += frame.size();
    state.queue.push_back(std::move(frame));
  }
  asio::post(state.context, [raw = &state] { raw->write(); });
  return true;
}

void WebSocketTransport::reconnect() {
  asio::post(m_state->context, [state = m_state.get()] {
    if (state->link) state->end(state->link, ErrorCode::Offline, {});
  });
}

void WebSocketTransport::close() {
  if (!m_state->thread.joinable()) return;
  asio::post(m_state->context, [state = m_state.get()] {
    state->closing = true;
    state->retry.cancel();
    if (state->link) state->end(state->link, ErrorCode::Offline, {});
    state->context.stop();
  });
  m_state->thread.join();
}

} // namespace meridian::client
