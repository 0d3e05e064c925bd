#include "app/cli/messages.h"

#include "app/cli/details.h"

namespace meridian::cli {
namespace {

struct Sentence {
  std::string_view en, ru;
};

Sentence sentence(ErrorCode code) {
  switch (code) {
  case ErrorCode::InvalidArgument:
    return {"A value doesn't fit. Nothing was changed; --help says what the command takes.",
            "Значение не подходит. Ничего не изменилось; что принимает команда, показывает --help."};
  case ErrorCode::NotFound:
    return {"There is no such thing here. Nothing was changed.", "Здесь такого нет. Ничего не изменилось."};
  case ErrorCode::Ambiguous:
    return {"Several things match. Give more of the name or id.",
            "Подходит сразу несколько. Укажите имя или идентификатор точнее."};
  case ErrorCode::AlreadyExists:
    return {"This already exists. Nothing was changed.", "Это уже есть. Ничего не изменилось."};
  case ErrorCode::UnknownZone:
    return {"There is no such time zone. Write it as Europe/Moscow.",
            "Такого часового пояса нет. Пишите, например, Europe/Moscow."};
  case ErrorCode::NoCampaign:
    return {"There is no such campaign in this profile. Join one with an invitation (join), or found one "
            "(campaign create).",
            "В этом профиле нет такой кампании. Присоединитесь по приглашению (join) или создайте свою "
            "(campaign create)."};
  case ErrorCode::NoRelay:
    return {"No relay is set. Everything stays on this device until a campaign lead sets one (relay set).",
            "Сервер обмена не задан. Всё остаётся на этом устройстве, пока руководитель кампании его не "
            "укажет (relay set)."};
  case ErrorCode::NotAllowed:
    return {"Your role doesn't cover this. Nothing was changed; ask the campaign lead.",
            "Ваша роль этого не позволяет. Ничего не изменилось; обратитесь к руководителю кампании."};
  case ErrorCode::NotYourMarket:
    return {"This belongs to another market. Its hub lead can do it.",
            "Это относится к другому рынку. Это может сделать руководитель его хаба."};
  case ErrorCode::BriefIncomplete:
    return {"The brief isn't complete. `brief show` lists what is missing; fill it, then issue it.",
            "Бриф заполнен не полностью. Чего не хватает, показывает brief show; заполните и отправьте "
            "снова."};
  case ErrorCode::BriefNotIssued:
    return {"No brief has been issued here yet. The hub lead issues it (brief issue).",
            "Бриф здесь ещё не отправлен. Его отправляет руководитель хаба (brief issue)."};
  case ErrorCode::SecondLiveBrief:
    return {"This creator already has a live brief. Withdraw it first (brief issue --withdraw).",
            "У этого креатора уже есть действующий бриф. Сначала отзовите его (brief issue --withdraw)."};
  case ErrorCode::NoPriorityDecision:
    return {"The priority decision is missing. The campaign lead makes it first (campaign edit --decision).",
            "Нет решения о приоритете. Сначала его принимает руководитель кампании "
            "(campaign edit --decision)."};
  case ErrorCode::UnresolvedTension:
    return {
        "A goal tension is open. A campaign or brand lead resolves it first (tension list, tension resolve).",
        "Есть неразрешённое противоречие целей. Сначала его разрешает руководитель кампании или бренда "
        "(tension list, tension resolve)."};
  case ErrorCode::TicksMissing:
    return {"Every non-negotiable has to be ticked (--tick, --tick-all). Nothing was sent.",
            "Отметьте все обязательные элементы (--tick, --tick-all). Ничего не отправлено."};
  case ErrorCode::EmptySubmission:
    return {"There is nothing in it: add --file, --link or --caption.",
            "Отправлять нечего: добавьте --file, --link или --caption."};
  case ErrorCode::AttachmentMissing:
    return {"A file isn't here yet, or isn't the one that was signed. The next sync fetches it.",
            "Файла здесь ещё нет, или это не тот файл, что был подписан. Его получит следующий sync."};
  case ErrorCode::AttachmentVanished:
    return {"The file is not where it was named. Nothing was sent; give it again.",
            "Файла нет там, где он указан. Ничего не отправлено; укажите его ещё раз."};
  case ErrorCode::NewerVersionKnown:
    return {"A newer version has arrived. Look at that one: `review list`.",
            "Пришла более новая версия. Смотрите её: review list."};
  case ErrorCode::NotApproved:
    return {"This version isn't approved. Only an approved version can go live.",
            "Эта версия не согласована. Выйти может только согласованная."};
  case ErrorCode::Contested:
    return {"There are two different answers on this version. Wait for the decision.",
            "По этой версии ответы расходятся. Дождитесь решения."};
  case ErrorCode::AlreadyLive:
    return {"This is live already, so it can't be changed.", "Материал уже вышел, изменить его нельзя."};
  case ErrorCode::NotLatestBrief:
    return {"The brief changed. Read it (brief show) and acknowledge it (brief acknowledge) first.",
            "Бриф изменился. Сначала прочитайте его (brief show) и подтвердите ознакомление "
            "(brief acknowledge)."};
  case ErrorCode::ReasonMissing:
    return {"Say why: --reason, or a comment first.", "Укажите причину: --reason или комментарий."};
  case ErrorCode::LinkNotConfirmed:
    return {"The file behind a link can change. Say that it is still the approved one: --links-confirmed.",
            "Файл по ссылке может измениться. Подтвердите, что он тот же, согласованный: --links-confirmed."};
  case ErrorCode::InvitationUsed:
    return {"This invitation was used already. Ask for a new one.",
            "Это приглашение уже использовано. Попросите новое."};
  case ErrorCode::InvitationExpired:
    return {"This invitation has expired. Ask for a new one.",
            "Срок этого приглашения истёк. Попросите новое."};
  case ErrorCode::InvitationInvalid:
    return {"No valid invitation in this. Give the whole message, or ask for a new one.",
            "Здесь нет действующего приглашения. Вставьте сообщение целиком или попросите новое."};
  case ErrorCode::InvitationForOtherRelay:
    return {"This invitation belongs to another relay. Ask for a new one.",
            "Это приглашение для другого сервера обмена. Попросите новое."};
  case ErrorCode::RefusedByRelay:
    return {"The relay didn't accept this. It is kept here; `outbox list` says why.",
            "Сервер обмена это не принял. Всё сохранено здесь; причину показывает outbox list."};
  case ErrorCode::NotServed:
    return {
        "The relay doesn't let this device into the campaign: the invitation may have been withdrawn. What "
        "was written is kept here; ask your lead.",
        "Сервер обмена не пускает это устройство в кампанию: возможно, приглашение отозвано. Всё написанное "
        "сохранено здесь; обратитесь к руководителю."};
  case ErrorCode::QuotaExceeded:
    return {"The relay has no room left for this campaign. Nothing is lost; sync again later.",
            "На сервере обмена нет места для этой кампании. Ничего не потеряно; повторите sync позже."};
  case ErrorCode::TooLarge:
    return {"This is too large. Shorten it or give a smaller file; nothing was changed.",
            "Слишком большой объём. Сократите текст или возьмите файл меньше; ничего не изменилось."};
  case ErrorCode::FileTooLarge:
    return {"The relay of the campaign takes no files this large. Nothing was sent; give a smaller one.",
            "Сервер обмена кампании не принимает файлы такого размера. Ничего не отправлено; возьмите файл "
            "меньше."};
  case ErrorCode::Offline:
    return {"There is no network. What was written is saved and goes out with the next sync.",
            "Сети нет. Всё сохранено и уйдёт со следующим sync."};
  case ErrorCode::Timeout:
    return {"No answer in time. Nothing is lost; sync again.",
            "Ответа не было слишком долго. Ничего не потеряно; повторите sync."};
  case ErrorCode::RelayUnreachable:
    return {"The relay can't be reached. Everything stays here and goes out with the next sync.",
            "Сервер обмена недоступен. Всё остаётся здесь и уйдёт со следующим sync."};
  case ErrorCode::RelayIdentityChanged:
    return {"This isn't the relay of your campaign. Nothing was sent; ask the campaign lead.",
            "Это не сервер обмена вашей кампании. Ничего не отправлено; обратитесь к руководителю кампании."};
  case ErrorCode::RelayCertificateChanged:
    return {"The relay's certificate has changed. Nothing was sent; ask the campaign lead.",
            "Сертификат сервера обмена изменился. Ничего не отправлено; обратитесь к руководителю кампании."};
  case ErrorCode::ProtocolViolation:
    return {"The relay's answer makes no sense. Nothing is lost; sync again.",
            "Ответ сервера обмена непонятен. Ничего не потеряно; повторите sync."};
  case ErrorCode::UpdateNeeded:
    return {"This needs a newer Meridian. Everything here is kept.",
            "Нужна более новая версия «Меридиана». Всё здесь сохранено."};
  case ErrorCode::WrongKey:
    return {
        "This passphrase or key file doesn't open the profile, or its profile.vault is damaged. Nothing was "
        "changed; keep the folder as it is.",
        "Парольная фраза или файл ключа не подходит к этому профилю, либо повреждён его файл "
        "profile.vault. Ничего не изменилось; папку не меняйте."};
  case ErrorCode::KeyFileReadable:
    return {"Others on this computer can read the key file. Allow only yourself to: chmod 600.",
            "Файл ключа могут прочитать другие. Оставьте доступ только себе: chmod 600."};
  case ErrorCode::Damaged:
    return {"Part of the data on this device is damaged. What was sent is safe; keep the folder as it is "
            "and ask for a new invitation.",
            "Часть данных на этом устройстве повреждена. Отправленное в порядке; папку не меняйте и "
            "попросите новое приглашение."};
  case ErrorCode::UnsupportedFormat:
    return {
        "This is from a newer Meridian, or isn't one of its files. Nothing was changed. Update, or ask "
        "for it again.",
        "Файл создан более новой версией «Меридиана», или это другой файл. Ничего не изменилось. Обновите "
        "программу или попросите файл ещё раз."};
  case ErrorCode::BadSignature:
    return {"A signature doesn't match, so this was not taken in. Everything else is safe. Ask for it again.",
            "Подпись не совпала, поэтому это не принято. Остальное в порядке. Попросите прислать ещё раз."};
  case ErrorCode::BrokenChain:
    return {"Something is missing before this, so it waits. The next sync fetches it.",
            "Перед этим чего-то не хватает, поэтому оно ждёт. Недостающее получит следующий sync."};
  case ErrorCode::DiskFull:
    return {"This device is full. Free some space and try again; what was saved is safe.",
            "На устройстве нет места. Освободите его и повторите; сохранённое в порядке."};
  case ErrorCode::ReadOnly:
    return {"This place can't be written to. Allow writing and try again; what was saved is safe.",
            "Запись сюда запрещена. Разрешите её и повторите; сохранённое в порядке."};
  case ErrorCode::ProfileInUse:
    return {"Another process has this profile open. End it first; nothing was changed.",
            "Этот профиль открыт в другом процессе. Сначала завершите его; ничего не изменилось."};
  case ErrorCode::Io:
    return {"A file couldn't be read or written. Try again; what was saved is safe.",
            "Не удалось прочитать или записать файл. Повторите; сохранённое в порядке."};
  case ErrorCode::OutOfMemory:
    return {"This device is out of memory. Close something and try again; what was saved is safe.",
            "На устройстве не хватает памяти. Закройте что-нибудь и повторите; сохранённое в порядке."};
  case ErrorCode::Internal:
    return {"Something went wrong inside Meridian. What was saved is safe; try again.",
            "Внутренняя ошибка «Меридиана». Сохранённое в порядке; повторите."};
  }
  return {};
}

} // namespace

std::string_view sentenceOf(ErrorCode code, domain::Language language) {
  const auto both = sentence(code);
  return language == domain::Language::Ru ? both.ru : both.en;
}

std::string messageOf(const Error& error, domain::Language language) {
  if (auto whole = sentenceIn(error.detail, language)) return *whole;
  const std::string sentence(sentenceOf(error.code, language));
  if (error.detail.empty()) return sentence;
  // Of these the detail is the value that was typed, or the names of what is missing.
  const bool value = error.code == ErrorCode::UnknownZone || error.code == ErrorCode::BriefIncomplete;
  auto detail = detailIn(error.detail, language);
  if (!detail && value) detail = error.detail;
  if (!detail) return sentence;
  if (errorClass(error.code) == ErrorClass::Usage && !value) return *detail;
  return sentence + " (" + *detail + ")";
}

} // namespace meridian::cli
