#include "sync/relay/server.h"

#include <deque>
#include <map>
#include <thread>
#include <utility>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <spdlog/spdlog.h>

#include "core/base/limits.h"
#include "sync/relay/metrics.h"

namespace meridian::relay {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using Tcp = asio::ip::tcp;
using beast::error_code;

namespace {

class Connection;

// A handler that finds no memory is lost, its thread and everybody else's connections are not.
void runOn(asio::io_context& context) {
  for (;;) {
    try {
      context.run();
      return;
    } catch (const std::bad_alloc&) {
    }
  }
}

// The mailbox's thread. Everything in here runs on it, but what says otherwise.
struct Desk {
  explicit Desk(Mailbox& m) : mailbox(m) {}

  Mailbox& mailbox;
  asio::io_context context{1};
  std::map<ConnectionId, std::shared_ptr<Connection>> connections;
  bool commitPosted = false;
  std::atomic<bool> stopping = false;

  void pushTo(ConnectionId id);
  // One commit serves all frames that came in before its turn.
  void scheduleCommit() {
    if (mailbox.commitOverdue()) return mailbox.commit();
    if (commitPosted || !mailbox.commitDue()) return;
    commitPosted = true;
    asio::post(context, [this] {
      commitPosted = false;
      mailbox.commit();
    });
  }
};

// One client. Socket state belongs to the socket thread, `m_id` and `m_roomLeft` to the desk.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Tcp::socket socket, asio::ssl::context& tls, Desk& desk, const ServerOptions& options,
             std::function<void()> onGone)
      : m_stream(std::move(socket), tls),
        m_desk(desk),
        m_options(options),
        m_onGone(std::move(onGone)),
        m_rest(desk.context) {}
  ~Connection() { m_onGone(); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start() {
    beast::get_lowest_layer(m_stream).expires_after(m_options.handshakeTimeout);
    m_stream.next_layer().async_handshake(asio::ssl::stream_base::server,
                                          [self = shared_from_this()](error_code ec) {
                                            if (!ec) self->readRequest();
                                          });
  }
  // Socket thread.
  void closeNow() {
    error_code ignored;
    beast::get_lowest_layer(m_stream).socket().close(ignored);
  }
  // Desk.
  void pull() {
    if (m_id == 0 || m_pulling) return;
    m_pulling = true;
    // Not at once: the mailbox may be in the middle of something.
    asio::post(m_desk.context, [self = shared_from_this()] {
      self->m_pulling = false;
      self->pullNow();
    });
  }

 private:
  void readRequest() {
    m_parser.emplace();
    m_parser->header_limit(8192);
    m_parser->body_limit(0);
    http::async_read(m_stream.next_layer(), m_buffer, *m_parser,
                     [self = shared_from_this()](error_code ec, std::size_t) {
                       if (!ec) self->onRequest();
                     });
  }
  void onRequest() {
    const auto& request = m_parser->get();
    if (websocket::is_upgrade(request)) return upgrade();
    if (request.method() != http::verb::get) return answer(http::status::method_not_allowed, "");
    if (request.target() == "/healthz") return answer(http::status::ok, "ok\n");
    if (request.target() != "/metrics") return answer(http::status::not_found, "");
    asio::post(m_desk.context, [self = shared_from_this()] {
      auto text = metricsText(self->m_desk.mailbox.counters(), self->m_desk.mailbox.openConnections());
      asio::post(self->m_stream.get_executor(), [self, text = std::move(text)]() mutable {
        self->answer(http::status::ok, std::move(text));
      });
    });
  }
  void answer(http::status status, std::string body) {
    m_response = {status, 11};
    m_response.set(http::field::content_type, "text/plain; version=0.0.4");
    m_response.body() = std::move(body);
    m_response.prepare_payload();
    m_response.keep_alive(false);
    http::async_write(m_stream.next_layer(), m_response,
                      [self = shared_from_this()](error_code, std::size_t) { self->closeNow(); });
  }
  void upgrade() {
    beast::get_lowest_layer(m_stream).expires_never();
    m_stream.set_option(websocket::stream_base::timeout{.handshake_timeout = m_options.handshakeTimeout,
                                                        .idle_timeout = m_options.idleTimeout,
                                                        .keep_alive_pings = true});
    m_stream.read_message_max(0); // read() has one
    m_stream.binary(true);
    m_stream.async_accept(m_parser->get(), [self = shared_from_this()](error_code ec) {
      if (ec) return;
      self->m_buffer.consume(self->m_buffer.size());
      asio::post(self->m_desk.context, [self] { self->join(); });
      self->read();
    });
  }

  void read() {
    // In pieces: the library, given the limit, would wait until whoever sends too much has taken its leave.
    const auto room = limits::frameBytes + 1 - m_buffer.size();
    m_stream.async_read_some(m_buffer, room, [self = shared_from_this()](error_code ec, std::size_t) {
      if (ec) return self->gone();
      if (self->m_buffer.size() > limits::frameBytes || !self->m_stream.got_binary())
        return self->closeNow(), self->gone();
      if (!self->m_stream.is_message_done()) return self->read();
      self->hand();
    });
  }
  void hand() {
    const auto data = m_buffer.cdata();
    const auto* bytes = static_cast<const std::uint8_t*>(data.data());
    try {
      Bytes frame(bytes, bytes + data.size());
      m_buffer.consume(data.size());
      // The next frame is read once this one is handled: that is the back pressure.
      asio::post(m_desk.context,
                 [self = shared_from_this(), frame = std::move(frame)] { self->handle(frame); });
    } catch (const std::bad_alloc&) {
      closeNow(), gone();
    }
  }
  void gone() {
    asio::post(m_desk.context, [self = shared_from_this()] { self->leave(); });
  }
  void write() {
    if (m_writing || m_queue.empty()) return;
    m_writing = true;
    m_stream.async_write(asio::buffer(m_queue.front()),
                         [self = shared_from_this()](error_code ec, std::size_t) {
                           self->m_writing = false;
                           if (ec) return self->closeNow();
                           const auto size = self->m_queue.front().size();
                           self->m_queue.pop_front();
                           asio::post(self->m_desk.context, [self, size] { self->written(size); });
                           if (self->m_queue.empty() && self->m_closeWhenSent) return self->closeGently();
                           self->write();
                         });
  }
  void closeGently() {
    m_stream.async_close(websocket::close_code::normal,
                         [self = shared_from_this()](error_code) { self->closeNow(); });
  }

  // Desk from here on.
  void join() {
    if (m_left || m_desk.stopping) return;
    m_id = m_desk.mailbox.connect();
    m_desk.connections[m_id] = shared_from_this();
    pull();
  }
  void leave() {
    m_left = true;
    if (m_id == 0) return;
    m_rest.cancel();
    m_desk.mailbox.disconnect(m_id);
    m_desk.connections.erase(m_id);
    m_id = 0;
  }
  void handle(const Bytes& frame) {
    if (m_id == 0) return;
    m_desk.mailbox.receive(m_id, frame);
    m_desk.scheduleCommit();
    m_readPaused = true;
    pullNow();
  }
  void pullNow() {
    if (m_id == 0) return;
    auto& mailbox = m_desk.mailbox;
    std::vector<Bytes> frames;
    if (m_waiting < m_options.sendBytesMax) frames = mailbox.take(m_id, m_options.sendBytesMax - m_waiting);
    for (const auto& frame : frames)
      m_waiting += frame.size();
    const bool closing = mailbox.closing(m_id) && m_waiting < m_options.sendBytesMax;
    const bool resume = m_readPaused && !closing && !mailbox.mustPause(m_id) && rested();
    if (resume) m_readPaused = false;
    if (frames.empty() && !closing && !resume) return;
    asio::post(m_stream.get_executor(),
               [self = shared_from_this(), frames = std::move(frames), closing, resume]() mutable {
                 for (auto& frame : frames)
                   self->m_queue.push_back(std::move(frame));
                 self->m_closeWhenSent |= closing;
                 if (closing && self->m_queue.empty()) self->closeGently();
                 self->write();
                 if (resume) self->read();
               });
    if (closing) leave();
  }
  // Whoever sends faster than its rate is read later: the network then holds it back.
  bool rested() {
    const auto rest = m_desk.mailbox.restOf(m_id);
    if (rest.count() == 0) return true;
    if (std::exchange(m_resting, true)) return false;
    m_rest.expires_after(rest);
    m_rest.async_wait([self = shared_from_this()](error_code) {
      self->m_resting = false;
      self->pullNow();
    });
    return false;
  }
  void written(std::size_t size) {
    m_waiting -= size;
    if (m_waiting < m_options.sendBytesMax / 2) pullNow();
  }

  websocket::stream<beast::ssl_stream<beast::tcp_stream>> m_stream;
  Desk& m_desk;
  const ServerOptions& m_options;
  std::function<void()> m_onGone;
  beast::flat_buffer m_buffer;
  std::optional<http::request_parser<http::empty_body>> m_parser;
  http::response<http::string_body> m_response;
  std::deque<Bytes> m_queue;
  bool m_writing = false, m_closeWhenSent = false;

  ConnectionId m_id = 0;
  std::size_t m_waiting = 0;
  bool m_left = false, m_pulling = false, m_readPaused = false, m_resting = false;
  asio::steady_timer m_rest;
};

void Desk::pushTo(ConnectionId id) {
  if (const auto found = connections.find(id); found != connections.end()) found->second->pull();
}

} // namespace

struct Server::State {
  State(const ServerOptions& o, Mailbox& m)
      : options(o), desk(m), acceptor(sockets), retry(sockets), tls(asio::ssl::context::tls_server) {}

  ServerOptions options;
  asio::io_context sockets{1};
  Desk desk;
  Tcp::acceptor acceptor;
  asio::steady_timer retry;
  asio::ssl::context tls;
  std::map<asio::ip::address, std::size_t> perAddress; // socket thread
  std::size_t open = 0;
  std::map<Connection*, std::weak_ptr<Connection>> all;
  std::thread socketThread, deskThread;
  bool stopped = false;

  Result<void> listen(const Identity& identity) {
    error_code ec;
    tls.set_options(asio::ssl::context::default_workarounds, ec);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_3_VERSION);
    tls.use_certificate_chain(asio::buffer(identity.tlsCertificatePem), ec);
    if (!ec) tls.use_private_key(asio::buffer(identity.tlsKeyPem), asio::ssl::context::pem, ec);
    if (ec) return fail(ErrorCode::Damaged, "the relay's TLS key cannot be used");
    const auto address = asio::ip::make_address(options.host, ec);
    if (ec) return fail(ErrorCode::InvalidArgument, "--listen takes an IP address and a port");
    const Tcp::endpoint endpoint(address, options.port);
    acceptor.open(endpoint.protocol(), ec);
    if (!ec) acceptor.set_option(asio::socket_base::reuse_address(true), ec);
    if (!ec) acceptor.bind(endpoint, ec);
    if (!ec) acceptor.listen(asio::socket_base::max_listen_connections, ec);
    if (ec) return fail(ErrorCode::RelayUnreachable, "cannot listen: " + ec.message());
    return {};
  }
  void accept() {
    acceptor.async_accept([this](error_code ec, Tcp::socket socket) {
      if (ec == asio::error::operation_aborted) return;
      if (!ec) {
        admit(std::move(socket));
        return accept();
      }
      // Out of descriptors, most likely: not in a loop.
      spdlog::warn("event=accept-failed reason=\"{}\"", ec.message());
      retry.expires_after(std::chrono::milliseconds(100));
      retry.async_wait([this](error_code stop) {
        if (!stop) accept();
      });
    });
  }
  void admit(Tcp::socket socket) {
    error_code ec;
    const auto address = socket.remote_endpoint(ec).address();
    if (ec || open >= options.connectionsMax || perAddress[address] >= options.connectionsPerAddressMax)
      return;
    socket.set_option(Tcp::no_delay(true), ec);
    ++open;
    ++perAddress[address];
    // A connection may end on either thread; the books are kept on this one.
    auto key = std::make_shared<Connection*>(nullptr);
    auto connection =
        std::make_shared<Connection>(std::move(socket), tls, desk, options, [this, address, key] {
          asio::post(sockets, [this, address, key] {
            --open;
            if (--perAddress[address] == 0) perAddress.erase(address);
            all.erase(*key);
          });
        });
    *key = connection.get();
    all[connection.get()] = connection;
    connection->start();
  }
};

Server::Server(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Server::~Server() { stop(); }

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, const Identity& identity,
                                              Mailbox& mailbox) {
  auto state = std::make_unique<State>(options, mailbox);
  if (auto listening = state->listen(identity); !listening) return std::unexpected(listening.error());
  mailbox.onReady([desk = &state->desk](ConnectionId id) { desk->pushTo(id); });
  state->accept();
  auto* raw = state.get();
  state->deskThread = std::thread([raw] {
    const auto work = asio::make_work_guard(raw->desk.context);
    runOn(raw->desk.context);
  });
  state->socketThread = std::thread([raw] {
    const auto work = asio::make_work_guard(raw->sockets);
    runOn(raw->sockets);
  });
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const { return m_state->acceptor.local_endpoint().port(); }

void Server::stop() {
  auto& state = *m_state;
  if (std::exchange(state.stopped, true)) return;
  asio::post(state.sockets, [&state] {
    error_code ignored;
    state.acceptor.close(ignored);
    state.retry.cancel();
  });
  asio::post(state.desk.context, [&state] {
    state.desk.stopping = true;
    state.desk.mailbox.commit();
    state.desk.mailbox.shutDown();
  });
  // Goodbyes get a moment; whoever does not take theirs is cut off.
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  asio::post(state.sockets, [&state] {
    for (auto& [key, weak] : state.all)
      if (auto connection = weak.lock()) connection->closeNow();
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  state.desk.context.stop();
  state.deskThread.join();
  state.desk.mailbox.onReady({});
  state.sockets.stop();
  state.socketThread.join();
  state.desk.connections.clear();
}

} // namespace meridian::relay
