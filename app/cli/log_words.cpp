#include "app/cli/log_words.h"

#include "core/domain/rights.h"

namespace meridian::cli {
namespace {

using domain::EntityKind;

struct Words {
  std::string_view en, ru;
  [[nodiscard]] std::string_view in(domain::Language language) const {
    return language == domain::Language::Ru ? ru : en;
  }
};

Words wordsOf(EntityKind kind) {
  switch (kind) {
  case EntityKind::Campaign:
    return {"Edit of the campaign page", "Правка страницы кампании"};
  case EntityKind::Market:
    return {"Edit of a market", "Правка рынка"};
  case EntityKind::NonNegotiable:
    return {"Non-negotiable", "Обязательный элемент"};
  case EntityKind::Negotiable:
    return {"Negotiable", "Адаптируемый элемент"};
  case EntityKind::Milestone:
    return {"Milestone", "Веха"};
  case EntityKind::Person:
    return {"Person card", "Карточка участника"};
  case EntityKind::Absence:
    return {"Absence", "Отсутствие"};
  case EntityKind::PriorityDecision:
    return {"Priority decision", "Решение о приоритете"};
  case EntityKind::CharterAcknowledged:
    return {"Charter acknowledged", "Ознакомление с паспортом кампании подтверждено"};
  case EntityKind::HubDelayNotice:
  case EntityKind::DelayNotice:
    return {"Delay notice", "Предупреждение о задержке"};
  case EntityKind::GenesisReceipt:
    return {"Receipt of the campaign", "Квитанция кампании"};
  case EntityKind::Received:
    return {"Confirmation of receipt", "Подтверждение получения"};
  case EntityKind::ChecklistItem:
    return {"Go-live check", "Проверка перед выходом"};
  case EntityKind::Creator:
    return {"Creator's card", "Карточка креатора"};
  case EntityKind::Brief:
    return {"Edit of the brief", "Правка брифа"};
  case EntityKind::Deliverable:
    return {"Deliverable", "Материал"};
  case EntityKind::BriefIssued:
    return {"Brief issued", "Бриф отправлен"};
  case EntityKind::BriefOpened:
    return {"Brief opened", "Бриф открыт"};
  case EntityKind::BriefAcknowledged:
    return {"Brief acknowledged", "Бриф: ознакомление подтверждено"};
  case EntityKind::Submission:
    return {"Submission", "Отправка"};
  case EntityKind::Verdict:
    return {"Approval", "Согласование"};
  case EntityKind::VerdictWithdrawn:
    return {"Withdrawal of a verdict", "Отзыв итога согласования"};
  case EntityKind::Comment:
    return {"Comment", "Комментарий"};
  case EntityKind::Question:
    return {"Question", "Вопрос"};
  case EntityKind::Answer:
    return {"Answer to a question", "Ответ на вопрос"};
  case EntityKind::Published:
    return {"It's live", "Материал вышел"};
  case EntityKind::Seen:
    return {"Answer seen", "Ответ просмотрен"};
  case EntityKind::SentToDecider:
    return {"Sent to the decider", "Передано на решение"};
  case EntityKind::ContestDecided:
    return {"Decision on two answers", "Решение по двум ответам"};
  case EntityKind::BriefConflictDecided:
    return {"Decision on two briefs", "Решение по двум брифам"};
  case EntityKind::StillFine:
    return {"Still fine", "Всё ещё подходит"};
  case EntityKind::BriefWithdrawn:
    return {"Brief withdrawn", "Бриф отозван"};
  case EntityKind::Invitee:
    return {"Name of somebody invited", "Имя приглашённого"};
  case EntityKind::RosterEntry:
    return {"Entry of the roster", "Запись в составе"};
  case EntityKind::GoalTension:
    return {"Goal tension", "Противоречие целей"};
  case EntityKind::TensionResolved:
    return {"Goal tension resolved", "Противоречие целей разрешено"};
  }
  return {"A change that can't be read here", "Изменение, которое здесь не прочесть"};
}

Words wordsOf(std::string_view authority) {
  if (authority == "genesis") return {"New campaign", "Новая кампания"};
  if (authority == "invitation") return {"Invitation", "Приглашение"};
  if (authority == "join") return {"Joining", "Присоединение"};
  if (authority == "confirmation") return {"Confirmation of somebody who joined", "Подтверждение участника"};
  if (authority == "withdrawal") return {"Withdrawal of an invitation", "Отзыв приглашения"};
  if (authority == "relay") return {"Relay of the campaign", "Сервер обмена кампании"};
  return {"Members and access", "Участники и доступ"};
}

} // namespace

std::string_view wordsOf(const replica::LogLine& line, domain::Language language) {
  if (!line.authority.empty()) return wordsOf(line.authority).in(language);
  if (line.kind == EntityKind::Verdict && line.verdict == domain::VerdictKind::RequestChanges)
    return Words{"Request for changes", "Запрос правок"}.in(language);
  return wordsOf(line.kind).in(language);
}

std::string_view effectWords(std::uint8_t effect, domain::Language language) {
  switch (static_cast<domain::Effect>(effect)) {
  case domain::Effect::Counts:
    return {};
  case domain::Effect::Void:
    return Words{"without effect", "не действует"}.in(language);
  case domain::Effect::Held:
    return Words{"held until it is decided", "отложено до решения"}.in(language);
  case domain::Effect::Unknown:
    return Words{"needs a newer Meridian", "нужна более новая версия"}.in(language);
  }
  return Words{"waits for what is missing", "ждёт недостающего"}.in(language);
}

} // namespace meridian::cli
