// Maya's phone in the demo campaign, with Dana and the leads behind it, all in this process. The story is
// told by their replicas; then Maya's is closed, and the app opens her profile from the disk.
#pragma once

#include <QImage>
#include <QPainter>
#include <QQmlComponent>
#include <QQuickWindow>

#include <atomic>

#include "app/main_window.h"
#include "app/session_object.h"
#include "tests/core_replica/story.h"
#include "tests/qml/answered.h"

namespace meridian::test {

// A relay that ends every connection with this error; `ended` counts them, once the session knows.
inline app::WireFactory failingRelay(ErrorCode code, std::atomic<int>* ended = nullptr) {
  class Closed final : public app::Wire {
    void send(Bytes) override {}
    std::size_t queuedBytes() const override { return 0; }
    void close() override {}
  };
  return [code, ended](app::Executor& executor) -> app::OpenWire {
    return [code, ended, &executor](const protocol::RelayAddress&, app::Wire::Events events) {
      executor.post([closed = std::move(events.closed), code, ended] {
        closed({code, {}});
        if (ended != nullptr) ++*ended;
      });
      return std::make_unique<Closed>();
    };
  };
}

struct Maya : Story {
  using Session = app::SessionObject;

  // What everybody reads, as PRODUCT has it, in both languages.
  void writeCopy() {
    namespace c = domain::field::campaign;
    namespace m = domain::field::market;
    namespace b = domain::field::brief;
    const replica::Place page{campaign, keyed(domain::EntityKind::Campaign, "")};
    block(*mila, page, c::thesis, "Care that proves itself.", "Уход, который доказывает себя сам.");
    block(*mila, page, c::goal, "Make one barrier cream the proof that care works, in both markets.",
          "Сделать один крем доказательством того, что уход работает, на обоих рынках.");
    block(*mila, page, c::valueProposition, "Visible results in seven days, or you see that there are none.",
          "Видимый результат за семь дней, или вы увидите, что его нет.");
    block(*mila, page, c::successMetric, "Share of first buyers who buy again within 90 days.",
          "Доля первых покупателей, которые возвращаются за 90 дней.");
    const replica::Place us{campaign, keyed(domain::EntityKind::Market, "US")};
    const replica::Place ru{campaign, keyed(domain::EntityKind::Market, "RU")};
    block(*mila, us, m::name, "United States", "США");
    block(*mila, us, m::angle, "Innovation", "Инновации");
    block(*mila, us, m::angleReason, "Because viewers here ask what is new.",
          "Потому что здесь спрашивают, что нового.");
    block(*mila, us, m::angleData, "62 % of comments ask about the formula.",
          "62 % комментариев — вопросы о формуле.");
    block(*mila, us, m::subGoal, "New customers", "Новые покупатели");
    block(*mila, us, m::whyThisOrder, "Questions from here shape the answers there.",
          "Вопросы отсюда определяют ответы там.");
    block(*mila, ru, m::name, "Russia", "Россия");
    block(*mila, ru, m::angle, "Quality", "Качество");
    block(*mila, ru, m::angleReason, "Because trust comes before novelty.",
          "Потому что доверие важнее новизны.");
    block(*mila, ru, m::angleData, "Returns fall by a third after reviews.",
          "После отзывов возвратов на треть меньше.");
    block(*mila, ru, m::subGoal, "Community joins", "Вступления в сообщество");
    block(*mila, {campaign, nonNegotiable.ref()}, domain::field::element::text,
          "Show the same spot on day 1, 4 and 7.", "Показать один и тот же участок кожи в день 1, 4 и 7.");
    block(*mila, {campaign, nonNegotiable.ref()}, domain::field::element::because,
          "Because proof needs a comparison.", "Потому что доказательству нужно сравнение.");
    const replica::Place brief{space, taken(briefing(*dana).draft(space)).ref()};
    block(*dana, brief, b::contact, "Dana Brooks answers and approves. Fridays by 17:00 New York.",
          "Отвечает и согласует: Дана Брукс. По пятницам до 17:00 (Нью-Йорк).");
    block(*dana, brief, b::goal, "Show that care can prove itself: results people can see, not promises.",
          "Показать, что уход доказывает себя сам: видимый результат вместо обещаний.");
    block(*dana, brief, b::role, "The sceptic who tests.", "Вы проверяете и сомневаетесь вслух.");
    block(*dana, brief, b::tone, "curious, unpolished", "живой, без глянца");
    block(*dana, brief, b::roleBecause, "your audience trusts your “week later” videos.",
          "ваша аудитория верит роликам «неделю спустя».");
    block(*dana, brief, b::make,
          "One vertical video, 45–60 s: day 1, day 4, day 7. Rough cut by Tue 9 Mar, 18:00.",
          "Одно вертикальное видео, 45–60 с: день 1, день 4, день 7. Черновой монтаж до вт, 9 марта, 18:00.");
    block(*dana, brief, b::live, "Mon 15 Mar, 09:00 Los Angeles.", "Пн, 15 марта, 09:00 (Лос-Анджелес).");
    block(
        *dana, brief, b::bigger,
        "You open the US launch with innovation. Russia follows with quality and answers the questions your "
        "viewers ask.",
        "Вы открываете запуск в США: там акцент на инновациях. Россия продолжает темой качества и отвечает "
        "на "
        "вопросы ваших зрителей.");
    settle();
  }
  // Up to a brief that Maya has joined for and not read yet.
  void joinForBrief() {
    writeBrief();
    writeCopy();
    taken(briefing(*dana).issue(space, false));
    inviteMaya();
  }
  // Up to a brief that Maya has acknowledged.
  void readBrief() {
    joinForBrief();
    taken(work(*maya).opened());
    taken(work(*maya).acknowledge());
    settle();
  }
  // Maya submits, and Dana approves.
  void approveFirst() {
    const OpId sent = submit("Day 7, no filter.");
    settle();
    taken(reviewing(*dana).opened(space, sent));
    taken(reviewing(*dana).approve(space, sent));
    world.clock->advance(std::chrono::minutes{1});
    settle();
  }
  // A brief part changes, and is issued again.
  void changeBrief() {
    const replica::Place brief{space, taken(briefing(*dana).draft(space)).ref()};
    block(*dana, brief, domain::field::brief::live, "Mon 15 Mar, 10:00 Los Angeles.",
          "Пн, 15 марта, 10:00 (Лос-Анджелес).");
    taken(briefing(*dana).issue(space, true));
    settle();
  }
  // A day later than it was said, and nothing else; it matters.
  void moveGoLive() {
    taken(replica::Editing(*dana).set({space, deliverable.ref()},
                                      {{domain::field::deliverable::goLiveAt,
                                        crdt::Value(toMillis(*parseInstant("2027-03-16T16:00:00Z")))}}));
    taken(briefing(*dana).issue(space, true));
    settle();
  }
  domain::Attachment picture() {
    const std::filesystem::path file = world.root() / "day-4.png";
    QImage image(900, 1200, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient skin(0, 0, 900, 1200);
    skin.setColorAt(0, QColor(236, 205, 186));
    skin.setColorAt(1, QColor(201, 158, 132));
    painter.fillRect(image.rect(), skin);
    painter.end();
    if (!image.save(QString::fromStdString(file.string()))) qFatal("the picture was not written");
    return attached(file);
  }
  domain::Attachment attached(const std::filesystem::path& file) { return taken(work(*maya).attach(file)); }

  // The app on Maya's profile; her replica is closed while it lives.
  struct App {
    explicit App(Maya& story, QSize size = {390, 844}) : App(story, "maya", story.maya, size) {}
    // Somebody else's of the story; `wires`: how their relay is reached, or never.
    App(Maya& story, const char* person, std::unique_ptr<replica::Replica>& replica, QSize size,
        app::WireFactory wires = {}) {
      replica.reset();
      Session::Options options;
      options.directory = story.world.root() / person;
      options.keyFile = story.world.root() / (std::string(person) + ".key");
      options.incarnationDirectory = story.world.root() / "state";
      options.clock = story.world.clock;
      options.wires = std::move(wires);
      options.demo = true;
      session = std::make_unique<Session>(
          options, app::SessionWishes{.language = "en", .theme = "light", .reducedMotion = true});
      open(size);
    }
    // On a folder without a profile.
    App(Session::Options options, QSize size) {
      session = std::make_unique<Session>(
          options, app::SessionWishes{.language = "en", .theme = "light", .reducedMotion = true});
      open(size);
    }
    ~App() {
      mainWindow.reset();
      session.reset();
    }
    void open(QSize size) {
      mainWindow = std::make_unique<app::MainWindow>(*session, size);
      window = mainWindow->window();
      if (window == nullptr) qFatal("Main.qml did not load");
      session->start();
      window->show();
      settle();
    }
    void settle() {
      (void)QTest::qWaitFor([&] { return session->state() != Session::State::Opening; }, 5000);
      QTest::qWait(150);
    }
    void answered() const { test::answered(*session); }
    void show(const QString& page) {
      QMetaObject::invokeMethod(window, "showStoryPage", Q_ARG(QString, page));
      QTest::qWait(150);
    }
    // A page above the current one, as a press opens it.
    void push(const QString& page, const QVariantMap& properties) {
      QQmlComponent component(&mainWindow->engine());
      component.setData("import QtQuick\nimport Meridian.Navigation\n"
                        "QtObject { function open(page, properties) { Navigation.open(page, properties); } }",
                        QUrl());
      const std::unique_ptr<QObject> navigation(component.create());
      if (!navigation) qFatal("%s", qPrintable(component.errorString()));
      QMetaObject::invokeMethod(navigation.get(), "open", Q_ARG(QVariant, page),
                                Q_ARG(QVariant, QVariant(properties)));
      QTest::qWait(150);
    }
    std::unique_ptr<Session> session;
    std::unique_ptr<app::MainWindow> mainWindow;
    QQuickWindow* window = nullptr;
  };
  void reopenMaya() { maya = world.reopen("maya"); }

 private:
  static crdt::EntityRef keyed(domain::EntityKind kind, std::string_view key) {
    return crdt::KeyedEntity{static_cast<std::uint16_t>(kind), Bytes(key.begin(), key.end())};
  }
  static void block(Replica& by, const replica::Place& place, std::uint32_t number, const char* en,
                    const char* ru) {
    taken(replica::Editing(by).edit(
        place, {{number, domain::Language::En, en}, {number, domain::Language::Ru, ru}}, {}));
  }
};

} // namespace meridian::test
