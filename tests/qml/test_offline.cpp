// Prepare for offline: since when the copy of the review queue is complete, on a device that stays connected.
#include <QtTest>

#include <future>

#include "app/session/bundles.h"
#include "app/text/when.h"
#include "app/view_models/offline_model.h"
#include "tests/app_session/exchange.h"
#include "tests/qml/dana.h"

namespace test_offline {

using namespace meridian;
using test::Dana;
using test::taken;
using namespace std::chrono_literals;

namespace {

// Dana's session and Maya's replica on one relay, which works on Dana's core thread as her links do.
struct Connected : Dana {
  test::Exchange exchange{world, relay::Admission::Founding};
  std::map<replica::Replica*, std::unique_ptr<app::SyncLink>> links;

  Connected() {
    begin();
    taken(replica::Access(*mila, campaign).setRelay(exchange.address()));
    settle();
    for (auto* one : everybody()) {
      links[one] = std::make_unique<app::SyncLink>(*one, campaign, exchange.loop, exchange.wires());
      links[one]->start();
      exchange.settle();
    }
    links.erase(dana.get());
    openDana([this](app::Executor&) { return exchange.wires(); });
  }
  ~Connected() {
    session.reset();
    links.clear();
  }
  // What everybody has to say to each other, said.
  void turn() {
    onCore([this] {
      for (auto& [one, link] : links)
        link->poke();
      exchange.settle();
      exchange.loop.later();
      exchange.settle();
    });
  }
  template <class Work>
  void onCore(Work work) {
    std::promise<void> done;
    session->core().post([&] {
      work();
      done.set_value();
    });
    done.get_future().wait();
  }
  replica::OfflineCopy copy() {
    turn();
    return answer([this](replica::Replica& replica) { return reading(replica).offlineCopy(); });
  }
  bool noted(Instant at) { return copy().completeAt == at; }
  void sendFile() {
    onCore([this] {
      const auto path = world.root() / "day-7.txt";
      std::ofstream(path) << "day 7";
      auto sent = draft("See the file.");
      sent.attachments = {attached(path)};
      taken(work(*maya).submit(sent));
    });
  }
};

} // namespace

class TestOffline : public QObject {
  Q_OBJECT

 private slots:
  void theTimeOfTheCopyFollowsWhatArrivesWithoutAPageThatShowsIt() {
    Connected story;
    const auto& clock = *story.world.clock;
    QTRY_VERIFY_WITH_TIMEOUT(story.noted(clock.now()), 20'000);
    story.world.clock->advance(1h);
    story.sendFile();
    QTRY_VERIFY_WITH_TIMEOUT(story.copy().submissions == 1 && story.noted(clock.now()), 20'000);
  }

  void preparingWhileAFileIsStillComingLosesNothing() {
    Connected story;
    const auto& clock = *story.world.clock;
    QTRY_VERIFY_WITH_TIMEOUT(story.noted(clock.now()), 20'000);
    app::OfflineModel model;
    model.setSession(story.session.get());
    story.world.clock->advance(1h);
    story.onCore([&] {
      story.exchange.holds = [](const protocol::Message& message) {
        return std::holds_alternative<protocol::BlobChunk>(message);
      };
    });
    story.sendFile();
    QTRY_COMPARE_WITH_TIMEOUT(story.copy().missingFiles, 1, 20'000);
    const auto before = story.copy().completeAt;
    QVERIFY(before != clock.now());
    model.prepare();
    QTRY_VERIFY(!model.complete());
    QCOMPARE(story.copy().completeAt, before);
    story.world.clock->advance(1h);
    story.onCore([&] { story.exchange.holds = nullptr; });
    QTRY_VERIFY_WITH_TIMEOUT(story.copy().complete() && story.noted(clock.now()), 20'000);
    QTRY_VERIFY(model.complete());
  }

  // Maya's words came by a file, and her device never meets the relay again.
  void whatAFileBringsWhileConnectedReachesTheOthers() {
    Connected story;
    const auto& clock = *story.world.clock;
    QTRY_VERIFY_WITH_TIMEOUT(story.noted(clock.now()), 20'000);
    const auto file = story.world.root() / "verba.meridian";
    story.onCore([&] {
      story.links.erase(story.maya.get());
      taken(story.work(*story.maya).ask(std::nullopt, std::nullopt, "May I film in the rain?"));
      taken(app::exportBundle(*story.maya, story.campaign, file));
    });
    const auto taking =
        story.answer([&](replica::Replica& replica) { return app::importBundle(replica, file); });
    QVERIFY(taken(taking).added > 0);
    const auto asked = [&] {
      bool found = false;
      story.turn();
      story.onCore([&] {
        found = std::ranges::any_of(story.svetlana->facts(story.space), [](const domain::Fact& fact) {
          return fact.kind == domain::EntityKind::Question;
        });
      });
      return found;
    };
    QTRY_VERIFY_WITH_TIMEOUT(asked(), 20'000);
  }

  void aQuietConnectionIsCompleteUntilItEnds() {
    Connected story;
    const auto& clock = *story.world.clock;
    QTRY_VERIFY_WITH_TIMEOUT(story.noted(clock.now()), 20'000);
    app::OfflineModel model;
    model.setSession(story.session.get());
    const auto says = [&](Instant at) {
      const QString time = app::clockText(at, story.session->reader());
      return model.detail() == QStringLiteral("Complete copy: ") + time;
    };
    story.world.clock->advance(3h);
    // At the next minute, with nothing that arrived.
    QTRY_VERIFY(says(clock.now()));
    story.session->setAirplane(true);
    const Instant ended = clock.now();
    QTRY_VERIFY(story.noted(ended));
    story.world.clock->advance(1h);
    emit story.session->minutePassed();
    test::answered(*story.session);
    QVERIFY2(says(ended), qPrintable(model.detail()));
  }
};

QTEST_MAIN(TestOffline)

} // namespace test_offline
#include "test_offline.moc"
