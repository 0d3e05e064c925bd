<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
    <context>
        <name>AppPage</name>
        <message>
            <source>Settings</source>
            <comment>Button: opens the settings</comment>
            <translation>Настройки</translation>
        </message>
    </context>
    <context>
        <name>AskSheet</name>
        <message>
            <source>Ask</source>
            <comment>Title of a sheet: a question to the contact</comment>
            <translation>Вопрос</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Above a question: %1 whom it goes to, %2 their local time and style</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>About: %1</source>
            <comment>Above a question; %1 is a part of the brief</comment>
            <translation>О чём: %1</translation>
        </message>
        <message>
            <source>Your question</source>
            <comment>Name of a field</comment>
            <translation>Ваш вопрос</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <comment>Under a question; %1 is a date</comment>
            <translation>Ответ до: %1</translation>
        </message>
        <message>
            <source>Send question</source>
            <comment>Button</comment>
            <translation>Отправить вопрос</translation>
        </message>
    </context>
    <context>
        <name>BilingualBlock</name>
        <message>
            <source>In English only so far</source>
            <comment>Note below a text that has no Russian lane yet</comment>
            <translation>Пока только на английском</translation>
        </message>
        <message>
            <source>In Russian only so far</source>
            <comment>Note below a text that has no English lane yet</comment>
            <translation>Пока только на русском</translation>
        </message>
        <message>
            <source>English text</source>
            <comment>Button: unfolds the English lane above the Russian one</comment>
            <translation>Текст на английском</translation>
        </message>
        <message>
            <source>Russian text</source>
            <comment>Button: unfolds the Russian lane above the English one</comment>
            <translation>Текст на русском</translation>
        </message>
        <message>
            <source>%1, English</source>
            <comment>Name of the field with the English lane; %1 is the part of the brief</comment>
            <translation>%1, английский</translation>
        </message>
        <message>
            <source>%1, Russian</source>
            <comment>Name of the field with the Russian lane; %1 is the part of the brief</comment>
            <translation>%1, русский</translation>
        </message>
    </context>
    <context>
        <name>BilingualLane</name>
        <message>
            <source>Translation is stale</source>
            <comment>State of a text whose source has changed since</comment>
            <translation>Перевод устарел</translation>
        </message>
        <message>
            <source>See what changed</source>
            <comment>Button: shows the difference in the source text</comment>
            <translation>Показать изменения</translation>
        </message>
        <message>
            <source>Still correct</source>
            <comment>Button: the translation needs no change</comment>
            <translation>Всё ещё верно</translation>
        </message>
    </context>
    <context>
        <name>BottomBar</name>
        <message>
            <source>Main pages</source>
            <comment>Screen reader: the bar with the main pages</comment>
            <translation>Основные страницы</translation>
        </message>
    </context>
    <context>
        <name>BriefChangesPage</name>
        <message>
            <source>What changed</source>
            <comment>Title of a page: the difference between two briefs</comment>
            <translation>Что изменилось</translation>
        </message>
        <message>
            <source>Nothing has changed since you read it.</source>
            <comment>No difference between two briefs</comment>
            <translation>С прошлого прочтения ничего не изменилось.</translation>
        </message>
        <message>
            <source>Got it</source>
            <comment>Button: acknowledges the changed brief</comment>
            <translation>Всё понятно</translation>
        </message>
    </context>
    <context>
        <name>BriefModel</name>
        <message>
            <source>%1. Removed: %2. Added: %3.</source>
            <comment>Screen reader: a changed part of the brief</comment>
            <translation>%1. Удалено: %2. Добавлено: %3.</translation>
        </message>
        <message>
            <source>Nothing sent yet</source>
            <comment>State of a deliverable</comment>
            <translation>Ещё ничего не отправлено</translation>
        </message>
        <message>
            <source>Live</source>
            <comment>State of a deliverable</comment>
            <translation>Опубликовано</translation>
        </message>
        <message>
            <source>Goes live: %1</source>
            <comment>Of a deliverable; %1 is a date</comment>
            <translation>Выход: %1</translation>
        </message>
        <message>
            <source>Answered %1</source>
            <comment>State of a question; %1 is a time</comment>
            <translation>Ответ получен: %1</translation>
        </message>
        <message>
            <source>Late: an answer was due %1</source>
            <comment>State of a question; %1 is a time</comment>
            <translation>Опаздывает: ответ ожидался %1</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <comment>State of a question; %1 is a time</comment>
            <translation>Ответ до: %1</translation>
        </message>
        <message>
            <source>Your lead is preparing your brief.</source>
            <comment>Instead of the brief</comment>
            <translation>Бриф готовится.</translation>
        </message>
        <message>
            <source>Your lead is preparing your brief, expected %1.</source>
            <comment>Instead of the brief; %1 is a day</comment>
            <translation>Бриф готовится. Ожидается: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) open</source>
            <translation>
                <numerusform>%n открытый вопрос</numerusform>
                <numerusform>%n открытых вопроса</numerusform>
                <numerusform>%n открытых вопросов</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Under a contact's name: %1 their local time, %2 how they communicate</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Until %1: %2</source>
            <comment>A contact is away; %1 a day, %2 who acts for them</comment>
            <translation>До %1: %2</translation>
        </message>
        <message>
            <source>Approves: %1</source>
            <comment>Under the contact; %1 is a name</comment>
            <translation>Согласует: %1</translation>
        </message>
    </context>
    <context>
        <name>BriefPartDelegate</name>
        <message>
            <source>%1. %2</source>
            <comment>Heading of a part of the brief: %1 its number, %2 its title</comment>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>Changed</source>
            <comment>Of a part of the brief</comment>
            <translation>Изменено</translation>
        </message>
        <message>
            <source>Ask about: %1</source>
            <comment>Button: a question about a part of the brief; %1 is its title</comment>
            <translation>Спросить о части: %1</translation>
        </message>
        <message>
            <source>Tone: %1</source>
            <comment>Of the creator's role; %1 is a text</comment>
            <translation>Тон: %1</translation>
        </message>
        <message>
            <source>Because: %1</source>
            <comment>The reason of an instruction; %1 is a text</comment>
            <translation>Потому что: %1</translation>
        </message>
    </context>
    <context>
        <name>CampaignModel</name>
        <message>
            <source>%1: %2</source>
            <comment>A priority decision; %1 its kind, %2 markets in order</comment>
            <translation>%1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) between the launches</source>
            <translation>
                <numerusform>%n день между запусками</numerusform>
                <numerusform>%n дня между запусками</numerusform>
                <numerusform>%n дней между запусками</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CampaignPage</name>
        <message>
            <source>Campaign</source>
            <comment>Main page: the campaign on one page</comment>
            <translation>Кампания</translation>
        </message>
        <message>
            <source>Shared goal</source>
            <comment>Campaign page: heading</comment>
            <translation>Общая цель</translation>
        </message>
        <message>
            <source>Value proposition</source>
            <comment>Campaign page: heading</comment>
            <translation>Ценностное предложение</translation>
        </message>
        <message>
            <source>Success metric</source>
            <comment>Campaign page: heading</comment>
            <translation>Ключевая метрика (KPI)</translation>
        </message>
        <message>
            <source>Priority decision</source>
            <comment>Campaign page: heading</comment>
            <translation>Решение о приоритете</translation>
        </message>
        <message>
            <source>%1: 3–5 keep a slip from reaching the next market</source>
            <comment>Below the launches; %1 is “2 days between the launches”</comment>
            <translation>%1. Запас в 3–5 дней защищает следующий рынок от сдвига сроков.</translation>
        </message>
        <message>
            <source>Non-negotiables</source>
            <comment>Campaign page: heading</comment>
            <translation>Обязательные элементы</translation>
        </message>
        <message>
            <source>Negotiables</source>
            <comment>Campaign page: heading</comment>
            <translation>Адаптируемые элементы</translation>
        </message>
        <message>
            <source>The campaign page is still empty. It fills as soon as the first data arrives.</source>
            <comment>An empty campaign page</comment>
            <translation>Страница кампании пока пуста. Она заполнится, как только придут первые данные.</translation>
        </message>
    </context>
    <context>
        <name>CampaignsPage</name>
        <message>
            <source>Campaigns</source>
            <comment>Title of a page: the campaigns of this profile</comment>
            <translation>Кампании</translation>
        </message>
        <message>
            <source>Join another campaign</source>
            <comment>Button</comment>
            <translation>Вступить в другую кампанию</translation>
        </message>
    </context>
    <context>
        <name>ContactRow</name>
        <message>
            <source>Ask</source>
            <comment>Button: asks the contact a question</comment>
            <translation>Спросить</translation>
        </message>
        <message>
            <source>Ask: %1</source>
            <comment>Screen reader: button that asks a person; %1 is a name</comment>
            <translation>Спросить. Контакт: %1</translation>
        </message>
    </context>
    <context>
        <name>CreateProfilePage</name>
        <message>
            <source>Your profile</source>
            <comment>Title of a page</comment>
            <translation>Ваш профиль</translation>
        </message>
        <message>
            <source>Create profile</source>
            <comment>Button</comment>
            <translation>Создать профиль</translation>
        </message>
    </context>
    <context>
        <name>FeedbackModel</name>
        <message>
            <source>Your lead</source>
            <comment>Instead of a name that is not known</comment>
            <translation>Ваш руководитель</translation>
        </message>
        <message>
            <source>Sent</source>
            <comment>Step of feedback</comment>
            <translation>Отправлено</translation>
        </message>
        <message>
            <source>Saved here, not yet received. The promise starts on receipt.</source>
            <translation>Сохранено здесь, ещё не получено. Обещанный срок ответа считается с момента получения.</translation>
        </message>
        <message>
            <source>Received</source>
            <comment>Step of feedback</comment>
            <translation>Получено</translation>
        </message>
        <message>
            <source>Promised</source>
            <comment>Step of feedback</comment>
            <translation>Обещанный ответ</translation>
        </message>
        <message>
            <source>Answer due %1. Nobody has replied yet.</source>
            <comment>%1 is a time</comment>
            <translation>Ответ обещан до: %1. Пока никто не ответил.</translation>
        </message>
        <message>
            <source>Before: %1. Reason: %2</source>
            <comment>Of a delayed answer; %1 the first date, %2 why</comment>
            <translation>Прежний срок: %1. Причина: %2</translation>
        </message>
        <message>
            <source>It was signed in time and delivered late.</source>
            <translation>Подписано вовремя, доставлено с опозданием.</translation>
        </message>
        <message>
            <source>Answer</source>
            <comment>Step of feedback</comment>
            <translation>Ответ</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <comment>A material and its version</comment>
            <translation>%1, версия %2</translation>
        </message>
        <message>
            <source>Round %1</source>
            <comment>How often changes were requested</comment>
            <translation>Раунд правок: %1</translation>
        </message>
        <message>
            <source>Point on: %1</source>
            <comment>A comment is pinned to a picture; %1 is its file</comment>
            <translation>Точка на файле: %1</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Версия %1</translation>
        </message>
        <message>
            <source>Version %1 is approved.</source>
            <translation>Версия %1 согласована.</translation>
        </message>
        <message>
            <source>Version %1 needs changes.</source>
            <translation>Версия %1: нужны правки.</translation>
        </message>
        <message>
            <source>Two answers on version %1. Your leads are deciding.</source>
            <translation>По версии %1 ответы расходятся. Руководители решают.</translation>
        </message>
        <message>
            <source>A newer version took the place of this one.</source>
            <translation>Эту версию заменила более новая.</translation>
        </message>
        <message>
            <source>The brief changed after the approval. Your lead checks whether it still fits.</source>
            <translation>После согласования бриф изменился. Руководитель проверит, подходит ли версия.</translation>
        </message>
        <message>
            <source>An answer was taken back. Reason: %1</source>
            <comment>%1 is a text</comment>
            <translation>Ответ отозван. Причина: %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>A file: %1 its name, %2 its size</comment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>FeedbackPage</name>
        <message>
            <source>Feedback</source>
            <comment>Main page of a creator: answers to what was submitted</comment>
            <translation>Ответы</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>Screen reader: a step of feedback and its state</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Comments</source>
            <comment>Heading</comment>
            <translation>Комментарии</translation>
        </message>
        <message>
            <source>Versions</source>
            <comment>Heading: all versions of a material</comment>
            <translation>Версии</translation>
        </message>
        <message>
            <source>Nothing sent yet. Once you submit, you see here when the answer is promised.</source>
            <comment>Feedback before the first submission</comment>
            <translation>Ещё ничего не отправлено. После отправки здесь появится обещанный срок ответа.</translation>
        </message>
        <message>
            <source>Your lead is preparing your brief.</source>
            <comment>Instead of the brief</comment>
            <translation>Бриф готовится.</translation>
        </message>
        <message>
            <source>Submit content</source>
            <comment>Button: opens the sheet for a submission</comment>
            <translation>Отправить материал</translation>
        </message>
        <message>
            <source>Send revision</source>
            <comment>Button: submits a new version</comment>
            <translation>Отправить новую версию</translation>
        </message>
        <message>
            <source>See where it is live</source>
            <comment>Button: opens the page of a published material</comment>
            <translation>Показать публикацию</translation>
        </message>
        <message>
            <source>Go live</source>
            <comment>Button: opens the page for publishing</comment>
            <translation>К выходу материала</translation>
        </message>
    </context>
    <context>
        <name>FileThumb</name>
        <message>
            <source>Remove</source>
            <comment>Button: takes a picked file out</comment>
            <translation>Убрать</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <comment>Button: takes a file or link out; %1 is its name</comment>
            <translation>Убрать: %1</translation>
        </message>
    </context>
    <context>
        <name>GoLivePage</name>
        <message>
            <source>Go live</source>
            <comment>Title of a page: publishing an approved material</comment>
            <translation>Выход материала</translation>
        </message>
        <message>
            <source>Saved: it is live.</source>
            <comment>After publishing</comment>
            <translation>Сохранено: материал вышел.</translation>
        </message>
        <message>
            <source>Copied.</source>
            <comment>After copying a text</comment>
            <translation>Скопировано.</translation>
        </message>
        <message>
            <source>Live</source>
            <comment>State of a deliverable</comment>
            <translation>Опубликовано</translation>
        </message>
        <message>
            <source>Approved caption</source>
            <comment>Heading</comment>
            <translation>Согласованный текст</translation>
        </message>
        <message>
            <source>Copy approved caption</source>
            <comment>Button</comment>
            <translation>Копировать согласованный текст</translation>
        </message>
        <message>
            <source>Ad-marking token</source>
            <comment>Heading: a code that the law of a market asks for</comment>
            <translation>Токен erid</translation>
        </message>
        <message>
            <source>Copy token</source>
            <comment>Button</comment>
            <translation>Копировать токен</translation>
        </message>
        <message>
            <source>Labels to show</source>
            <comment>Heading: disclosures of advertising</comment>
            <translation>Пометка о рекламе</translation>
        </message>
        <message>
            <source>Copy labels</source>
            <comment>Button</comment>
            <translation>Копировать пометку</translation>
        </message>
        <message>
            <source>Before you publish</source>
            <comment>Heading: the market's checks</comment>
            <translation>Перед публикацией</translation>
        </message>
        <message>
            <source>Link to the post</source>
            <comment>Name of a field</comment>
            <translation>Ссылка на публикацию</translation>
        </message>
        <message>
            <source>https://…</source>
            <comment>In an empty field for a link</comment>
            <translation>https://…</translation>
        </message>
        <message>
            <source>The file behind the link is the approved one</source>
            <comment>To tick before publishing</comment>
            <translation>По ссылке тот самый согласованный файл</translation>
        </message>
        <message>
            <source>The file behind a link can change; the approval covers its text alone.</source>
            <comment>Under the link field</comment>
            <translation>Файл по ссылке может измениться: согласуется только её текст.</translation>
        </message>
        <message>
            <source>Tick the checks above first.</source>
            <comment>Above a button that is not ready</comment>
            <translation>Сначала отметьте пункты выше.</translation>
        </message>
        <message>
            <source>It’s live</source>
            <comment>Button: says that a material is published</comment>
            <translation>Материал вышел</translation>
        </message>
    </context>
    <context>
        <name>JoinModel</name>
        <message>
            <source>For: %1, %2</source>
            <comment>Before joining; %1 a name, %2 their role</comment>
            <translation>Кому: %1, %2</translation>
        </message>
        <message>
            <source>For: %1, %2, %3</source>
            <comment>Before joining; %1 a name, %2 their role, %3 the market</comment>
            <translation>Кому: %1, %2, %3</translation>
        </message>
        <message>
            <source>%1, my invitation to %2 no longer works. Could you send me a new one? %3</source>
            <comment>A message to whoever invited; %1 their name, %2 the campaign, %3 my name</comment>
            <translation>%1, приглашение больше не действует. Кампания: %2. Пришлите, пожалуйста, новое. %3</translation>
        </message>
    </context>
    <context>
        <name>JoinPage</name>
        <message>
            <source>Before joining</source>
            <comment>Title of a page</comment>
            <translation>Перед вступлением</translation>
        </message>
        <message>
            <source>Your profile</source>
            <comment>Title of a page</comment>
            <translation>Ваш профиль</translation>
        </message>
        <message>
            <source>Join a campaign</source>
            <comment>Title of a page</comment>
            <translation>Вступление в кампанию</translation>
        </message>
        <message>
            <source>Picture with a QR code or invitation file</source>
            <comment>Title of a file dialog</comment>
            <translation>Картинка с QR-кодом или файл приглашения</translation>
        </message>
        <message>
            <source>Invitations (*.meridian *.txt *.png *.jpg *.jpeg *.webp)</source>
            <comment>Filter of a file dialog; keep the part in brackets</comment>
            <translation>Приглашения (*.meridian *.txt *.png *.jpg *.jpeg *.webp)</translation>
        </message>
        <message>
            <source>Paste the whole message you were sent, or its link. You can also pick a picture of the QR code or a .meridian file.</source>
            <comment>What to do to join</comment>
            <translation>Вставьте целиком сообщение с приглашением или ссылку. Можно выбрать картинку с QR-кодом или файл .meridian.</translation>
        </message>
        <message>
            <source>Invitation</source>
            <comment>Name of a field</comment>
            <translation>Приглашение</translation>
        </message>
        <message>
            <source>Paste the message here</source>
            <comment>In an empty field</comment>
            <translation>Вставьте сообщение сюда</translation>
        </message>
        <message>
            <source>Paste</source>
            <comment>Button: takes the text of the clipboard</comment>
            <translation>Вставить</translation>
        </message>
        <message>
            <source>Pick a picture or file</source>
            <comment>Button: opens a file dialog</comment>
            <translation>Выбрать картинку или файл</translation>
        </message>
        <message>
            <source>Invitation from: %1</source>
            <comment>Before joining; %1 is a name</comment>
            <translation>Приглашает: %1</translation>
        </message>
        <message>
            <source>Expired: %1</source>
            <comment>Of an invitation; %1 is a date</comment>
            <translation>Срок истёк: %1</translation>
        </message>
        <message>
            <source>Valid until %1, once</source>
            <comment>Of an invitation; %1 is a date</comment>
            <translation>Действует до: %1, один раз</translation>
        </message>
        <message>
            <source>You will see</source>
            <comment>Before joining: heading</comment>
            <translation>Вы увидите</translation>
        </message>
        <message>
            <source>Your brief and the shared timeline.</source>
            <comment>Before joining, for a creator</comment>
            <translation>Ваш бриф и общие сроки.</translation>
        </message>
        <message>
            <source>The campaign and its timeline.</source>
            <comment>Before joining, for others</comment>
            <translation>Кампанию и её сроки.</translation>
        </message>
        <message>
            <source>Others will see</source>
            <comment>Before joining: heading</comment>
            <translation>Другие увидят</translation>
        </message>
        <message>
            <source>Your name, your time zone and what you submit.</source>
            <comment>Before joining, for a creator</comment>
            <translation>Ваше имя, часовой пояс и то, что вы отправите.</translation>
        </message>
        <message>
            <source>Your name, your time zone and what you write.</source>
            <comment>Before joining, for others</comment>
            <translation>Ваше имя, часовой пояс и то, что вы напишете.</translation>
        </message>
        <message>
            <source>Making your profile…</source>
            <comment>While joining</comment>
            <translation>Создаём профиль…</translation>
        </message>
        <message>
            <source>Saved. Joins by itself when online.</source>
            <comment>After joining without a connection</comment>
            <translation>Сохранено. Вступление произойдёт само, как только появится сеть.</translation>
        </message>
        <message>
            <source>Continue</source>
            <comment>Button</comment>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>This isn’t me</source>
            <comment>Button: the invitation is for somebody else</comment>
            <translation>Это не я</translation>
        </message>
        <message>
            <source>Ask for a new one</source>
            <comment>Button: copies a message to whoever invited</comment>
            <translation>Попросить новое</translation>
        </message>
        <message>
            <source>Message copied. Send it to: %1</source>
            <comment>%1 is a name</comment>
            <translation>Сообщение скопировано. Получатель: %1</translation>
        </message>
        <message>
            <source>Join</source>
            <comment>Button: accepts the invitation</comment>
            <translation>Вступить</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Meridian</source>
            <comment>Title of the window</comment>
            <translation>Меридиан</translation>
        </message>
        <message>
            <source>%1 – Meridian</source>
            <comment>Title of the window; %1 is the campaign</comment>
            <translation>%1 – Меридиан</translation>
        </message>
    </context>
    <context>
        <name>MarketCard</name>
        <message>
            <source>Angle</source>
            <comment>Of a market: heading</comment>
            <translation>Акцент</translation>
        </message>
        <message>
            <source>What the data says</source>
            <comment>Of a market: heading</comment>
            <translation>Что говорят данные</translation>
        </message>
        <message>
            <source>How the thesis sounds here</source>
            <comment>Of a market: heading</comment>
            <translation>Как тезис звучит здесь</translation>
        </message>
        <message>
            <source>Sub-goal</source>
            <comment>Of a market: heading</comment>
            <translation>Подцель</translation>
        </message>
        <message>
            <source>Why in this order</source>
            <comment>Of a market: heading</comment>
            <translation>Почему в таком порядке</translation>
        </message>
    </context>
    <context>
        <name>MeridianLine</name>
        <message>
            <source>Timeline</source>
            <comment>Screen reader: a list of dates along a vertical line</comment>
            <translation>Сроки</translation>
        </message>
    </context>
    <context>
        <name>MyBriefPage</name>
        <message>
            <source>Question saved. It will go out when you’re online.</source>
            <comment>After asking</comment>
            <translation>Вопрос сохранён. Отправим, как только появится сеть.</translation>
        </message>
        <message>
            <source>Next: %1</source>
            <comment>Above the next date; %1 says what kind of date</comment>
            <translation>Дальше: %1</translation>
        </message>
        <message numerus="yes">
            <source>Your brief changed: %n part(s).</source>
            <comment>Above the brief</comment>
            <translation>
                <numerusform>Бриф обновлён. Изменена %n часть.</numerusform>
                <numerusform>Бриф обновлён. Изменены %n части.</numerusform>
                <numerusform>Бриф обновлён. Изменено частей: %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>See changes</source>
            <comment>Button: shows what changed in the brief</comment>
            <translation>Показать изменения</translation>
        </message>
        <message>
            <source>Both markets</source>
            <comment>Heading: the angle of each market side by side</comment>
            <translation>Оба рынка</translation>
        </message>
        <message>
            <source>Ask</source>
            <comment>Button: asks the contact a question</comment>
            <translation>Спросить</translation>
        </message>
        <message>
            <source>Submit content</source>
            <comment>Button: opens the sheet for a submission</comment>
            <translation>Отправить материал</translation>
        </message>
    </context>
    <context>
        <name>NavRail</name>
        <message>
            <source>Main pages</source>
            <comment>Screen reader: the bar with the main pages</comment>
            <translation>Основные страницы</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Brief</source>
            <comment>Main page of a creator: the one brief</comment>
            <translation>Бриф</translation>
        </message>
        <message>
            <source>Feedback</source>
            <comment>Main page of a creator: answers to what was submitted</comment>
            <translation>Ответы</translation>
        </message>
        <message>
            <source>Timeline</source>
            <comment>Main page: dates of the campaign</comment>
            <translation>Сроки</translation>
        </message>
        <message>
            <source>Campaign</source>
            <comment>Main page: the campaign on one page</comment>
            <translation>Кампания</translation>
        </message>
        <message>
            <source>Settings</source>
            <comment>Main page</comment>
            <translation>Настройки</translation>
        </message>
    </context>
    <context>
        <name>OutboxModel</name>
        <message>
            <source>%1 · %2</source>
            <comment>A row of the outbox: %1 whom or what it concerns, %2 when</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Delivered %1</source>
            <comment>A row of the outbox; %1 is a time</comment>
            <translation>Доставлено: %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>Progress of files: 12 MB of 38 MB</comment>
            <translation>%1 из %2</translation>
        </message>
    </context>
    <context>
        <name>OutboxPage</name>
        <message>
            <source>Outbox</source>
            <comment>Title of a page: what waits to be sent</comment>
            <translation>Ожидает отправки</translation>
        </message>
        <message>
            <source>Everything here goes out by itself.</source>
            <comment>Outbox, while connected</comment>
            <translation>Всё уйдёт само.</translation>
        </message>
        <message>
            <source>Saved here. It goes out by itself when you’re online.</source>
            <comment>Outbox, while offline</comment>
            <translation>Сохранено здесь. Уйдёт само, как только появится сеть.</translation>
        </message>
        <message>
            <source>Try now</source>
            <comment>Button: connects at once</comment>
            <translation>Попробовать сейчас</translation>
        </message>
        <message>
            <source>Nothing is waiting. What you write shows here until it is delivered.</source>
            <comment>An empty outbox</comment>
            <translation>Ничего не ожидает отправки. Здесь видно всё, что ещё не доставлено.</translation>
        </message>
    </context>
    <context>
        <name>PageBar</name>
        <message>
            <source>Back</source>
            <comment>Button: to the page before</comment>
            <translation>Назад</translation>
        </message>
        <message>
            <source>Campaign: %1. Switch</source>
            <comment>Screen reader: the title that opens the list of campaigns</comment>
            <translation>Кампания: %1. Сменить</translation>
        </message>
    </context>
    <context>
        <name>PassphraseField</name>
        <message>
            <source>Hide the passphrase</source>
            <comment>Button in the passphrase field</comment>
            <translation>Скрыть парольную фразу</translation>
        </message>
        <message>
            <source>Show the passphrase</source>
            <comment>Button in the passphrase field</comment>
            <translation>Показать парольную фразу</translation>
        </message>
        <message>
            <source>Keyboard: %1. Caps Lock is on.</source>
            <comment>%1 is EN or RU</comment>
            <translation>Раскладка: %1. Включён Caps Lock.</translation>
        </message>
        <message>
            <source>Keyboard: %1</source>
            <comment>%1 is EN or RU</comment>
            <translation>Раскладка: %1</translation>
        </message>
    </context>
    <context>
        <name>PersonForm</name>
        <message>
            <source>Your name</source>
            <comment>Name of a field</comment>
            <translation>Ваше имя</translation>
        </message>
        <message>
            <source>As others in the campaign see it</source>
            <comment>Below the name field</comment>
            <translation>Так его видят участники кампании</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <comment>Name of a field</comment>
            <translation>Парольная фраза</translation>
        </message>
        <message>
            <source>At least 12 characters. It locks what lies on this device.</source>
            <comment>Below the passphrase field</comment>
            <translation>Не короче 12 символов. Она защищает то, что лежит на этом устройстве.</translation>
        </message>
        <message>
            <source>Suggest five words</source>
            <comment>Button: fills in a random passphrase</comment>
            <translation>Предложить пять слов</translation>
        </message>
        <message>
            <source>Nobody can reset a passphrase. If it is lost, your lead can invite you again: what was received stays with them, what was not sent is lost.</source>
            <comment>Below the passphrase field</comment>
            <translation>Сбросить парольную фразу не может никто. Если она утрачена, руководитель пригласит вас снова: полученное у него останется, неотправленное пропадёт.</translation>
        </message>
    </context>
    <context>
        <name>QuestionList</name>
        <message>
            <source>My questions</source>
            <comment>Heading</comment>
            <translation>Мои вопросы</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>That doesn’t fit here. Check what you entered and try again.</source>
            <translation>Так не получится. Проверьте введённое и попробуйте ещё раз.</translation>
        </message>
        <message>
            <source>This is no longer here. Go back and open it again.</source>
            <translation>Этого здесь больше нет. Вернитесь и откройте снова.</translation>
        </message>
        <message>
            <source>Several things match. Choose one of them.</source>
            <translation>Подходит несколько вариантов. Выберите один.</translation>
        </message>
        <message>
            <source>This already exists. Nothing was changed.</source>
            <translation>Это уже есть. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>This time zone is unknown here. Choose a city from the list.</source>
            <translation>Такой часовой пояс неизвестен. Выберите город из списка.</translation>
        </message>
        <message>
            <source>There is no campaign in this profile yet. Join one with an invitation.</source>
            <translation>В этом профиле пока нет кампании. Вступите по приглашению.</translation>
        </message>
        <message>
            <source>No relay is set. Everything stays on this device until one is.</source>
            <translation>Сервер обмена не задан. Пока его нет, всё остаётся на этом устройстве.</translation>
        </message>
        <message>
            <source>Your role doesn’t cover this. Ask the campaign lead.</source>
            <translation>Ваша роль этого не позволяет. Обратитесь к руководителю кампании.</translation>
        </message>
        <message>
            <source>This belongs to another market. Its hub lead can do it.</source>
            <translation>Это другой рынок. Это может сделать его руководитель хаба.</translation>
        </message>
        <message>
            <source>The brief isn’t complete. Fill the missing parts, then issue it.</source>
            <translation>Бриф не заполнен. Дополните недостающие части и отправьте бриф.</translation>
        </message>
        <message>
            <source>There is no brief yet. Your lead is preparing it.</source>
            <translation>Брифа пока нет. Он готовится.</translation>
        </message>
        <message>
            <source>This creator already has a live brief. Withdraw it first.</source>
            <translation>У этого креатора уже есть действующий бриф. Сначала отзовите его.</translation>
        </message>
        <message>
            <source>The priority decision is missing. The campaign lead makes it before any brief is issued.</source>
            <translation>Нет решения о приоритете. Его принимает руководитель кампании до отправки первого брифа.</translation>
        </message>
        <message>
            <source>A goal tension is unresolved. Resolve it first.</source>
            <translation>Есть нерешённое противоречие целей. Сначала разрешите его.</translation>
        </message>
        <message>
            <source>Tick every non-negotiable first. What you wrote is kept.</source>
            <translation>Сначала отметьте все обязательные элементы. Ваш текст сохранён.</translation>
        </message>
        <message>
            <source>Add a file, a link or a caption first.</source>
            <translation>Сначала добавьте файл, ссылку или текст.</translation>
        </message>
        <message>
            <source>A file hasn’t arrived on this device yet. It comes when you’re online.</source>
            <translation>Файл ещё не пришёл на это устройство. Он придёт, как только появится сеть.</translation>
        </message>
        <message>
            <source>The file is no longer where it was picked. Pick it again; the rest is kept.</source>
            <translation>Файла больше нет на прежнем месте. Выберите его снова, остальное сохранено.</translation>
        </message>
        <message>
            <source>A newer version has arrived. Open that one.</source>
            <translation>Пришла более новая версия. Откройте её.</translation>
        </message>
        <message>
            <source>This version isn’t approved. Only an approved version can go live.</source>
            <translation>Эта версия не согласована. Выйти может только согласованная версия.</translation>
        </message>
        <message>
            <source>There are two different answers on this version. Wait for the decision.</source>
            <translation>По этой версии ответы расходятся. Дождитесь решения.</translation>
        </message>
        <message>
            <source>This is live already, so it can’t be changed.</source>
            <translation>Материал уже вышел, изменить его нельзя.</translation>
        </message>
        <message>
            <source>Your brief changed. Look at the changes and press Got it first. What you wrote is kept.</source>
            <translation>Бриф обновлён. Сначала посмотрите изменения и нажмите «Всё понятно». Ваш текст сохранён.</translation>
        </message>
        <message>
            <source>Say why: add a comment or a reason.</source>
            <translation>Поясните: добавьте комментарий или причину.</translation>
        </message>
        <message>
            <source>The file behind a link can change. Confirm that it is still the approved one.</source>
            <translation>Файл по ссылке может измениться. Подтвердите, что это тот самый согласованный файл.</translation>
        </message>
        <message>
            <source>This invitation was used already. Ask for a new one.</source>
            <translation>Это приглашение уже использовано. Попросите новое.</translation>
        </message>
        <message>
            <source>This invitation has expired. Ask for a new one.</source>
            <translation>Срок приглашения истёк. Попросите новое.</translation>
        </message>
        <message>
            <source>No valid invitation in this. Paste the whole message, or ask for a new one.</source>
            <translation>Здесь нет действующего приглашения. Вставьте сообщение целиком или попросите новое.</translation>
        </message>
        <message>
            <source>This invitation belongs to another relay. Ask for a new one.</source>
            <translation>Это приглашение для другого сервера обмена. Попросите новое.</translation>
        </message>
        <message>
            <source>The relay didn’t accept this. Your text is kept.</source>
            <translation>Сервер обмена это не принял. Ваш текст сохранён.</translation>
        </message>
        <message>
            <source>The relay has no room left for this campaign. It will be tried again; nothing is lost.</source>
            <translation>На сервере обмена нет места для этой кампании. Попробуем снова, ничего не потеряно.</translation>
        </message>
        <message>
            <source>This is too large. Shorten it or pick a smaller file; the rest is kept.</source>
            <translation>Слишком большой объём. Сократите текст или выберите файл поменьше, остальное сохранено.</translation>
        </message>
        <message>
            <source>You’re offline. It is saved here and goes out when you’re online.</source>
            <translation>Нет сети. Сохранено здесь, отправим, как только появится сеть.</translation>
        </message>
        <message>
            <source>No answer in time. It will be tried again by itself.</source>
            <translation>Ответа нет. Попробуем ещё раз автоматически.</translation>
        </message>
        <message>
            <source>The relay can’t be reached. Everything stays here and goes out later.</source>
            <translation>Сервер обмена недоступен. Всё сохранено здесь и уйдёт позже.</translation>
        </message>
        <message>
            <source>This isn’t the relay of your campaign. Nothing was sent. Ask your lead.</source>
            <translation>Это не сервер обмена вашей кампании. Ничего не отправлено. Обратитесь к руководителю.</translation>
        </message>
        <message>
            <source>The relay’s certificate has changed. Nothing was sent. Ask your lead.</source>
            <translation>Сертификат сервера обмена изменился. Ничего не отправлено. Обратитесь к руководителю.</translation>
        </message>
        <message>
            <source>The relay answered in a way that makes no sense. It will be tried again; nothing is lost.</source>
            <translation>Ответ сервера обмена непонятен. Попробуем снова, ничего не потеряно.</translation>
        </message>
        <message>
            <source>This needs a newer Meridian. Update it; everything here is kept.</source>
            <translation>Нужна новая версия программы. Обновите её, все данные сохранятся.</translation>
        </message>
        <message>
            <source>That passphrase doesn’t open this profile. Nothing is lost.</source>
            <translation>Фраза не подошла. Данные на месте.</translation>
        </message>
        <message>
            <source>Others on this computer can read the key file. Allow only yourself to read it.</source>
            <translation>Файл ключа доступен другим на этом компьютере. Оставьте доступ только себе.</translation>
        </message>
        <message>
            <source>Part of the data on this device is damaged. What was sent is safe with your leads.</source>
            <translation>Часть данных на этом устройстве повреждена. Отправленное сохранено у руководителей.</translation>
        </message>
        <message>
            <source>Meridian can’t read this file.</source>
            <translation>Этот файл прочитать нельзя.</translation>
        </message>
        <message>
            <source>A signature doesn’t match, so this was not accepted.</source>
            <translation>Подпись не совпала, поэтому это не принято.</translation>
        </message>
        <message>
            <source>Something is missing before this, so it waits. It is fetched by itself.</source>
            <translation>Не хватает предыдущих данных. Они придут сами.</translation>
        </message>
        <message>
            <source>This device is full. Free some space and try again; what was saved is safe.</source>
            <translation>На устройстве нет места. Освободите его и попробуйте снова. Сохранённое в безопасности.</translation>
        </message>
        <message>
            <source>Meridian can’t write to its folder. Allow writing and try again; what was saved is safe.</source>
            <translation>Нет доступа к папке на запись. Разрешите запись и попробуйте снова. Сохранённое в безопасности.</translation>
        </message>
        <message>
            <source>This profile is open in another window. Use that one or close it.</source>
            <translation>Этот профиль открыт в другом окне. Перейдите в него или закройте его.</translation>
        </message>
        <message>
            <source>A file couldn’t be read or written. Try again; what was saved is safe.</source>
            <translation>Не удалось прочитать или записать файл. Попробуйте снова. Сохранённое в безопасности.</translation>
        </message>
        <message>
            <source>Something went wrong inside Meridian. What was saved is safe. Try again.</source>
            <translation>Внутренняя ошибка. Сохранённое в безопасности. Попробуйте ещё раз.</translation>
        </message>
        <message>
            <source>Not received yet</source>
            <comment>State of a feedback promise</comment>
            <translation>Ещё не получено</translation>
        </message>
        <message>
            <source>On track</source>
            <comment>State of a feedback promise</comment>
            <translation>В срок</translation>
        </message>
        <message>
            <source>At risk</source>
            <comment>State of a feedback promise</comment>
            <translation>Под угрозой</translation>
        </message>
        <message>
            <source>Kept</source>
            <comment>State of a feedback promise</comment>
            <translation>Выполнено</translation>
        </message>
        <message>
            <source>Delayed, new date</source>
            <comment>State of a feedback promise</comment>
            <translation>Новый срок</translation>
        </message>
        <message>
            <source>Missed</source>
            <comment>State of a feedback promise</comment>
            <translation>Срок нарушен</translation>
        </message>
        <message>
            <source>Newer version sent</source>
            <comment>State of a feedback promise</comment>
            <translation>Отправлена новая версия</translation>
        </message>
        <message>
            <source>In review</source>
            <comment>State of a version</comment>
            <translation>На согласовании</translation>
        </message>
        <message>
            <source>Approved</source>
            <comment>State of a version</comment>
            <translation>Согласовано</translation>
        </message>
        <message>
            <source>Changes requested</source>
            <comment>State of a version</comment>
            <translation>Нужны правки</translation>
        </message>
        <message>
            <source>Contested</source>
            <comment>State of a version</comment>
            <translation>Ответы расходятся</translation>
        </message>
        <message>
            <source>Older version</source>
            <comment>State of a version</comment>
            <translation>Прежняя версия</translation>
        </message>
        <message>
            <source>Signed. Not delivered yet.</source>
            <comment>State of something sent</comment>
            <translation>Подписано. Ещё не доставлено.</translation>
        </message>
        <message>
            <source>On its way</source>
            <comment>State of something sent</comment>
            <translation>В пути</translation>
        </message>
        <message>
            <source>Delivered</source>
            <comment>State of something sent</comment>
            <translation>Доставлено</translation>
        </message>
        <message>
            <source>Not accepted</source>
            <comment>State of something sent</comment>
            <translation>Не принято</translation>
        </message>
        <message>
            <source>Blocks launch</source>
            <comment>State of a rule in Preflight</comment>
            <translation>Блокирует запуск</translation>
        </message>
        <message>
            <source>Warns</source>
            <comment>State of a rule in Preflight</comment>
            <translation>Предупреждение</translation>
        </message>
        <message>
            <source>Ready</source>
            <comment>State of a rule in Preflight</comment>
            <translation>Готово</translation>
        </message>
        <message>
            <source>Brand lead</source>
            <translation>Руководитель бренда</translation>
        </message>
        <message>
            <source>Campaign lead</source>
            <translation>Руководитель кампании</translation>
        </message>
        <message>
            <source>Hub lead</source>
            <translation>Руководитель хаба</translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation>Заместитель</translation>
        </message>
        <message>
            <source>Creator</source>
            <translation>Креатор</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>Наблюдатель</translation>
        </message>
        <message>
            <source>Analyst</source>
            <translation>Аналитик</translation>
        </message>
        <message>
            <source>Agency</source>
            <translation>Агентство</translation>
        </message>
        <message>
            <source>Campaign lead’s deputy</source>
            <translation>Заместитель руководителя кампании</translation>
        </message>
        <message>
            <source>Contact</source>
            <comment>Part of the brief</comment>
            <translation>Ваш контакт</translation>
        </message>
        <message>
            <source>Overall goal</source>
            <comment>Part of the brief</comment>
            <translation>Общая цель</translation>
        </message>
        <message>
            <source>My role</source>
            <comment>Part of the brief</comment>
            <translation>Моя роль</translation>
        </message>
        <message>
            <source>What I make</source>
            <comment>Part of the brief</comment>
            <translation>Что я делаю</translation>
        </message>
        <message>
            <source>When it goes live</source>
            <comment>Part of the brief</comment>
            <translation>Когда выходит</translation>
        </message>
        <message>
            <source>The bigger picture</source>
            <comment>Part of the brief</comment>
            <translation>Общая картина</translation>
        </message>
        <message>
            <source>nano</source>
            <comment>Tier of a creator</comment>
            <translation>нано</translation>
        </message>
        <message>
            <source>micro</source>
            <comment>Tier of a creator</comment>
            <translation>микро</translation>
        </message>
        <message>
            <source>macro</source>
            <comment>Tier of a creator</comment>
            <translation>макро</translation>
        </message>
        <message>
            <source>Ready to go live.</source>
            <translation>Можно публиковать.</translation>
        </message>
        <message>
            <source>Nothing has been submitted yet.</source>
            <translation>Ещё ничего не отправлено.</translation>
        </message>
        <message>
            <source>This version isn’t approved yet.</source>
            <translation>Эта версия ещё не согласована.</translation>
        </message>
        <message>
            <source>A newer version is in review. The approval covers the older one only.</source>
            <translation>На согласовании новая версия. Согласование относится только к прежней.</translation>
        </message>
        <message>
            <source>Your leads gave two different answers. They are deciding.</source>
            <translation>Ответы руководителей расходятся. Решение готовится.</translation>
        </message>
        <message>
            <source>The brief changed after the approval. Your lead checks whether it still fits.</source>
            <translation>После согласования бриф изменился. Руководитель проверит, подходит ли версия.</translation>
        </message>
        <message>
            <source>The ad-marking token is missing. Your lead adds it.</source>
            <translation>Нет токена erid. Его добавит руководитель.</translation>
        </message>
        <message>
            <source>Confirm that the file behind the link is still the approved one.</source>
            <translation>Подтвердите, что по ссылке тот самый согласованный файл.</translation>
        </message>
        <message>
            <source>Your brief changed. Press Got it first.</source>
            <translation>Бриф обновлён. Сначала нажмите «Всё понятно».</translation>
        </message>
        <message>
            <source>It is live.</source>
            <translation>Материал вышел.</translation>
        </message>
        <message>
            <source>Milestone</source>
            <comment>Kind of a date</comment>
            <translation>Веха</translation>
        </message>
        <message>
            <source>Launch</source>
            <comment>Kind of a date</comment>
            <translation>Запуск</translation>
        </message>
        <message>
            <source>Rough cut due</source>
            <comment>Kind of a date</comment>
            <translation>Черновой монтаж</translation>
        </message>
        <message>
            <source>Go-live</source>
            <comment>Kind of a date</comment>
            <translation>Выход материала</translation>
        </message>
        <message>
            <source>Answer promised</source>
            <comment>Kind of a date</comment>
            <translation>Обещанный ответ</translation>
        </message>
        <message>
            <source>Feedback day</source>
            <comment>Kind of a date</comment>
            <translation>День ответов</translation>
        </message>
        <message>
            <source>Edit of the campaign page</source>
            <comment>A change</comment>
            <translation>Правка страницы кампании</translation>
        </message>
        <message>
            <source>Edit of a market</source>
            <comment>A change</comment>
            <translation>Правка рынка</translation>
        </message>
        <message>
            <source>Non-negotiable</source>
            <comment>A change</comment>
            <translation>Обязательный элемент</translation>
        </message>
        <message>
            <source>Negotiable</source>
            <comment>A change</comment>
            <translation>Адаптируемый элемент</translation>
        </message>
        <message>
            <source>Milestone</source>
            <comment>A change</comment>
            <translation>Веха</translation>
        </message>
        <message>
            <source>Person card</source>
            <comment>A change</comment>
            <translation>Карточка участника</translation>
        </message>
        <message>
            <source>Absence</source>
            <comment>A change</comment>
            <translation>Отсутствие</translation>
        </message>
        <message>
            <source>Priority decision</source>
            <comment>A change</comment>
            <translation>Решение о приоритете</translation>
        </message>
        <message>
            <source>Charter acknowledged</source>
            <comment>A change</comment>
            <translation>Ознакомление с паспортом кампании подтверждено</translation>
        </message>
        <message>
            <source>Delay notice</source>
            <comment>A change</comment>
            <translation>Предупреждение о задержке</translation>
        </message>
        <message>
            <source>Confirmation of receipt</source>
            <comment>A change</comment>
            <translation>Подтверждение получения</translation>
        </message>
        <message>
            <source>Go-live check</source>
            <comment>A change</comment>
            <translation>Проверка перед выходом</translation>
        </message>
        <message>
            <source>Creator’s card</source>
            <comment>A change</comment>
            <translation>Карточка креатора</translation>
        </message>
        <message>
            <source>Edit of the brief</source>
            <comment>A change</comment>
            <translation>Правка брифа</translation>
        </message>
        <message>
            <source>Deliverable</source>
            <comment>A change</comment>
            <translation>Материал</translation>
        </message>
        <message>
            <source>Brief issued</source>
            <comment>A change</comment>
            <translation>Бриф отправлен</translation>
        </message>
        <message>
            <source>Brief opened</source>
            <comment>A change</comment>
            <translation>Бриф открыт</translation>
        </message>
        <message>
            <source>Brief acknowledged</source>
            <comment>A change</comment>
            <translation>Бриф: ознакомление подтверждено</translation>
        </message>
        <message>
            <source>Submission</source>
            <comment>A change</comment>
            <translation>Отправка</translation>
        </message>
        <message>
            <source>Approval</source>
            <comment>A change</comment>
            <translation>Согласование</translation>
        </message>
        <message>
            <source>Request for changes</source>
            <comment>A change</comment>
            <translation>Запрос правок</translation>
        </message>
        <message>
            <source>Withdrawal of a verdict</source>
            <comment>A change</comment>
            <translation>Отзыв итога согласования</translation>
        </message>
        <message>
            <source>Comment</source>
            <comment>A change</comment>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Question</source>
            <comment>A change</comment>
            <translation>Вопрос</translation>
        </message>
        <message>
            <source>Answer to a question</source>
            <comment>A change</comment>
            <translation>Ответ на вопрос</translation>
        </message>
        <message>
            <source>It’s live</source>
            <comment>A change</comment>
            <translation>Материал вышел</translation>
        </message>
        <message>
            <source>Answer seen</source>
            <comment>A change</comment>
            <translation>Ответ просмотрен</translation>
        </message>
        <message>
            <source>Sent to the decider</source>
            <comment>A change</comment>
            <translation>Передано на решение</translation>
        </message>
        <message>
            <source>Decision on two answers</source>
            <comment>A change</comment>
            <translation>Решение по двум ответам</translation>
        </message>
        <message>
            <source>Decision on two briefs</source>
            <comment>A change</comment>
            <translation>Решение по двум брифам</translation>
        </message>
        <message>
            <source>Still fine</source>
            <comment>A change</comment>
            <translation>Всё ещё подходит</translation>
        </message>
        <message>
            <source>Brief withdrawn</source>
            <comment>A change</comment>
            <translation>Бриф отозван</translation>
        </message>
        <message>
            <source>Members and access</source>
            <comment>A change</comment>
            <translation>Участники и доступ</translation>
        </message>
        <message>
            <source>New campaign</source>
            <comment>A change</comment>
            <translation>Новая кампания</translation>
        </message>
        <message>
            <source>Invitation</source>
            <comment>A change</comment>
            <translation>Приглашение</translation>
        </message>
        <message>
            <source>Joining</source>
            <comment>A change</comment>
            <translation>Вступление</translation>
        </message>
        <message>
            <source>Confirmation of somebody who joined</source>
            <comment>A change</comment>
            <translation>Подтверждение вступления</translation>
        </message>
        <message>
            <source>Withdrawal of an invitation</source>
            <comment>A change</comment>
            <translation>Отзыв приглашения</translation>
        </message>
        <message>
            <source>Relay of the campaign</source>
            <comment>A change</comment>
            <translation>Сервер обмена кампании</translation>
        </message>
        <message>
            <source>One market leads</source>
            <comment>A priority decision</comment>
            <translation>Ведёт один рынок</translation>
        </message>
        <message>
            <source>One after the other</source>
            <comment>A priority decision</comment>
            <translation>Поэтапный запуск</translation>
        </message>
        <message>
            <source>In parallel</source>
            <comment>A priority decision</comment>
            <translation>Параллельно</translation>
        </message>
        <message>
            <source>Separate campaigns</source>
            <comment>A priority decision</comment>
            <translation>Отдельные кампании</translation>
        </message>
        <message>
            <source>The priority decision between the markets is missing.</source>
            <translation>Нет решения о приоритете между рынками.</translation>
        </message>
        <message>
            <source>The campaign’s thesis is missing.</source>
            <translation>Нет главного тезиса кампании.</translation>
        </message>
        <message>
            <source>No non-negotiables are set.</source>
            <translation>Не заданы обязательные элементы.</translation>
        </message>
        <message>
            <source>Why this market matters to the whole win is not said.</source>
            <translation>Не сказано, почему этот рынок важен для общего успеха.</translation>
        </message>
        <message>
            <source>A creator has no contact or no approver.</source>
            <translation>У креатора нет контакта или согласующего.</translation>
        </message>
        <message>
            <source>Two briefs were issued to one creator.</source>
            <translation>Одному креатору отправлены два брифа.</translation>
        </message>
        <message>
            <source>A brief is missing parts.</source>
            <translation>В брифе не хватает частей.</translation>
        </message>
        <message>
            <source>A brief has not been issued.</source>
            <translation>Бриф не отправлен.</translation>
        </message>
        <message>
            <source>A brief is missing in the other language.</source>
            <translation>Бриф есть только на одном языке.</translation>
        </message>
        <message>
            <source>A translation is stale.</source>
            <translation>Перевод устарел.</translation>
        </message>
        <message>
            <source>The audience of a creator is not described.</source>
            <translation>Не описана аудитория креатора.</translation>
        </message>
        <message>
            <source>An instruction has no “because”.</source>
            <translation>У указания нет «потому что».</translation>
        </message>
        <message>
            <source>A market has no feedback schedule.</source>
            <translation>У рынка нет графика обратной связи.</translation>
        </message>
        <message>
            <source>A promised answer is at risk.</source>
            <translation>Обещанный срок ответа под угрозой.</translation>
        </message>
        <message>
            <source>A promised answer was missed.</source>
            <translation>Обещанный срок ответа нарушен.</translation>
        </message>
        <message>
            <source>Two different answers on one version.</source>
            <translation>По одной версии ответы расходятся.</translation>
        </message>
        <message>
            <source>A deliverable is not approved and its go-live is near.</source>
            <translation>Материал не согласован, а выход близко.</translation>
        </message>
        <message>
            <source>The buffer between two launches is not 3–5 days.</source>
            <translation>Буфер между запусками не 3–5 дней.</translation>
        </message>
        <message>
            <source>A market has no launch date.</source>
            <translation>У рынка нет даты запуска.</translation>
        </message>
        <message>
            <source>A milestone has no why.</source>
            <translation>У вехи нет причины.</translation>
        </message>
        <message>
            <source>An ad-marking token is missing.</source>
            <translation>Нет токена erid.</translation>
        </message>
        <message>
            <source>A brief is not acknowledged yet.</source>
            <translation>Ознакомление с брифом ещё не подтверждено.</translation>
        </message>
        <message>
            <source>Two values were entered at the same time.</source>
            <translation>Одновременно введены два значения.</translation>
        </message>
        <message>
            <source>EN only</source>
            <comment>A text that exists in English alone</comment>
            <translation>только EN</translation>
        </message>
        <message>
            <source>RU only</source>
            <comment>A text that exists in Russian alone</comment>
            <translation>только RU</translation>
        </message>
    </context>
    <context>
        <name>SessionObject</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <comment>The sync pill: changes that have not gone out</comment>
            <translation>
                <numerusform>Ожидает: %n</numerusform>
                <numerusform>Ожидают: %n</numerusform>
                <numerusform>Ожидают: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need attention</source>
            <comment>The sync pill: changes that were not accepted</comment>
            <translation>
                <numerusform>Требует внимания: %n</numerusform>
                <numerusform>Требуют внимания: %n</numerusform>
                <numerusform>Требуют внимания: %n</numerusform>
            </translation>
        </message>
        <message>
            <source>On this device</source>
            <comment>The sync pill: no relay is set</comment>
            <translation>На этом устройстве</translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <comment>%1 is a time</comment>
            <translation>Нет сети с %1</translation>
        </message>
        <message>
            <source>Offline</source>
            <comment>The sync pill</comment>
            <translation>Нет сети</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>Screen reader: the sync pill; %1 offline since when, %2 how much waits</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Synced</source>
            <comment>The sync pill: everything is exchanged</comment>
            <translation>Всё передано</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <comment>Main page</comment>
            <translation>Настройки</translation>
        </message>
        <message>
            <source>Saved.</source>
            <comment>After a setting was kept</comment>
            <translation>Сохранено.</translation>
        </message>
        <message>
            <source>Profile</source>
            <comment>Settings: heading</comment>
            <translation>Профиль</translation>
        </message>
        <message>
            <source>Your name</source>
            <comment>Name of a field</comment>
            <translation>Ваше имя</translation>
        </message>
        <message>
            <source>Save profile</source>
            <comment>Button</comment>
            <translation>Сохранить профиль</translation>
        </message>
        <message>
            <source>Languages</source>
            <comment>Settings: heading</comment>
            <translation>Языки</translation>
        </message>
        <message>
            <source>Interface</source>
            <comment>Settings: which language the buttons have</comment>
            <translation>Интерфейс</translation>
        </message>
        <message>
            <source>Language of the interface</source>
            <comment>Name of a choice</comment>
            <translation>Язык интерфейса</translation>
        </message>
        <message>
            <source>Content</source>
            <comment>Settings: which language briefs are shown in</comment>
            <translation>Содержание</translation>
        </message>
        <message>
            <source>Briefs and the campaign page, where both languages exist</source>
            <comment>Below the choice of a language</comment>
            <translation>Брифы и страница кампании, если есть оба языка</translation>
        </message>
        <message>
            <source>Language of the content</source>
            <comment>Name of a choice</comment>
            <translation>Язык содержания</translation>
        </message>
        <message>
            <source>Look</source>
            <comment>Settings: heading</comment>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Theme</source>
            <comment>Settings: light or dark</comment>
            <translation>Тема</translation>
        </message>
        <message>
            <source>System</source>
            <comment>Theme: as the system</comment>
            <translation>Как в системе</translation>
        </message>
        <message>
            <source>Light</source>
            <comment>Theme</comment>
            <translation>Светлая</translation>
        </message>
        <message>
            <source>Dark</source>
            <comment>Theme</comment>
            <translation>Тёмная</translation>
        </message>
        <message>
            <source>Text size</source>
            <comment>Settings</comment>
            <translation>Размер текста</translation>
        </message>
        <message>
            <source>%1 %</source>
            <comment>A size of text</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Reduce motion</source>
            <comment>Settings</comment>
            <translation>Меньше движения</translation>
        </message>
        <message>
            <source>Lock</source>
            <comment>Settings: heading</comment>
            <translation>Блокировка</translation>
        </message>
        <message>
            <source>Lock by itself</source>
            <comment>Settings: auto-lock</comment>
            <translation>Автоблокировка</translation>
        </message>
        <message>
            <source>Never</source>
            <comment>Auto-lock</comment>
            <translation>Никогда</translation>
        </message>
        <message numerus="yes">
            <source>After %n minute(s)</source>
            <comment>Auto-lock</comment>
            <translation>
                <numerusform>Через %n минуту</numerusform>
                <numerusform>Через %n минуты</numerusform>
                <numerusform>Через %n минут</numerusform>
            </translation>
        </message>
        <message>
            <source>Lock now</source>
            <comment>Button</comment>
            <translation>Заблокировать сейчас</translation>
        </message>
        <message>
            <source>Relay</source>
            <comment>Settings: heading; the server that passes sealed changes on</comment>
            <translation>Сервер обмена</translation>
        </message>
        <message>
            <source>No relay is set for this campaign.</source>
            <comment>Settings</comment>
            <translation>Для этой кампании сервер обмена не задан.</translation>
        </message>
        <message>
            <source>It passes on what you write and cannot read a word of it.</source>
            <comment>Settings: of the relay</comment>
            <translation>Он передаёт написанное и не может прочитать ни слова.</translation>
        </message>
        <message>
            <source>Campaign on one page</source>
            <comment>Button and title: opens the campaign's page</comment>
            <translation>Кампания на одной странице</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>Close</source>
            <comment>Button: closes a sheet</comment>
            <translation>Закрыть</translation>
        </message>
    </context>
    <context>
        <name>SubmitModel</name>
        <message>
            <source>Received before %1: answer by %2.</source>
            <comment>Before sending; both are dates</comment>
            <translation>Получено до %1: ответ до %2.</translation>
        </message>
        <message>
            <source>Received before %1: answer by %2. Later: %3.</source>
            <comment>Before sending; all are dates</comment>
            <translation>Получено до %1: ответ до %2. Позже: %3.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>Progress of a file: 12 MB of 38 MB</comment>
            <translation>%1 из %2</translation>
        </message>
        <message>
            <source>Add a file, a link or a caption.</source>
            <comment>Why content cannot be sent yet</comment>
            <translation>Добавьте файл, ссылку или текст.</translation>
        </message>
        <message numerus="yes">
            <source>%n non-negotiable(s) left to tick.</source>
            <comment>Why content cannot be sent yet</comment>
            <translation>
                <numerusform>Осталось отметить %n обязательный элемент.</numerusform>
                <numerusform>Осталось отметить %n обязательных элемента.</numerusform>
                <numerusform>Осталось отметить %n обязательных элементов.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SubmitPage</name>
        <message>
            <source>Submitted</source>
            <comment>Title of a page: the receipt of a submission</comment>
            <translation>Отправка сохранена</translation>
        </message>
        <message>
            <source>Submit content</source>
            <comment>Title of a page</comment>
            <translation>Отправить материал</translation>
        </message>
        <message>
            <source>File to submit</source>
            <comment>Title of a file dialog</comment>
            <translation>Файл для отправки</translation>
        </message>
        <message>
            <source>Photo or video to submit</source>
            <comment>Title of a file dialog</comment>
            <translation>Фото или видео для отправки</translation>
        </message>
        <message>
            <source>Photos and videos (*.jpg *.jpeg *.png *.webp *.heic *.mp4 *.mov *.webm)</source>
            <comment>Filter of a file dialog; keep the part in brackets</comment>
            <translation>Фото и видео (*.jpg *.jpeg *.png *.webp *.heic *.mp4 *.mov *.webm)</translation>
        </message>
        <message>
            <source>Saved here and on its way.</source>
            <comment>Receipt of a submission, while connected</comment>
            <translation>Сохранено и уже в пути.</translation>
        </message>
        <message>
            <source>Saved on this phone. It will go out when you’re online.</source>
            <comment>Receipt of a submission, while offline</comment>
            <translation>Сохранено на телефоне. Отправим, как только появится сеть.</translation>
        </message>
        <message>
            <source>The promise starts when it is received. You will see the date under Feedback.</source>
            <comment>Receipt of a submission: what happens next</comment>
            <translation>Обещанный срок ответа считается с момента получения. Дата появится в разделе «Ответы».</translation>
        </message>
        <message>
            <source>File</source>
            <comment>Button: picks a file</comment>
            <translation>Файл</translation>
        </message>
        <message>
            <source>Photo</source>
            <comment>Button: picks a photo or video</comment>
            <translation>Фото</translation>
        </message>
        <message>
            <source>Link</source>
            <comment>Button: adds a link</comment>
            <translation>Ссылка</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <comment>Button: takes a file or link out; %1 is its name</comment>
            <translation>Убрать: %1</translation>
        </message>
        <message>
            <source>Link</source>
            <comment>Name of a field</comment>
            <translation>Ссылка</translation>
        </message>
        <message>
            <source>The file behind a link can change; the approval covers its text alone.</source>
            <comment>Under the link field</comment>
            <translation>Файл по ссылке может измениться: согласуется только её текст.</translation>
        </message>
        <message>
            <source>Add link</source>
            <comment>Button</comment>
            <translation>Добавить ссылку</translation>
        </message>
        <message>
            <source>Caption</source>
            <comment>Name of a field: the text of a post</comment>
            <translation>Текст публикации</translation>
        </message>
        <message>
            <source>Must have</source>
            <comment>Heading: the non-negotiables to tick</comment>
            <translation>Обязательно</translation>
        </message>
        <message>
            <source>You’re offline. Connect before then.</source>
            <comment>Under the promise, before sending</comment>
            <translation>Нет сети. Выйдите в сеть до этого срока.</translation>
        </message>
        <message>
            <source>Send for approval</source>
            <comment>Button: submits the content</comment>
            <translation>Отправить на согласование</translation>
        </message>
        <message>
            <source>See feedback</source>
            <comment>Button: goes to the page with answers</comment>
            <translation>К ответам</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <comment>Above a submission: %1 the material, %2 the version to be</comment>
            <translation>%1, версия %2</translation>
        </message>
    </context>
    <context>
        <name>TimelinePage</name>
        <message>
            <source>Timeline</source>
            <comment>Main page: dates of the campaign</comment>
            <translation>Сроки</translation>
        </message>
        <message>
            <source>Yours</source>
            <comment>Of a date on the timeline: my own deadline</comment>
            <translation>Ваш срок</translation>
        </message>
        <message>
            <source>No dates yet. They appear here as soon as your leads set them.</source>
            <comment>An empty timeline</comment>
            <translation>Дат пока нет. Они появятся, как только их зададут руководители.</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>Meridian</source>
            <comment>Title of the first page</comment>
            <translation>Меридиан</translation>
        </message>
        <message>
            <source>Opening your profile…</source>
            <comment>While the passphrase is checked</comment>
            <translation>Открываем профиль…</translation>
        </message>
        <message>
            <source>Your profile is locked.</source>
            <comment>Above the passphrase field</comment>
            <translation>Профиль заблокирован.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <comment>Name of a field</comment>
            <translation>Парольная фраза</translation>
        </message>
        <message>
            <source>Unlock</source>
            <comment>Button: opens the profile with the passphrase</comment>
            <translation>Разблокировать</translation>
        </message>
        <message>
            <source>Nobody can reset a passphrase. If it is lost, your lead can invite you again: what was received stays with them, what was not sent is lost.</source>
            <comment>Below the passphrase field</comment>
            <translation>Сбросить парольную фразу не может никто. Если она утрачена, руководитель пригласит вас снова: полученное у него останется, неотправленное пропадёт.</translation>
        </message>
    </context>
    <context>
        <name>VerdictCard</name>
        <message>
            <source>Signed: %1</source>
            <comment>Button: a seal that tells about a signature; %1 is a name</comment>
            <translation>Подпись: %1</translation>
        </message>
        <message>
            <source>Signed: %1, %2</source>
            <comment>Of a signature: %1 a name, %2 a date</comment>
            <translation>Подпись: %1, %2</translation>
        </message>
        <message>
            <source>Checked on this phone</source>
            <comment>Of a signature and its files</comment>
            <translation>Проверено на этом телефоне</translation>
        </message>
        <message>
            <source>A file here isn’t the one that was signed</source>
            <comment>Of a signature and its files</comment>
            <translation>Файл отличается от подписанного</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Meridian</source>
            <comment>Title of the first page</comment>
            <translation>Меридиан</translation>
        </message>
        <message>
            <source>Language of the interface</source>
            <comment>Name of a choice</comment>
            <translation>Язык интерфейса</translation>
        </message>
        <message>
            <source>Everyone pulls in the same direction, knows why, and can do their part without a connection.</source>
            <comment>First screen: what Meridian is for</comment>
            <translation>Все движутся в одну сторону, знают зачем и могут делать своё дело без сети.</translation>
        </message>
        <message>
            <source>Join with an invitation</source>
            <comment>Button on the first screen</comment>
            <translation>Вступить по приглашению</translation>
        </message>
        <message>
            <source>Set up without an invitation</source>
            <comment>Button on the first screen: makes a profile alone</comment>
            <translation>Начать без приглашения</translation>
        </message>
    </context>
    <context>
        <name>When</name>
        <message>
            <source>%1 in %2</source>
            <comment>A time in another city: 17:00 in New York</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 (%2 %3)</source>
            <comment>%1 my date and time, %2 the time in another city, %3 that city</comment>
            <translation>%1 (%2, %3)</translation>
        </message>
        <message>
            <source>%1 (%2, %3 %4)</source>
            <comment>%1 my date and time, %2 the weekday in another city, %3 the time there, %4 that city</comment>
            <translation>%1 (%2, %3, %4)</translation>
        </message>
        <message>
            <source>now</source>
            <comment>Of a moment less than a minute away</comment>
            <translation>сейчас</translation>
        </message>
        <message numerus="yes">
            <source>in %n minute(s)</source>
            <translation>
                <numerusform>через %n минуту</numerusform>
                <numerusform>через %n минуты</numerusform>
                <numerusform>через %n минут</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n минуту назад</numerusform>
                <numerusform>%n минуты назад</numerusform>
                <numerusform>%n минут назад</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n hour(s)</source>
            <translation>
                <numerusform>через %n час</numerusform>
                <numerusform>через %n часа</numerusform>
                <numerusform>через %n часов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n час назад</numerusform>
                <numerusform>%n часа назад</numerusform>
                <numerusform>%n часов назад</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>через %n день</numerusform>
                <numerusform>через %n дня</numerusform>
                <numerusform>через %n дней</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n день назад</numerusform>
                <numerusform>%n дня назад</numerusform>
                <numerusform>%n дней назад</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ZoneField</name>
        <message>
            <source>Time zone</source>
            <comment>Name of a field</comment>
            <translation>Часовой пояс</translation>
        </message>
    </context>
</TS>
