#include "app/session/invitation_message.h"

#include <array>

#include "core/domain/zone.h"

namespace meridian::app {
namespace {

// “Wed 17 Mar”, «ср, 17 марта».
std::string dayOf(Instant at, std::string_view zone, domain::Language language) {
  static constexpr std::array weekdays{
      std::array{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
      std::array{"вс", "пн", "вт", "ср", "чт", "пт", "сб"},
  };
  static constexpr std::array months{
      std::array{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
      std::array{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
                 "октября", "ноября", "декабря"},
  };
  auto local = domain::toLocal(at, zone);
  if (!local) local = domain::toLocal(at, "UTC");
  const LocalDate date = domain::dateOf(*local);
  const bool russian = language == domain::Language::Ru;
  const std::string weekday = weekdays[russian][Weekday{date}.c_encoding()];
  return weekday + (russian ? ", " : " ") + std::to_string(static_cast<unsigned>(date.day())) + "\u00a0" +
         months[russian][static_cast<unsigned>(date.month()) - 1];
}

} // namespace

std::string invitationMessage(const replica::Invitation& invitation, std::string_view zone) {
  const std::string market = invitation.market.empty() ? "" : " (" + invitation.market + ")";
  const std::string day = dayOf(invitation.expiry, zone, invitation.language);
  const std::string code = replica::toCode(invitation);
  if (invitation.language == domain::Language::Ru) {
    // A name may bring its quotation marks along.
    const auto& name = invitation.campaignName;
    const std::string quoted = name.find("«") == std::string::npos ? "«" + name + "»" : name;
    return invitation.inviteeName + ", вас ждут в кампании " + quoted + market +
           ". Приглашает: " + invitation.inviterName +
           ".\n1. Установите «Меридиан».\n2. Откройте его и вставьте это сообщение целиком.\n" + code +
           "\nДействует до: " + day + ", один раз.";
  }
  return invitation.inviteeName + ", " + invitation.inviterName + " invites you to " +
         invitation.campaignName + market +
         ".\n1. Install Meridian.\n2. Open it and paste this whole message.\n" + code + "\nValid until " +
         day + ", once.";
}

} // namespace meridian::app
