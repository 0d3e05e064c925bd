#include "tests/sync_relay/tls_peer.h"

#include <atomic>
#include <chrono>
#include <thread>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

namespace meridian::test {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Tcp = asio::ip::tcp;
using beast::error_code;
using Secure = beast::ssl_stream<beast::tcp_stream>;

namespace {

Tcp::endpoint loopback(std::uint16_t port) { return {asio::ip::address_v4::loopback(), port}; }

} // namespace

std::string https(std::uint16_t port, const std::string& request) {
  asio::io_context context;
  asio::ssl::context tls(asio::ssl::context::tls_client);
  Secure stream(context, tls);
  error_code ec;
  beast::get_lowest_layer(stream).socket().connect(loopback(port), ec);
  if (!ec) stream.handshake(asio::ssl::stream_base::client, ec);
  if (!ec) asio::write(stream, asio::buffer(request), ec);
  std::string answer;
  if (!ec) asio::read(stream, asio::dynamic_buffer(answer), ec); // until the relay closes
  return answer;
}

struct HalfOpen::State {
  asio::io_context context;
  asio::ssl::context tls{asio::ssl::context::tls_client};
  websocket::stream<Secure> stream{context, tls};
  [[nodiscard]] Tcp::socket& socket() { return beast::get_lowest_layer(stream).socket(); }
};

HalfOpen::HalfOpen(std::uint16_t port, Until until) : m_state(std::make_unique<State>()) {
  auto& state = *m_state;
  state.socket().connect(loopback(port));
  if (until == Until::Connected) return;
  if (until == Until::Greeted) {
    const Bytes record{0x16, 0x03, 0x01, 0x02};
    asio::write(state.socket(), asio::buffer(record));
    return;
  }
  state.stream.next_layer().handshake(asio::ssl::stream_base::client);
  if (until == Until::Secured) {
    asio::write(state.stream.next_layer(), asio::buffer(std::string("GET /healthz HTTP/1.1\r\nHo")));
    return;
  }
  state.stream.handshake("127.0.0.1", "/");
  state.stream.binary(true);
}

HalfOpen::~HalfOpen() = default;

bool HalfOpen::isClosedWithin(std::chrono::milliseconds time) {
  auto& state = *m_state;
  bool isClosed = false;
  Bytes buffer(4096);
  std::function<void()> read = [&] {
    state.socket().async_read_some(asio::buffer(buffer), [&](error_code ec, std::size_t) {
      isClosed = bool(ec);
      if (!ec) read();
    });
  };
  read();
  const auto until = std::chrono::steady_clock::now() + time;
  while (!isClosed && std::chrono::steady_clock::now() < until)
    state.context.run_one_for(std::chrono::milliseconds(50));
  if (!isClosed) state.socket().cancel();
  const bool result = isClosed;
  state.context.restart();
  state.context.run_for(std::chrono::milliseconds(100));
  return result;
}

bool HalfOpen::send(const Bytes& message) {
  error_code ec;
  m_state->stream.write(asio::buffer(message), ec);
  return !ec;
}

struct FalseRelay::State {
  asio::io_context context;
  asio::ssl::context tls{asio::ssl::context::tls_server};
  Tcp::acceptor acceptor{context, loopback(0)};
  std::vector<Message> says;
  std::atomic<bool> stopping = false;
  std::thread thread;

  void serve() {
    while (!stopping) {
      error_code ec;
      Tcp::socket socket(context);
      acceptor.accept(socket, ec);
      if (ec || stopping) return;
      websocket::stream<Secure> stream(std::move(socket), tls);
      stream.next_layer().handshake(asio::ssl::stream_base::server, ec);
      if (!ec) stream.accept(ec);
      for (const auto& message : says) {
        stream.text(message.isText);
        if (!ec) stream.write(asio::buffer(message.bytes), ec);
      }
      // Whatever the client answers is read and forgotten, until it goes.
      beast::flat_buffer buffer;
      while (!ec) {
        stream.read(buffer, ec);
        buffer.clear();
      }
    }
  }
};

FalseRelay::FalseRelay(const relay::Identity& identity, std::vector<Message> says)
    : m_state(std::make_unique<State>()) {
  auto& state = *m_state;
  state.says = std::move(says);
  state.tls.use_certificate_chain(asio::buffer(identity.tlsCertificatePem));
  state.tls.use_private_key(asio::buffer(identity.tlsKeyPem), asio::ssl::context::pem);
  state.thread = std::thread([&state] { state.serve(); });
}

FalseRelay::~FalseRelay() {
  m_state->stopping = true;
  {
    // Wakes accept(), which closing does not everywhere.
    asio::io_context context;
    Tcp::socket socket(context);
    error_code ignored;
    socket.connect(loopback(port()), ignored);
    m_state->thread.join();
  }
}

std::uint16_t FalseRelay::port() const { return m_state->acceptor.local_endpoint().port(); }

} // namespace meridian::test
