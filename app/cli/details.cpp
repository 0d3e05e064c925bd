#include "app/cli/details.h"

#include <vector>

#include "core/base/file.h"
#include "core/replica/managing.h"
#include "core/replica/profile.h"

namespace meridian::cli {
namespace {

// `{}` stands for what varies, a name that was typed or a number: the first of them is `{1}` in what is
// shown.
struct Phrase {
  std::string_view detail, ru;
};

constexpr Phrase phrases[] = {
    // The command line.
    {"no such command: {}", "нет такой команды: {1}"},
    {"A subcommand is required", "не указана команда"},
    {"The following argument was not expected: {}", "лишнее: {1}"},
    {"The following arguments were not expected: {}", "лишнее: {1}"},
    {"{}: must not be empty", "{1}: пустое значение"},
    {"{}: Value {} not in range {} to {}", "{1}: {2} вне пределов от {3} до {4}"},
    {"{}: {} not in {}", "{1}: {2} не из {3}"},
    {"{}: {} required {} missing", "{1}: не указано значение"},
    {"Could not convert: {} = {}", "{1}: не число: {2}"},
    {"name the profile: --profile DIR", "укажите профиль: --profile DIR"},
    {"no terminal to ask for a passphrase: set MERIDIAN_PASSPHRASE or give --key-file FILE",
     "нет терминала, чтобы спросить парольную фразу: задайте MERIDIAN_PASSPHRASE или укажите --key-file "
     "FILE"},
    {"the two passphrases differ", "фразы не совпали"},
    {"a passphrase has at least 12 characters", "в парольной фразе не меньше 12 символов"},
    {"a passphrase is not UTF-8", "парольная фраза не в UTF-8"},
    {"a passphrase is too long", "парольная фраза слишком длинная"},
    {"an empty passphrase", "парольная фраза пуста"},
    {"a profile has a name", "у профиля есть имя: --name"},
    {"there is a profile in this folder", "в этой папке уже есть профиль"},
    {"no profile in this folder: make one with `profile init`",
     "в этой папке нет профиля: создайте его командой profile init"},
    {"no such key file: {}", "нет файла ключа: {1}"},
    {"this profile has no campaign yet", "в этом профиле ещё нет кампании"},
    {"no campaign of this name or id", "нет кампании с таким названием или идентификатором"},
    {"several campaigns: choose one with --campaign ID",
     "кампаний несколько: выберите с помощью --campaign ID"},
    {"nothing to change: say what is new", "нечего менять: укажите, что нового"},
    {"text is not UTF-8", "текст не в UTF-8"},
    {"no text", "нет текста"},
    {"an empty lane never replaces text by itself", "чтобы стереть текст, добавьте --clear"},
    {"not a web address", "это не веб-адрес"},
    // Times and values.
    {"--at takes an instant or a clock file: {}", "--at: нужен момент времени или файл часов"},
    {"not an instant, such as 2027-03-10T14:00:00Z", "не момент времени вида 2027-03-10T14:00:00Z"},
    {"not a local time, such as 2027-03-12T14:00", "не местное время вида 2027-03-12T14:00"},
    {"not a date, such as 2027-03-10", "не дата вида 2027-03-10"},
    {"not a time of day, such as 18:00", "не время суток вида 18:00"},
    {"a time is 2027-03-15T16:00:00Z, or 2027-03-15T09:00 in a zone",
     "время пишется как 2027-03-15T16:00:00Z или 2027-03-15T09:00 в часовом поясе"},
    {"a time is written as 0:12, 1:02:03 or 0:12.5", "время пишется как 0:12, 1:02:03 или 0:12.5"},
    {"a local time needs a zone", "местному времени нужен часовой пояс"},
    {"a weekday is Mon, Tue, Wed, Thu, Fri, Sat or Sun", "день недели: Mon, Tue, Wed, Thu, Fri, Sat или Sun"},
    {"a language is en or ru", "язык: en или ru"},
    {"a whole number, not {}", "нужно целое число, а не {1}"},
    {"true or false", "true или false"},
    {"no answer is due then", "на это время ответ не назначен"},
    {"the schedule has no working day", "в графике нет рабочего дня"},
    {"more than 366 days off", "больше 366 выходных"},
    {"no holidays are known for this country", "праздники этой страны неизвестны"},
    // What is looked for.
    {"no such brief in conflict", "нет такого спорного брифа"},
    {"no such creator: {}", "нет такого креатора: {1}"},
    {"no such creator", "нет такого креатора"},
    {"no such person: {}", "нет такого человека: {1}"},
    {"no such person", "нет такого человека"},
    {"no such submission: {}", "нет такой отправки: {1}"},
    {"no such submission", "нет такой отправки"},
    {"no such verdict: {}", "нет такого итога согласования: {1}"},
    {"no such question: {}", "нет такого вопроса: {1}"},
    {"no such question", "нет такого вопроса"},
    {"no such deliverable: {}", "нет такого материала: {1}"},
    {"no such deliverable", "нет такого материала"},
    {"no such milestone: {}", "нет такой вехи: {1}"},
    {"no such element: {}", "нет такого элемента: {1}"},
    {"no such goal tension: {}", "нет такого противоречия целей: {1}"},
    {"no such goal tension", "нет такого противоречия целей"},
    {"several goal tensions fit: {}", "подходит несколько противоречий целей: {1}"},
    {"a text is missing", "не хватает текста"},
    {"it is decided", "решение уже принято"},
    {"no such market: {}", "нет такого рынка: {1}"},
    {"no such market", "нет такого рынка"},
    {"no such non-negotiable: {}", "нет такого обязательного элемента: {1}"},
    {"no such open invitation: {}", "нет такого действующего приглашения: {1}"},
    {"no such field: {}", "нет такого поля: {1}"},
    {"no such id: {}", "нет такого идентификатора: {1}"},
    {"no such attachment", "нет такого файла"},
    {"no such part", "нет такой части"},
    {"no such folder: {}", "нет такой папки: {1}"},
    {"no such {}: {}", "не найдено: {2}"},
    {"nothing has this name: {}", "такого имени нет: {1}"},
    {"several of them fit: {}: {}", "подходит несколько: {2}"},
    {"several of them fit: {}", "подходит несколько"},
    {"several invitations fit: give more of the id from `invite list`",
     "подходит несколько приглашений: укажите больше знаков идентификатора из invite list"},
    {"the caption does not say that", "в подписи этого нет"},
    {"the file has no creator {}", "в файле нет креатора {1}"},
    {"files of the submission: {}", "файлов в отправке: {1}"},
    // The campaign's page and its people.
    {"a brief's parts are contact, goal, role, make, live and bigger",
     "части брифа: contact, goal, role, make, live и bigger"},
    {"--part is contact, goal, role, make, live, bigger, tone, roleBecause or makeBecause",
     "--part: contact, goal, role, make, live, bigger, tone, roleBecause или makeBecause"},
    {"a decision has a mode and a reason: --decision MODE --why TEXT",
     "у решения есть вид и причина: --decision MODE --why TEXT"},
    {"a market's code is 1 to 8 capital letters, digits or hyphens",
     "код рынка: от 1 до 8 заглавных латинских букв, цифр или дефисов"},
    {"this market is there already: {}", "такой рынок уже есть: {1}"},
    {"a milestone keeps its reason: --why TEXT", "у вехи есть причина: --why TEXT"},
    {"a type of milestone is kickoff, briefs, rough-cut, feedback, launch, review or other",
     "вид вехи: kickoff, briefs, rough-cut, feedback, launch, review или other"},
    {"a check belongs to a market: --market CODE", "проверка относится к рынку: --market CODE"},
    {"--remove and --restore take --milestone or --element",
     "--remove и --restore указывают с --milestone или --element"},
    {"{} is a text: --text, --clear or --still-correct", "{1} — текст: --text, --clear или --still-correct"},
    {"{} takes --value", "{1} — не текст: --value"},
    {"use `schedule set`", "для этого есть schedule set"},
    {"the source is no translation", "это исходный текст, а не перевод"},
    {"name the market: --market CODE", "укажите рынок: --market CODE"},
    {"name the creator: --creator NAME", "укажите креатора: --creator NAME"},
    {"a new creator needs a zone: --zone America/Chicago",
     "новому креатору нужен часовой пояс: --zone America/Chicago"},
    {"--creator, --handle, --tier, --followers and --zone are of a creator",
     "--creator, --handle, --tier, --followers и --zone — только для креатора"},
    {"--from and --to are of a deputy", "--from и --to — только для заместителя"},
    {"a deputy acts between two dates", "заместитель действует между двумя датами: --from и --to"},
    {"this role needs a market", "этой роли нужен рынок: --market"},
    {"an invitation names the person", "в приглашении есть имя: --name"},
    {"unknown role", "нет такой роли"},
    {"--language is of --title, --style or --audience",
     "--language указывают с --title, --style или --audience"},
    {"the absence ends before it begins", "отсутствие заканчивается раньше, чем начинается"},
    {"add the creator first", "сначала добавьте креатора"},
    {"a deliverable has a title", "у материала есть название"},
    {"already a member of this campaign", "вы уже участник этой кампании"},
    // Reviews.
    {"name what is late: --submission or --slot", "укажите, что задерживается: --submission или --slot"},
    {"a delay moves a date to a later one", "новый срок должен быть позже прежнего"},
    {"name --submission with --verdict, or the brief to --keep",
     "укажите --submission вместе с --verdict или бриф: --keep"},
    {"the answers do not contradict each other", "ответы не расходятся"},
    {"somebody else decides this", "решает другой участник"},
    {"only its author withdraws it", "отозвать может только автор"},
    {"withdrawn already", "уже отозвано"},
    {"not a range of the caption", "в подписи нет такого места"},
    {"not a point of the image", "на изображении нет такой точки"},
    {"not a video", "это не видео"},
    {"not a time of the video", "видео короче"},
    {"a creator's command; leads use `review list --all`",
     "команда креатора; для руководителей — review list --all"},
    {"a creator's command", "команда креатора"},
    {"only a creator does this", "это делает только креатор"},
    {"only the own hub moves its answers", "сроки ответов переносит только свой хаб"},
    {"only the own hub issues briefs", "брифы отправляет только свой хаб"},
    {"creators are added by their hub or a lead", "креаторов добавляет их хаб или руководитель"},
    {"not somebody this role manages", "этой ролью руководит кто-то другой"},
    {"attachments belong to a creator's submission", "файлы бывают только в отправке креатора"},
    {"your lead is preparing it", "его готовит ваш руководитель"},
    {"the offline copy is not complete", "автономная копия неполна"},
    // Files and invitations.
    {"{} bytes, the relay takes {}", "{1} Б, сервер обмена принимает до {2}"},
    {"standard input", "стандартный ввод"},
    {"the folder cannot be made: {}", "папку создать не удалось"},
    {"the story is not JSON with steps", "история не в формате JSON с шагами"},
    {"a story has no such step", "такого шага в истории не бывает"},
    {"the relay's clock says {}: start it with --at {}, a file that `demo clock` writes",
     "часы сервера обмена показывают {1}: запустите его с --at {2}, файлом от demo clock"},
    {"step {}: {}", "шаг {1}: {2}"},
    {"no draft", "черновика нет"},
    {"{} is not JSON", "{1}: файл не в формате JSON"},
    {"a milestone depends on one that does not stand before it: {}",
     "веха зависит от той, что не стоит перед ней: {1}"},
    {"{} is missing", "{1}: не указано"},
    {"{} is not an object", "{1}: нужен объект"},
    {"{} is not a string", "{1}: нужна строка"},
    {"{} is not a text", "{1}: нужен текст"},
    {"{} is not a list of strings", "{1}: нужен список строк"},
    {"{} is not a list", "{1}: нужен список"},
    {"{} is not a whole number", "{1}: нужно целое число"},
    {"{} is not true or false", "{1}: нужно true или false"},
    {"{} is not brand-lead, campaign-lead, campaign-deputy, hub-lead, analyst, agency or viewer",
     "{1}: нужно brand-lead, campaign-lead, campaign-deputy, hub-lead, analyst, agency или viewer"},
    {"{} is not nano, micro or macro", "{1}: нужно nano, micro или macro"},
    {"{} is not from 0 to {}", "{1}: нужно целое число от 0 до {2}"},
    {"{} is not US or RU, whose holidays are known", "{1}: праздники известны только для US и RU"},
    {"{} is not a market of the file", "{1}: такого рынка в файле нет"},
    {"{} stands in the file twice", "{1}: в файле это стоит дважды"},
    {"{} is not a kind of milestone", "{1}: нет такого вида вехи"},
    {"{} is not 1 to 8 capital letters, digits or hyphens",
     "{1}: нужно от 1 до 8 заглавных латинских букв, цифр или дефисов"},
    {"{} is not named-market-leads, phased, parallel or separate",
     "{1}: нужно named-market-leads, phased, parallel или separate"},
    {"{} is not 1, the only format so far", "{1}: пока есть только формат 1"},
    {"{} is not a time of day such as 17:00", "{1}: нужно время суток вида 17:00"},
    {"{} is not a member that this version knows", "{1}: такого поля эта версия не знает"},
    {"{} has a date that is none: {}", "{1}: это не дата: {2}"},
    {"{} has a lane that is not \"en\" or \"ru\" with a string", "{1}: нужны строки en или ru"},
    {"{} a weekday is Mon, Tue, Wed, Thu, Fri, Sat or Sun",
     "{1}: день недели: Mon, Tue, Wed, Thu, Fri, Sat или Sun"},
    {"{} a language is en or ru", "{1}: язык: en или ru"},
    {"{} more than 366 days off", "{1}: больше 366 выходных"},
    {"{} a local time needs a zone", "{1}: местному времени нужен часовой пояс"},
    {"{} a time is 2027-03-15T16:00:00Z, or 2027-03-15T09:00 in a zone",
     "{1}: время пишется как 2027-03-15T16:00:00Z или 2027-03-15T09:00 в часовом поясе"},
    {"the file is of another campaign than its invitation", "файл не той кампании, что приглашение"},
    {"the file is of another campaign", "файл другой кампании"},
    {"the file is of a campaign that this profile does not know", "кампании из файла нет в этом профиле"},
    {"the file carries no invitation", "в файле нет приглашения"},
    {"who joined by it was confirmed already", "тот, кто по нему присоединился, уже подтверждён"},
    {"withdrawn", "отозвано"},
    {"the campaign is at another relay", "кампания на другом сервере обмена"},
    {"the invitation names another relay than yours", "в приглашении другой сервер обмена"},
    {"name the relay first (`relay set`): the invitation carries its address",
     "сначала задайте сервер обмена (relay set): его адрес входит в приглашение"},
    {"the campaign names no relay yet: `relay set`", "у кампании ещё нет сервера обмена: relay set"},
    {"the relay went silent", "сервер обмена замолчал"},
    {"the folder is not empty: choose another, or remove it",
     "папка не пуста: выберите другую или удалите её"},
    // Last, because they fit much.
    {"{} excludes {}", "{1} не сочетается с {2}"},
    {"{} requires {}", "{1} указывают вместе с {2}"},
    {"{} is required", "не указано {1}"},
};

struct Sentence {
  std::string_view detail, en, ru;
};

constexpr Sentence sentences[] = {
    {replica::leadsInvite,
     "People are added, invited and confirmed by the hub lead or the campaign lead, not by a deputy. Nothing "
     "was "
     "changed. Ask one of them.",
     "Добавлять, приглашать и подтверждать людей могут руководитель хаба и руководитель кампании, но не "
     "заместитель. Ничего не изменилось. Обратитесь к ним."},
    {"joined, and not synced yet",
     "You have joined, but nothing of the campaign is here yet. Sync first (sync): it brings the brief.",
     "Вы присоединились, но из кампании здесь пока ничего нет. Сначала выполните sync: бриф придёт с ним."},
    {replica::vaultMissing,
     "profile.vault is missing from this folder, and nothing else opens the replica.db beside it. Put it "
     "back. "
     "If there was never a profile here, `profile init` makes one and keeps that file.",
     "В этой папке нет файла profile.vault, а без него лежащий рядом replica.db не открыть. Верните его на "
     "место. Если профиля здесь ещё не было, создайте его командой profile init: этот файл сохранится."},
    {"the profile opens with a key file",
     "This profile opens with a key file: --key-file FILE. Nothing is lost.",
     "Этот профиль открывается файлом ключа: --key-file FILE. Данные на месте."},
    {"the profile opens with a passphrase",
     "This profile opens with a passphrase: leave --key-file out. Nothing is lost.",
     "Этот профиль открывается парольной фразой: уберите --key-file. Данные на месте."},
    {"not a key file: {}",
     "This is no key file of Meridian: {1}. Nothing was changed; give the one of the profile.",
     "Это не файл ключа «Меридиана»: {1}. Ничего не изменилось; укажите файл этого профиля."},
    {"an exchange file that was cut short",
     "This file was cut short or altered on its way. Nothing here was changed by the rest of it. Ask for it "
     "again.",
     "Файл оборван или изменён в пути. То, что не удалось прочитать, ничего здесь не изменило. Попросите "
     "прислать его ещё раз."},
    {"not a plain file",
     "This is not a file: a folder or a device can't be sent. Nothing was sent; name a file.",
     "Это не файл: папку или устройство отправить нельзя. Ничего не отправлено; укажите файл."},
    {notPlainFile,
     "What has this name is not a file but a folder, a link or a device. It was left as it is; name another "
     "file.",
     "Под этим именем не файл, а папка, ссылка или устройство. Там ничего не изменилось; укажите другой "
     "файл."},
    {"what was checked does not hold",
     "Part of what is stored here does not hold: see `problems`. What was sent is "
     "safe; keep the folder as it is and ask for a new invitation.",
     "Часть сохранённого здесь не сходится: см. problems. Отправленное в порядке; папку не меняйте и "
     "попросите новое приглашение."},
    {"the output cannot be written", "The output couldn't be written. What was changed is saved.",
     "Не удалось вывести результат. Изменения сохранены."},
};

// What the `{}` of the pattern stand for, if all of the detail fits.
std::optional<std::vector<std::string_view>> fit(std::string_view detail, std::string_view pattern) {
  std::vector<std::string_view> found;
  for (auto hole = pattern.find("{}"); hole != std::string_view::npos; hole = pattern.find("{}")) {
    if (!detail.starts_with(pattern.substr(0, hole))) return std::nullopt;
    detail.remove_prefix(hole);
    pattern.remove_prefix(hole + 2);
    const auto next = pattern.substr(0, pattern.find("{}"));
    const auto end = next.empty() ? detail.size() : pattern == next ? detail.rfind(next) : detail.find(next);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    found.push_back(detail.substr(0, end));
    detail.remove_prefix(end);
  }
  if (detail != pattern) return std::nullopt;
  return found;
}

// With the first value where `{1}` stands, and so on.
std::string filled(std::string_view text, const std::vector<std::string_view>& values) {
  std::string out;
  for (auto hole = text.find('{'); hole != std::string_view::npos; hole = text.find('{')) {
    out.append(text.substr(0, hole)).append(values.at(static_cast<std::size_t>(text[hole + 1] - '1')));
    text.remove_prefix(hole + 3);
  }
  return out.append(text);
}

} // namespace

std::optional<std::string> detailIn(std::string_view detail, domain::Language language) {
  for (const auto& phrase : phrases)
    if (const auto values = fit(detail, phrase.detail))
      return language == domain::Language::Ru ? filled(phrase.ru, *values) : std::string(detail);
  return std::nullopt;
}

std::optional<std::string> sentenceIn(std::string_view detail, domain::Language language) {
  for (const auto& sentence : sentences)
    if (const auto values = fit(detail, sentence.detail))
      return filled(language == domain::Language::Ru ? sentence.ru : sentence.en, *values);
  return std::nullopt;
}

} // namespace meridian::cli
