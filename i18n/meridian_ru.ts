<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
    <context>
        <name>AddCreatorSheet</name>
        <message>
            <source>Add creator</source>
            <comment>Button</comment>
            <translation>Добавить креатора</translation>
        </message>
        <message>
            <source>Name</source>
            <comment>Name of a field</comment>
            <translation>Имя</translation>
        </message>
        <message>
            <source>Handle</source>
            <comment>Name of a field: the creator's name on their channel</comment>
            <translation>Ник</translation>
        </message>
        <message>
            <source>Followers</source>
            <comment>Name of a field</comment>
            <translation>Подписчики</translation>
        </message>
        <message>
            <source>Tier</source>
            <comment>Name of a choice: nano, micro or macro</comment>
            <translation>Категория</translation>
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
            <source>Language of the brief</source>
            <comment>Name of a choice</comment>
            <translation>Язык брифа</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Рынок</translation>
        </message>
    </context>
    <context>
        <name>AppPage</name>
        <message>
            <source>Settings</source>
            <comment>Button: opens the settings</comment>
            <translation>Настройки</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <comment>The sync pill, counting down: changes that have not gone out</comment>
            <translation>
                <numerusform>Ожидает: %n</numerusform>
                <numerusform>Ожидают: %n</numerusform>
                <numerusform>Ожидают: %n</numerusform>
            </translation>
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
            <translation>%1: на английском</translation>
        </message>
        <message>
            <source>%1, Russian</source>
            <comment>Name of the field with the Russian lane; %1 is the part of the brief</comment>
            <translation>%1: на русском</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>Screen reader: name of a field; %1 what it takes, %2 what it belongs to</comment>
            <translation>%1 (%2)</translation>
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
        <message>
            <source>Nothing has changed in your language.</source>
            <comment>A brief was issued again with other words in the other language</comment>
            <translation>На вашем языке ничего не изменилось.</translation>
        </message>
    </context>
    <context>
        <name>BriefConflictCard</name>
        <message>
            <source>Two briefs: %1</source>
            <comment>Conflict card; %1 is a creator</comment>
            <translation>Два брифа: %1</translation>
        </message>
        <message>
            <source>Both were issued at the same time. The creator sees the first one only; nothing is lost. Which one counts?</source>
            <comment>Conflict card</comment>
            <translation>Оба отправлены одновременно. Креатор видит только первый; ничего не потеряно. Какой из них действует?</translation>
        </message>
        <message>
            <source>Keep this one, which the creator has</source>
            <comment>Button of a conflict card</comment>
            <translation>Оставить этот: он уже у креатора</translation>
        </message>
        <message>
            <source>Keep this one</source>
            <comment>Button of a conflict card</comment>
            <translation>Оставить этот</translation>
        </message>
    </context>
    <context>
        <name>BriefDeliverables</name>
        <message>
            <source>Deliverables</source>
            <comment>Brief: heading</comment>
            <translation>Материалы</translation>
        </message>
        <message>
            <source>Add deliverable</source>
            <comment>Button</comment>
            <translation>Добавить материал</translation>
        </message>
        <message>
            <source>Rough cut: %1</source>
            <comment>Of a deliverable; %1 is a date</comment>
            <translation>Черновой монтаж: %1</translation>
        </message>
        <message>
            <source>Goes live: %1</source>
            <comment>Of a deliverable; %1 is a date</comment>
            <translation>Выход: %1</translation>
        </message>
        <message>
            <source>Nothing to make yet. A brief names at least one deliverable.</source>
            <comment>Brief without a deliverable</comment>
            <translation>Материалов пока нет. В брифе нужен хотя бы один.</translation>
        </message>
        <message>
            <source>Ad-marking token: %1</source>
            <comment>Of a deliverable; %1 is a code</comment>
            <translation>Токен erid: %1</translation>
        </message>
        <message>
            <source>The ad-marking token is missing</source>
            <comment>Of a deliverable</comment>
            <translation>Нет токена erid</translation>
        </message>
        <message>
            <source>Edit: %1</source>
            <comment>Button: opens a deliverable; %1 is its title</comment>
            <translation>Изменить: %1</translation>
        </message>
        <message>
            <source>Removed. The creator sees it once the changes are issued.</source>
            <comment>After a deliverable was removed</comment>
            <translation>Убрано. Креатор увидит это после отправки изменений.</translation>
        </message>
    </context>
    <context>
        <name>BriefDesk</name>
        <message>
            <source>Issued. The creator sees it as soon as both are online.</source>
            <comment>After a brief was issued</comment>
            <translation>Бриф отправлен. Креатор увидит его, как только появится сеть.</translation>
        </message>
        <message>
            <source>Answered.</source>
            <comment>After a question was answered</comment>
            <translation>Ответ отправлен.</translation>
        </message>
        <message>
            <source>Issue changes</source>
            <comment>Button: a new version of the brief</comment>
            <translation>Отправить изменения</translation>
        </message>
        <message>
            <source>Issue brief</source>
            <comment>Button</comment>
            <translation>Отправить бриф</translation>
        </message>
        <message>
            <source>A material change asks the creator to acknowledge the brief again, and you to look again at open submissions.</source>
            <comment>Sheet for issuing a changed brief</comment>
            <translation>При существенном изменении брифа креатор подтверждает ознакомление ещё раз, а вы заново просматриваете открытые отправки.</translation>
        </message>
        <message>
            <source>This change is material</source>
            <comment>A tick when a changed brief is issued</comment>
            <translation>Изменение существенное</translation>
        </message>
        <message>
            <source>Nothing has changed since the last issue.</source>
            <comment>Why a brief cannot be issued again</comment>
            <translation>С последней отправки брифа ничего не изменилось.</translation>
        </message>
    </context>
    <context>
        <name>BriefDeskModel</name>
        <message>
            <source>Audience</source>
            <comment>Of a creator: whom they speak to</comment>
            <translation>Аудитория</translation>
        </message>
        <message>
            <source>Tone</source>
            <comment>Text of a brief</comment>
            <translation>Тон</translation>
        </message>
        <message>
            <source>My role: because</source>
            <comment>Text of a brief: why this role</comment>
            <translation>Моя роль: почему</translation>
        </message>
        <message>
            <source>What I make: because</source>
            <comment>Text of a brief: why this</comment>
            <translation>Что я делаю: почему</translation>
        </message>
        <message>
            <source>Needed before the brief is issued</source>
            <translation>Без этого бриф не отправить</translation>
        </message>
        <message>
            <source>An instruction is easier to follow with its reason</source>
            <translation>Задачу проще выполнить, когда понятна причина</translation>
        </message>
        <message>
            <source>%1 of 6</source>
            <comment>Parts of a brief that are written</comment>
            <translation>%1 из 6</translation>
        </message>
        <message>
            <source>Version %1, issued %2. Acknowledged.</source>
            <comment>%1 a number, %2 a date</comment>
            <translation>Версия %1, отправлена: %2. Ознакомление подтверждено.</translation>
        </message>
        <message>
            <source>Version %1, issued %2. Opened, not acknowledged yet.</source>
            <translation>Версия %1, отправлена: %2. Открыта, ознакомление пока не подтверждено.</translation>
        </message>
        <message>
            <source>Version %1, issued %2. Not opened yet.</source>
            <translation>Версия %1, отправлена: %2. Пока не открыта.</translation>
        </message>
        <message>
            <source>Not written in the creator’s language: %1.</source>
            <comment>%1 parts of the brief</comment>
            <translation>Не заполнено на языке креатора: %1.</translation>
        </message>
        <message>
            <source>The audience is not described.</source>
            <translation>Не описана аудитория.</translation>
        </message>
        <message>
            <source>No deliverable is named.</source>
            <translation>Нет ни одного материала.</translation>
        </message>
        <message>
            <source>Missing in the other language: %1.</source>
            <comment>%1 parts of the brief</comment>
            <translation>Нет на втором языке: %1.</translation>
        </message>
        <message>
            <source>Translation is stale: %1.</source>
            <comment>%1 parts of the brief</comment>
            <translation>Перевод устарел: %1.</translation>
        </message>
        <message>
            <source>An instruction has no “because”.</source>
            <translation>Не везде указано «почему».</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <comment>Of a question; %1 a date</comment>
            <translation>Ответ до: %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Of a question: %1 a part of the brief, %2 until when</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>“%1”</source>
            <comment>A part of the brief in quotation marks</comment>
            <translation>«%1»</translation>
        </message>
        <message>
            <source>A deliverable needs a title.</source>
            <translation>Укажите название материала.</translation>
        </message>
        <message>
            <source>That is no date and time. Choose one in the calendar or type it.</source>
            <translation>Это не дата и время. Выберите их в календаре или введите.</translation>
        </message>
    </context>
    <context>
        <name>BriefDeskPage</name>
        <message>
            <source>Brief</source>
            <comment>Title of a page: a brief being written</comment>
            <translation>Бриф</translation>
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
            <translation>Вышел</translation>
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
        <message>
            <source>New contact: %1. Before: %2.</source>
            <comment>Announcement to a creator; %1, %2 names</comment>
            <translation>Новый контакт: %1. Прежний: %2.</translation>
        </message>
        <message>
            <source>New approver: %1. Before: %2.</source>
            <comment>Announcement to a creator; %1, %2 names</comment>
            <translation>Теперь согласует: %1. Прежде: %2.</translation>
        </message>
        <message>
            <source>%1. Added: %2.</source>
            <comment>Screen reader: a changed part of the brief</comment>
            <translation>%1. Добавлено: %2.</translation>
        </message>
        <message>
            <source>%1. Removed: %2.</source>
            <comment>Screen reader: a changed part of the brief</comment>
            <translation>%1. Удалено: %2.</translation>
        </message>
        <message>
            <source>Must have</source>
            <comment>Heading: the non-negotiables to tick</comment>
            <translation>Обязательно</translation>
        </message>
        <message>
            <source>Negotiables</source>
            <comment>Heading: what a creator may adapt</comment>
            <translation>Адаптируемые элементы</translation>
        </message>
        <message>
            <source>Campaign</source>
            <comment>Heading: what the campaign says to all</comment>
            <translation>Кампания</translation>
        </message>
        <message>
            <source>Both markets</source>
            <comment>Heading: the angle of each market side by side</comment>
            <translation>Оба рынка</translation>
        </message>
        <message>
            <source>Rough cut: %1</source>
            <comment>Of a deliverable; %1 is a date</comment>
            <translation>Черновой монтаж: %1</translation>
        </message>
        <message>
            <source>Labels: %1</source>
            <comment>Of a deliverable: disclosures of advertising</comment>
            <translation>Пометка о рекламе: %1</translation>
        </message>
        <message>
            <source>Deliverable: %1</source>
            <comment>Heading: %1 the title of a deliverable</comment>
            <translation>Материал: %1</translation>
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
        <name>BriefQuestions</name>
        <message>
            <source>Questions</source>
            <comment>Brief: heading over the creator's questions</comment>
            <translation>Вопросы</translation>
        </message>
        <message>
            <source>Answer: %1</source>
            <comment>Below a question; %1 is the answer</comment>
            <translation>Ответ: %1</translation>
        </message>
        <message>
            <source>Answer</source>
            <comment>Name of a field: to a question</comment>
            <translation>Ответ</translation>
        </message>
        <message>
            <source>Send answer</source>
            <comment>Button</comment>
            <translation>Отправить ответ</translation>
        </message>
        <message>
            <source>Answer to the question: %1</source>
            <comment>Screen reader: name of a field; %1 is what was asked</comment>
            <translation>Ответ на вопрос: %1</translation>
        </message>
        <message>
            <source>Send the answer to the question: %1</source>
            <comment>Screen reader: button; %1 is what was asked</comment>
            <translation>Отправить ответ на вопрос: %1</translation>
        </message>
    </context>
    <context>
        <name>BriefsPage</name>
        <message>
            <source>Briefs</source>
            <comment>Main page of a lead: everybody's briefs</comment>
            <translation>Брифы</translation>
        </message>
        <message>
            <source>No briefs yet. Add a creator first.</source>
            <comment>An empty list of briefs</comment>
            <translation>Брифов пока нет. Сначала добавьте креатора.</translation>
        </message>
        <message>
            <source>Creators and invitations</source>
            <comment>Button: opens the page of creators</comment>
            <translation>Креаторы и приглашения</translation>
        </message>
        <message>
            <source>Go to creators</source>
            <comment>Button: opens the page of creators</comment>
            <translation>Перейти к креаторам</translation>
        </message>
    </context>
    <context>
        <name>CampaignEditModel</name>
        <message>
            <source>Name</source>
            <comment>Text of the campaign</comment>
            <translation>Название</translation>
        </message>
        <message>
            <source>Thesis</source>
            <comment>Text of the campaign</comment>
            <translation>Главный тезис кампании</translation>
        </message>
        <message>
            <source>Shared goal</source>
            <comment>Text of the campaign</comment>
            <translation>Общая цель</translation>
        </message>
        <message>
            <source>Value proposition</source>
            <comment>Text of the campaign</comment>
            <translation>Ценностное предложение</translation>
        </message>
        <message>
            <source>Success metric</source>
            <comment>Text of the campaign</comment>
            <translation>Ключевая метрика (KPI)</translation>
        </message>
        <message>
            <source>Brand guidelines</source>
            <comment>Text of the campaign</comment>
            <translation>Гайдлайны</translation>
        </message>
        <message>
            <source>Angle</source>
            <comment>Text of a market</comment>
            <translation>Акцент</translation>
        </message>
        <message>
            <source>Reason of the angle</source>
            <comment>Text of a market</comment>
            <translation>Почему такой акцент</translation>
        </message>
        <message>
            <source>What the data says</source>
            <comment>Text of a market</comment>
            <translation>Что говорят данные</translation>
        </message>
        <message>
            <source>How the thesis sounds here</source>
            <comment>Text of a market</comment>
            <translation>Как главный тезис звучит здесь</translation>
        </message>
        <message>
            <source>Sub-goal</source>
            <comment>Text of a market</comment>
            <translation>Цель рынка</translation>
        </message>
        <message>
            <source>Why it matters to the whole win</source>
            <comment>Text of a market</comment>
            <translation>Почему это важно для общего результата</translation>
        </message>
        <message>
            <source>Why in this order</source>
            <comment>Text of a market</comment>
            <translation>Почему такой порядок</translation>
        </message>
        <message>
            <source>Required labels</source>
            <comment>Text of a market: disclosure</comment>
            <translation>Обязательные пометки</translation>
        </message>
        <message>
            <source>Say why: a decision keeps its reason.</source>
            <translation>Укажите причину: без неё решения нет.</translation>
        </message>
        <message>
            <source>This market is there already.</source>
            <translation>Такой рынок уже есть.</translation>
        </message>
        <message>
            <source>A market has a short code of up to 8 Latin letters, digits or hyphens, as US.</source>
            <translation>Код рынка: до восьми латинских букв, цифр или дефисов, например US.</translation>
        </message>
        <message>
            <source>That is no date and time. Choose one in the calendar or type it.</source>
            <translation>Это не дата и время. Выберите их в календаре или введите.</translation>
        </message>
    </context>
    <context>
        <name>CampaignEditPage</name>
        <message>
            <source>Edit the campaign</source>
            <comment>Title of a page</comment>
            <translation>Правка кампании</translation>
        </message>
        <message>
            <source>Decided. Everybody sees it with its reason.</source>
            <comment>After the priority decision</comment>
            <translation>Решение принято. Его видят все, вместе с причиной.</translation>
        </message>
        <message>
            <source>The launch date is set.</source>
            <comment>After a launch date was set</comment>
            <translation>Дата запуска задана.</translation>
        </message>
        <message>
            <source>Priority decision</source>
            <comment>Campaign page: heading</comment>
            <translation>Решение о приоритете</translation>
        </message>
        <message>
            <source>Shared by all markets</source>
            <comment>Campaign page: heading</comment>
            <translation>Общее для всех рынков</translation>
        </message>
        <message>
            <source>Markets</source>
            <comment>Campaign page: heading</comment>
            <translation>Рынки</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Рынок</translation>
        </message>
        <message>
            <source>Non-negotiables</source>
            <comment>Campaign page: heading</comment>
            <translation>Обязательные элементы</translation>
        </message>
        <message>
            <source>Because</source>
            <comment>Name of a field: the reason of a non-negotiable</comment>
            <translation>Почему</translation>
        </message>
        <message>
            <source>No “because” yet</source>
            <comment>Of a non-negotiable without a reason</comment>
            <translation>Пока нет «почему»</translation>
        </message>
        <message>
            <source>None yet. Each becomes a box that creators tick before they send.</source>
            <comment>No non-negotiables</comment>
            <translation>Пока нет. Каждый станет пунктом, который креаторы отмечают перед отправкой.</translation>
        </message>
        <message>
            <source>Negotiables</source>
            <comment>Campaign page: heading</comment>
            <translation>Адаптируемые элементы</translation>
        </message>
        <message>
            <source>Range</source>
            <comment>Name of a field: how far a negotiable may be changed</comment>
            <translation>В каких пределах</translation>
        </message>
        <message>
            <source>No range yet</source>
            <comment>Of a negotiable without a range</comment>
            <translation>Пределы не указаны</translation>
        </message>
        <message>
            <source>None yet. Each says what a market may adapt, and how far.</source>
            <comment>No negotiables</comment>
            <translation>Пока нет. Каждый определяет, что рынок может адаптировать и в каких пределах.</translation>
        </message>
        <message>
            <source>Checks before going live</source>
            <comment>Campaign page: heading; a market's</comment>
            <translation>Проверки перед выходом</translation>
        </message>
        <message>
            <source>None yet. Creators of this market tick them before they publish.</source>
            <comment>No checks</comment>
            <translation>Пока нет. Креаторы этого рынка отмечают их перед публикацией.</translation>
        </message>
        <message>
            <source>Add market</source>
            <comment>Button</comment>
            <translation>Добавить рынок</translation>
        </message>
        <message>
            <source>Removed. Versions already sent keep what was ticked.</source>
            <comment>After a non-negotiable or a check was removed</comment>
            <translation>Убрано. В уже отправленных версиях отметки сохраняются.</translation>
        </message>
        <message>
            <source>Removed.</source>
            <comment>After a negotiable was removed</comment>
            <translation>Убрано.</translation>
        </message>
        <message>
            <source>Goal tensions</source>
            <comment>Title of a page: goals that pull apart</comment>
            <translation>Противоречия целей</translation>
        </message>
        <message>
            <source>Where two goals pull apart, and what was decided</source>
            <comment>Below “Goal tensions”</comment>
            <translation>Где цели тянут в разные стороны и что решено</translation>
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
            <translation>Страница кампании пока пуста. Она заполнится, как только придут первые данные.</translation>
        </message>
        <message>
            <source>Edit the campaign</source>
            <comment>Button: opens the editor of the campaign page</comment>
            <translation>Правка кампании</translation>
        </message>
        <message>
            <source>%1: 3–5 keep a slip from reaching the next market.</source>
            <comment>Below the launches; %1 is “2 days between the launches”</comment>
            <translation>%1. Буфер в 3–5 дней не даст сдвигу сроков дойти до следующего рынка.</translation>
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
            <translation>Присоединиться к другой кампании</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Of a campaign: %1 its brand, %2 my role in it</comment>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>ClipPlayer</name>
        <message>
            <source>This video can’t be played here. The file is safe: open a copy of it in another player.</source>
            <comment>Instead of a video</comment>
            <translation>Это видео здесь не воспроизводится. С файлом всё в порядке: откройте его копию в другом проигрывателе.</translation>
        </message>
        <message>
            <source>This video is damaged on this device and isn’t shown. Nothing else is affected: ask for it to be sent again.</source>
            <comment>Instead of a video</comment>
            <translation>Видео на этом устройстве повреждено и не показывается. Остальное в порядке: попросите отправить видео ещё раз.</translation>
        </message>
    </context>
    <context>
        <name>CommentDelegate</name>
        <message>
            <source>At %1</source>
            <comment>Button on a comment: shows the video at that time, as 0:12</comment>
            <translation>На %1</translation>
        </message>
        <message>
            <source>Show the video at %1</source>
            <comment>Screen reader: a time as 0:12</comment>
            <translation>Показать видео на %1</translation>
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
        <name>ContestedCard</name>
        <message>
            <source>Until the decision nothing goes live. The creator sees that leads are deciding.</source>
            <comment>Conflict card of two answers</comment>
            <translation>До решения материал не выходит. Креатор видит, что руководители решают.</translation>
        </message>
        <message>
            <source>With the decider</source>
            <comment>Button of a conflict card, after it was pressed</comment>
            <translation>Уже на решении</translation>
        </message>
        <message>
            <source>Send to decider</source>
            <comment>Button of a conflict card</comment>
            <translation>Передать на решение</translation>
        </message>
        <message>
            <source>Decide: approved</source>
            <comment>Button of a conflict card</comment>
            <translation>Решение: согласовано</translation>
        </message>
        <message>
            <source>Decide: changes</source>
            <comment>Button of a conflict card</comment>
            <translation>Решение: нужны правки</translation>
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
        <name>CreatorsModel</name>
        <message>
            <source>Two briefs</source>
            <comment>State of a creator's brief</comment>
            <translation>Два брифа</translation>
        </message>
        <message>
            <source>Not issued</source>
            <comment>State of a creator's brief</comment>
            <translation>Не отправлен</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <comment>State of a creator's brief</comment>
            <translation>Ознакомление подтверждено</translation>
        </message>
        <message>
            <source>Opened</source>
            <comment>State of a creator's brief</comment>
            <translation>Открыт</translation>
        </message>
        <message>
            <source>Issued</source>
            <comment>State of a creator's brief</comment>
            <translation>Отправлен</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>An invitation: %1 a role, %2 a market</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Valid until %1</source>
            <comment>Of an invitation; %1 a date</comment>
            <translation>Действует до: %1</translation>
        </message>
        <message>
            <source>Works once this device has been online</source>
            <translation>Заработает, когда это устройство выйдет в сеть</translation>
        </message>
        <message>
            <source>Joined, not confirmed yet</source>
            <comment>Of an invitation</comment>
            <translation>Принято, пока не подтверждено</translation>
        </message>
        <message>
            <source>Joined</source>
            <comment>Of an invitation</comment>
            <translation>Принято</translation>
        </message>
        <message>
            <source>Expired</source>
            <comment>Of an invitation</comment>
            <translation>Срок истёк</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <comment>Of an invitation</comment>
            <translation>Отозвано</translation>
        </message>
        <message>
            <source>Used on two devices</source>
            <comment>Of an invitation</comment>
            <translation>Использовано на двух устройствах</translation>
        </message>
        <message>
            <source>%1 of 6</source>
            <comment>Parts of a brief that are written</comment>
            <translation>%1 из 6</translation>
        </message>
        <message>
            <source>Valid until %1, once. The link works once this device has been online.</source>
            <comment>%1 a date</comment>
            <translation>Одноразовое, действует до: %1. Ссылка заработает, когда это устройство выйдет в сеть.</translation>
        </message>
        <message>
            <source>Joined. The hub lead or the campaign lead confirms it.</source>
            <comment>Of an invitation</comment>
            <translation>Принято. Подтвердит руководитель хаба или руководитель кампании.</translation>
        </message>
        <message>
            <source>Say from which day to which the deputy acts.</source>
            <translation>Укажите, с какого и по какой день действует заместитель.</translation>
        </message>
    </context>
    <context>
        <name>CreatorsPage</name>
        <message>
            <source>Creators</source>
            <comment>Main page: creators and invitations</comment>
            <translation>Креаторы</translation>
        </message>
        <message>
            <source>Added. Invite them when the brief is ready.</source>
            <comment>After a creator was added</comment>
            <translation>Карточка добавлена. Пригласите, когда бриф будет готов.</translation>
        </message>
        <message>
            <source>Add creator</source>
            <comment>Button</comment>
            <translation>Добавить креатора</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>State of a brief: %1 “Not issued”, %2 “5 of 6”</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Invite</source>
            <comment>Button: makes an invitation for a creator</comment>
            <translation>Пригласить</translation>
        </message>
        <message>
            <source>No creators yet. Add the first one, write their brief, then invite them.</source>
            <comment>An empty list of creators</comment>
            <translation>Креаторов пока нет. Добавьте первую карточку, напишите бриф и пригласите.</translation>
        </message>
        <message>
            <source>Feedback schedule</source>
            <comment>Button: opens the schedule</comment>
            <translation>График обратной связи</translation>
        </message>
        <message>
            <source>Invitations</source>
            <comment>Creators: heading</comment>
            <translation>Приглашения</translation>
        </message>
        <message>
            <source>Invite a colleague</source>
            <comment>Button: opens the sheet for invitations</comment>
            <translation>Пригласить в команду</translation>
        </message>
        <message>
            <source>Invite: %1</source>
            <comment>Screen reader: button; %1 is a name</comment>
            <translation>Пригласить: %1</translation>
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
            <translation>Обещанный срок ответа</translation>
        </message>
        <message>
            <source>Answer due %1. Nobody has replied yet.</source>
            <comment>%1 is a time</comment>
            <translation>Ответ обещан до: %1. Пока никто не ответил.</translation>
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
            <translation>%1, версия %2</translation>
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
            <translation>Версия %1</translation>
        </message>
        <message>
            <source>Version %1 is approved.</source>
            <translation>Версия %1 согласована.</translation>
        </message>
        <message>
            <source>Version %1 needs changes.</source>
            <translation>Версия %1: нужны правки.</translation>
        </message>
        <message>
            <source>Two answers on version %1. Your leads are deciding.</source>
            <translation>По версии %1 ответы расходятся. Руководители решают.</translation>
        </message>
        <message>
            <source>A newer version took the place of this one.</source>
            <translation>Эту версию заменила более новая.</translation>
        </message>
        <message>
            <source>The brief changed after the approval. Your lead checks whether it still fits.</source>
            <translation>После согласования бриф изменился. Руководитель проверит, подходит ли версия.</translation>
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
        <message>
            <source>New date: %1. Reason: %2. Promised before: %3.</source>
            <comment>Of a delayed answer; %1 the new date, %2 why, %3 the first date</comment>
            <translation>Новый срок: %1. Причина: %2. Прежний срок: %3.</translation>
        </message>
        <message>
            <source>By the schedule, this device works out another time: %1.</source>
            <comment>%1 a date</comment>
            <translation>По графику обратной связи на этом устройстве получается другой срок: %1.</translation>
        </message>
        <message>
            <source>This date follows from no schedule that this device knows.</source>
            <translation>Этот срок не соответствует ни одному известному графику обратной связи.</translation>
        </message>
        <message>
            <source>An answer was taken back.</source>
            <translation>Ответ отозван.</translation>
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
            <translation>Показать, где вышел материал</translation>
        </message>
        <message>
            <source>Go live</source>
            <comment>Button: opens the page for publishing</comment>
            <translation>К выходу материала</translation>
        </message>
        <message>
            <source>What was sent</source>
            <comment>Feedback: heading over the files</comment>
            <translation>Что отправлено</translation>
        </message>
        <message>
            <source>Other deliverables</source>
            <comment>Heading: the other materials that a creator has sent</comment>
            <translation>Другие материалы</translation>
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
            <translation>Вышел</translation>
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
        <message>
            <source>Add the link to the post first.</source>
            <comment>Above a button that is not ready</comment>
            <translation>Сначала добавьте ссылку на публикацию.</translation>
        </message>
        <message>
            <source>Confirm the file behind the link first.</source>
            <comment>Above a button that is not ready</comment>
            <translation>Сначала подтвердите файл по ссылке.</translation>
        </message>
        <message>
            <source>See changes</source>
            <comment>Button: shows what changed in the brief</comment>
            <translation>Показать изменения</translation>
        </message>
    </context>
    <context>
        <name>InvitationDelegate</name>
        <message>
            <source>Withdraw</source>
            <comment>Button: makes an open invitation invalid</comment>
            <translation>Отозвать</translation>
        </message>
        <message>
            <source>Withdraw the invitation: %1</source>
            <comment>Screen reader: button; %1 is a name</comment>
            <translation>Отозвать приглашение: %1</translation>
        </message>
    </context>
    <context>
        <name>InviteSheet</name>
        <message>
            <source>Invitation</source>
            <comment>Title of a sheet</comment>
            <translation>Приглашение</translation>
        </message>
        <message>
            <source>Name</source>
            <comment>Name of a field</comment>
            <translation>Имя</translation>
        </message>
        <message>
            <source>Role</source>
            <comment>Name of a choice</comment>
            <translation>Роль</translation>
        </message>
        <message>
            <source>Language of the message</source>
            <comment>Name of a choice</comment>
            <translation>Язык сообщения</translation>
        </message>
        <message>
            <source>Message</source>
            <comment>Name of a field: the invitation to send</comment>
            <translation>Сообщение</translation>
        </message>
        <message>
            <source>Copy message</source>
            <comment>Button</comment>
            <translation>Скопировать сообщение</translation>
        </message>
        <message>
            <source>Copied. Paste it into any messenger.</source>
            <comment>After copying an invitation</comment>
            <translation>Скопировано. Вставьте в любой мессенджер.</translation>
        </message>
        <message>
            <source>Copy link</source>
            <comment>Button</comment>
            <translation>Скопировать ссылку</translation>
        </message>
        <message>
            <source>Save as file</source>
            <comment>Button: writes the invitation to a .meridian file</comment>
            <translation>Сохранить файлом</translation>
        </message>
        <message>
            <source>QR code with the invitation</source>
            <comment>Screen reader: a picture</comment>
            <translation>QR-код с приглашением</translation>
        </message>
        <message>
            <source>The link works once this invitation has reached the relay.</source>
            <comment>Below the button that makes an invitation</comment>
            <translation>Ссылка заработает, когда приглашение дойдёт до сервера обмена.</translation>
        </message>
        <message>
            <source>Make invitation</source>
            <comment>Button</comment>
            <translation>Создать приглашение</translation>
        </message>
        <message>
            <source>The file brings the invitation and, sealed, what it opens: joining works without a network. Unlike the message, it stays a secret after it was used: whoever has it can read what it brings and, while the invitation is valid, join once in this name.</source>
            <comment>Below the buttons of an invitation: of the .meridian file</comment>
            <translation>В файле приглашение и, в зашифрованном виде, всё, что оно открывает: присоединиться можно без сети. Файл остаётся секретом и после использования: кто его получит, сможет прочитать содержимое и, пока приглашение действует, один раз присоединиться под этим именем.</translation>
        </message>
        <message>
            <source>Invitations (*.meridian)</source>
            <comment>Filter of a file dialog; keep the part in brackets</comment>
            <translation>Приглашения (*.meridian)</translation>
        </message>
        <message>
            <source>The invitation file is saved.</source>
            <comment>After saving an invitation</comment>
            <translation>Файл приглашения сохранён.</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Рынок</translation>
        </message>
        <message>
            <source>First day</source>
            <comment>Name of a field: from when a deputy acts</comment>
            <translation>Первый день</translation>
        </message>
        <message>
            <source>Last day</source>
            <comment>Name of a field: until when a deputy acts</comment>
            <translation>Последний день</translation>
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
        <message>
            <source>This file was cut short or altered on its way. Ask for it again.</source>
            <comment>Joining</comment>
            <translation>Файл обрезан или изменён по дороге. Попросите прислать его ещё раз.</translation>
        </message>
        <message>
            <source>There is no invitation in this file. Pick the one you were sent, or paste the message.</source>
            <comment>Joining</comment>
            <translation>В этом файле нет приглашения. Выберите файл, который вам прислали, или вставьте сообщение.</translation>
        </message>
        <message>
            <source>The relay doesn’t know this invitation: it was used or withdrawn, or hasn’t reached the relay yet. It is tried again by itself.</source>
            <comment>After joining, while connected</comment>
            <translation>Сервер обмена не знает этого приглашения: его уже использовали или отозвали, либо оно ещё не дошло до сервера. Попытка повторится сама.</translation>
        </message>
        <message>
            <source>This invitation is for another relay than the one your campaigns use. They stay as they are. If you didn’t expect that, ask first: %1</source>
            <comment>Before joining; %1 the name of who invites</comment>
            <translation>Это приглашение на другой сервер обмена, не на тот, где ваши кампании. С ними ничего не случится. Если вы такого не ждали, сначала спросите: %1</translation>
        </message>
    </context>
    <context>
        <name>JoinPage</name>
        <message>
            <source>Before joining</source>
            <comment>Title of a page</comment>
            <translation>Прежде чем присоединиться</translation>
        </message>
        <message>
            <source>Your profile</source>
            <comment>Title of a page</comment>
            <translation>Ваш профиль</translation>
        </message>
        <message>
            <source>Join a campaign</source>
            <comment>Title of a page</comment>
            <translation>Присоединение к кампании</translation>
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
            <translation>Вставьте сообщение с приглашением целиком или ссылку. Можно выбрать файл .meridian или картинку с QR-кодом.</translation>
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
            <translation>Одноразовое, до: %1</translation>
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
            <translation>Сохранено. Присоединим, как только появится сеть.</translation>
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
            <translation>Присоединиться</translation>
        </message>
        <message>
            <source>The file brings the brief: it opens without a network.</source>
            <comment>Before joining, of a .meridian file</comment>
            <translation>Бриф уже в файле: он откроется без сети.</translation>
        </message>
        <message>
            <source>Reading the invitation…</source>
            <comment>While joining</comment>
            <translation>Читаем приглашение…</translation>
        </message>
        <message>
            <source>Ask: %1</source>
            <comment>A join that does not get through; %1 is who invited</comment>
            <translation>К кому обратиться: %1</translation>
        </message>
        <message>
            <source>Use another invitation</source>
            <comment>Button: after an invitation that does not work</comment>
            <translation>Другое приглашение</translation>
        </message>
        <message>
            <source>Founding a campaign? Close Meridian and run “meridianctl campaign create”: the README says how.</source>
            <comment>Joining: for somebody without an invitation; keep the command</comment>
            <translation>Создаёте свою кампанию? Закройте «Меридиан» и выполните «meridianctl campaign create»: как это сделать, описано в README.</translation>
        </message>
    </context>
    <context>
        <name>LaneHeader</name>
        <message>
            <source>Language of the text</source>
            <comment>Name of a choice</comment>
            <translation>Язык текста</translation>
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
        <message>
            <source>Not saved yet; your words stay here while Meridian runs. %1</source>
            <comment>After a text was closed; %1 a sentence that says why</comment>
            <translation>Пока не сохранено; текст остаётся здесь, пока «Меридиан» открыт. %1</translation>
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
            <translation>Как главный тезис звучит здесь</translation>
        </message>
        <message>
            <source>Sub-goal</source>
            <comment>Of a market: heading</comment>
            <translation>Цель рынка</translation>
        </message>
        <message>
            <source>Why in this order</source>
            <comment>Of a market: heading</comment>
            <translation>Почему такой порядок</translation>
        </message>
    </context>
    <context>
        <name>MaterialList</name>
        <message>
            <source>Deliverables</source>
            <comment>Heading: what a creator makes</comment>
            <translation>Материалы</translation>
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
            <source>Go live</source>
            <comment>Button: opens the page for publishing</comment>
            <translation>К выходу материала</translation>
        </message>
        <message>
            <source>Question saved. It will go out when you’re online.</source>
            <comment>After asking</comment>
            <translation>Вопрос сохранён. Отправим, как только появится сеть.</translation>
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
        <message>
            <source>Read your brief, then confirm.</source>
            <comment>Above a brief that is new</comment>
            <translation>Прочитайте бриф и подтвердите ознакомление.</translation>
        </message>
        <message>
            <source>Your brief was issued again.</source>
            <comment>Above a brief in which nothing differs in the reader's language</comment>
            <translation>Бриф отправлен ещё раз.</translation>
        </message>
        <message>
            <source>Got it</source>
            <comment>Button: acknowledges the brief</comment>
            <translation>Всё понятно</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <comment>State of the brief that is shown: its creator has confirmed it</comment>
            <translation>Ознакомление подтверждено</translation>
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
        <message>
            <source>Review</source>
            <comment>Main page of a lead: what waits for an answer</comment>
            <translation>Согласование</translation>
        </message>
        <message>
            <source>Briefs</source>
            <comment>Main page of a lead: everybody's briefs</comment>
            <translation>Брифы</translation>
        </message>
        <message>
            <source>Creators</source>
            <comment>Main page of a lead: creators and invitations</comment>
            <translation>Креаторы</translation>
        </message>
        <message>
            <source>Preflight</source>
            <comment>Main page of a lead: what blocks a launch</comment>
            <translation>Проверка</translation>
        </message>
        <message>
            <source>Schedule</source>
            <comment>Main page of a hub lead: the feedback schedule</comment>
            <translation>График</translation>
        </message>
    </context>
    <context>
        <name>OfflineModel</name>
        <message numerus="yes">
            <source>%n submission(s)</source>
            <translation>
                <numerusform>%n отправка</numerusform>
                <numerusform>%n отправки</numerusform>
                <numerusform>%n отправок</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to review: everything is here</source>
            <translation>Всё проверено, всё на устройстве</translation>
        </message>
        <message>
            <source>%1, everything here</source>
            <comment>%1 “4 submissions, 12 MB”</comment>
            <translation>%1, всё на устройстве</translation>
        </message>
        <message>
            <source>Part of the review queue can’t be read on this device</source>
            <translation>Часть отправок на согласовании не читается на этом устройстве</translation>
        </message>
        <message>
            <source>%1, not all here</source>
            <comment>%1 “4 submissions, 12 MB”</comment>
            <translation>%1, есть не всё</translation>
        </message>
        <message>
            <source>Complete copy: %1</source>
            <comment>%1 a time</comment>
            <translation>Полная копия: %1</translation>
        </message>
        <message>
            <source>It is on its way. Keep Meridian open until it is complete.</source>
            <translation>Загружается. Не закрывайте «Меридиан» до конца загрузки.</translation>
        </message>
        <message>
            <source>The rest comes as soon as you’re online.</source>
            <translation>Остальное загрузится, как только появится сеть.</translation>
        </message>
        <message>
            <source>Not all here yet</source>
            <translation>Загружено ещё не всё</translation>
        </message>
    </context>
    <context>
        <name>OfflineStrip</name>
        <message>
            <source>Prepare for offline</source>
            <comment>Button: fetches what the review queue needs</comment>
            <translation>Скачать в дорогу</translation>
        </message>
    </context>
    <context>
        <name>OutboxModel</name>
        <message>
            <source>Delivered %1</source>
            <comment>A row of the outbox; %1 is a time</comment>
            <translation>Доставлено: %1</translation>
        </message>
        <message>
            <source>Not sent yet</source>
            <comment>A row of the outbox: the relay doesn’t take it now</comment>
            <translation>Ещё не отправлено</translation>
        </message>
        <message>
            <source>File not sent yet</source>
            <comment>A row of the outbox: the relay has no room now</comment>
            <translation>Файл ещё не отправлен</translation>
        </message>
        <message>
            <source>File not accepted</source>
            <comment>A row of the outbox: the relay refused it</comment>
            <translation>Файл не принят</translation>
        </message>
        <message>
            <source>Person: %1</source>
            <comment>A row of the outbox; %1 is a name</comment>
            <translation>Человек: %1</translation>
        </message>
        <message>
            <source>Creator: %1</source>
            <comment>A row of the outbox; %1 is a name</comment>
            <translation>Креатор: %1</translation>
        </message>
        <message>
            <source>Market: %1</source>
            <comment>A row of the outbox; %1 is a market</comment>
            <translation>Рынок: %1</translation>
        </message>
        <message>
            <source>Submission by %1</source>
            <comment>A row of the outbox; %1 is the creator who made it</comment>
            <translation>Отправка. Автор: %1</translation>
        </message>
        <message>
            <source>Brief of %1</source>
            <comment>A row of the outbox; %1 is the creator it is for</comment>
            <translation>Бриф: %1</translation>
        </message>
        <message>
            <source>Doesn’t count</source>
            <comment>Of a change: it has no effect</comment>
            <translation>Не действует</translation>
        </message>
        <message>
            <source>Whoever wrote it had no right to. It is kept, and changes nothing.</source>
            <translation>У автора не было на это прав. Запись сохранена, но ничего не меняет.</translation>
        </message>
        <message>
            <source>Doesn’t count yet</source>
            <comment>Of a change: it is not judged yet</comment>
            <translation>Пока не действует</translation>
        </message>
        <message>
            <source>A deputy wrote it. It counts once the relay has received it in time.</source>
            <translation>Запись сделал заместитель. Она начнёт действовать, если сервер обмена получил её вовремя.</translation>
        </message>
        <message>
            <source>It was written with an older state of the campaign than its device had known. It is kept, and changes nothing.</source>
            <translation>Запись сделана по более старому состоянию кампании, чем было известно её устройству. Она сохранена, но ничего не меняет.</translation>
        </message>
        <message>
            <source>It can’t be read. It is kept, and changes nothing.</source>
            <translation>Запись не читается. Она сохранена, но ничего не меняет.</translation>
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
            <source>Nothing waits to be sent.</source>
            <comment>Outbox, while all is delivered</comment>
            <translation>Ничего не ждёт отправки.</translation>
        </message>
        <message>
            <source>Everything here goes out by itself.</source>
            <comment>Outbox, while connected</comment>
            <translation>Всё уйдёт само.</translation>
        </message>
        <message>
            <source>Saved here. It goes out by itself when you’re online.</source>
            <comment>Outbox, while offline</comment>
            <translation>Сохранено здесь. Уйдёт само, как только появится сеть.</translation>
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
        <message>
            <source>What was not accepted says why below.</source>
            <comment>Outbox, with something that was refused</comment>
            <translation>Почему не принято, сказано ниже.</translation>
        </message>
        <message>
            <source>Kept, and without effect</source>
            <comment>Outbox: heading of what doesn’t count</comment>
            <translation>Сохранено, но не действует</translation>
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
        <message>
            <source>Caps Lock is on.</source>
            <comment>Below the passphrase field</comment>
            <translation>Включён Caps Lock.</translation>
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
            <source>Nobody can reset a passphrase. If it is lost, a lead of the campaign can invite you again: what was received stays with the others, what was not sent is lost.</source>
            <comment>Below the passphrase field</comment>
            <translation>Сбросить парольную фразу не может никто. Если она утрачена, руководитель кампании или хаба пригласит вас снова: полученное другими останется у них, неотправленное пропадёт.</translation>
        </message>
    </context>
    <context>
        <name>Preflight</name>
        <message>
            <source>The priority decision is made</source>
            <translation>Решение о приоритете принято</translation>
        </message>
        <message>
            <source>The thesis is written</source>
            <translation>Главный тезис сформулирован</translation>
        </message>
        <message>
            <source>Non-negotiables are set</source>
            <translation>Обязательные элементы заданы</translation>
        </message>
        <message>
            <source>It is said why the market matters</source>
            <translation>Указано, почему рынок важен</translation>
        </message>
        <message>
            <source>The brief says what the campaign page says</source>
            <translation>Бриф совпадает со страницей кампании</translation>
        </message>
        <message>
            <source>The brief does not say what the campaign page says: issue it again.</source>
            <comment>A row of Preflight</comment>
            <translation>Бриф расходится со страницей кампании: отправьте его ещё раз.</translation>
        </message>
        <message>
            <source>Contact and approver are named</source>
            <translation>Контакт и согласующий указаны</translation>
        </message>
        <message>
            <source>One live brief</source>
            <translation>Действует один бриф</translation>
        </message>
        <message>
            <source>The brief is complete</source>
            <translation>Бриф заполнен</translation>
        </message>
        <message>
            <source>The brief is issued</source>
            <translation>Бриф отправлен</translation>
        </message>
        <message>
            <source>The brief is there in both languages</source>
            <translation>Бриф есть на двух языках</translation>
        </message>
        <message>
            <source>Translations are up to date</source>
            <translation>Переводы актуальны</translation>
        </message>
        <message>
            <source>The audience is described</source>
            <translation>Аудитория описана</translation>
        </message>
        <message>
            <source>Each instruction has its reason</source>
            <translation>У каждой задачи указано «почему»</translation>
        </message>
        <message>
            <source>The feedback schedule is set</source>
            <translation>График обратной связи задан</translation>
        </message>
        <message>
            <source>Promises are kept</source>
            <translation>Обещанные сроки соблюдены</translation>
        </message>
        <message>
            <source>No contradicting answers</source>
            <translation>Ответы не расходятся</translation>
        </message>
        <message>
            <source>Approved before go-live</source>
            <translation>Согласовано до выхода</translation>
        </message>
        <message>
            <source>The buffer between the launches is 3–5 days</source>
            <translation>Буфер между запусками 3–5 дней</translation>
        </message>
        <message>
            <source>The launch date is set</source>
            <translation>Дата запуска задана</translation>
        </message>
        <message>
            <source>Each milestone has its why</source>
            <translation>У каждой вехи указано «почему»</translation>
        </message>
        <message>
            <source>The ad-marking token is there</source>
            <translation>Токен erid указан</translation>
        </message>
        <message>
            <source>The brief is acknowledged</source>
            <translation>Ознакомление с брифом подтверждено</translation>
        </message>
        <message>
            <source>No conflicting values</source>
            <translation>Нет противоречивых значений</translation>
        </message>
        <message>
            <source>The brief has %1 of 6 parts.</source>
            <comment>A row of Preflight; %1 a number</comment>
            <translation>В брифе заполнено частей: %1 из 6.</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) between the launches of %1 and %2: 3–5 are safe.</source>
            <comment>%1 and %2 markets</comment>
            <translation>
                <numerusform>Между запусками (%1, %2) %n день: надёжнее 3–5.</numerusform>
                <numerusform>Между запусками (%1, %2) %n дня: надёжнее 3–5.</numerusform>
                <numerusform>Между запусками (%1, %2) %n дней: надёжнее 3–5.</numerusform>
            </translation>
        </message>
        <message>
            <source>No why on the milestone “%1”.</source>
            <comment>A row of Preflight</comment>
            <translation>Не указано, зачем нужна веха «%1».</translation>
        </message>
        <message>
            <source>Two values were entered at the same time: %1.</source>
            <comment>%1 whose and which, “Kickoff, date”</comment>
            <translation>Одновременно введены два значения: %1.</translation>
        </message>
        <message>
            <source>Promise at risk: %1, version %2.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>Срок ответа под угрозой: %1, версия %2.</translation>
        </message>
        <message>
            <source>Promise missed: %1, version %2.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>Срок ответа пропущен: %1, версия %2.</translation>
        </message>
        <message>
            <source>Two answers: %1, version %2.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>Ответы расходятся: %1, версия %2.</translation>
        </message>
        <message>
            <source>Not approved yet: %1.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>Пока не согласовано: %1.</translation>
        </message>
        <message>
            <source>No ad-marking token: %1.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>Нет токена erid: %1.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>A row of Preflight: %1 a creator, %2 what is wrong</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Open the campaign page</source>
            <comment>Button of Preflight</comment>
            <translation>Открыть кампанию</translation>
        </message>
        <message>
            <source>Open the market</source>
            <comment>Button of Preflight</comment>
            <translation>Открыть рынок</translation>
        </message>
        <message>
            <source>Set the schedule</source>
            <comment>Button of Preflight</comment>
            <translation>Задать график</translation>
        </message>
        <message>
            <source>Open the brief</source>
            <comment>Button of Preflight</comment>
            <translation>Открыть бриф</translation>
        </message>
        <message>
            <source>Review it</source>
            <comment>Button of Preflight</comment>
            <translation>К согласованию</translation>
        </message>
        <message>
            <source>See both</source>
            <comment>Button of Preflight: both briefs or both answers</comment>
            <translation>Сравнить</translation>
        </message>
        <message>
            <source>%1: no launch date</source>
            <comment>%1 a market</comment>
            <translation>%1: нет даты запуска</translation>
        </message>
        <message>
            <source>%1: launched</source>
            <comment>%1 a market</comment>
            <translation>%1: запуск состоялся</translation>
        </message>
        <message>
            <source>%1 launch %2</source>
            <comment>%1 a market, %2 “in 5 days”</comment>
            <translation>%1: запуск %2</translation>
        </message>
        <message>
            <source>%1. Nothing blocks it.</source>
            <comment>%1 “United States launch in 5 days”</comment>
            <translation>%1. Препятствий нет.</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n thing(s) block(s) it.</source>
            <comment>%1 “United States launch in 5 days”</comment>
            <translation>
                <numerusform>%1. Препятствий: %n.</numerusform>
                <numerusform>%1. Препятствий: %n.</numerusform>
                <numerusform>%1. Препятствий: %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>No contact or no approver.</source>
            <comment>A row of Preflight</comment>
            <translation>Нет контакта или согласующего.</translation>
        </message>
        <message>
            <source>The brief is not issued.</source>
            <comment>A row of Preflight</comment>
            <translation>Бриф не отправлен.</translation>
        </message>
        <message>
            <source>Open the milestone</source>
            <comment>Button of Preflight</comment>
            <translation>Открыть веху</translation>
        </message>
        <message>
            <source>Open the creator’s card</source>
            <comment>Button of Preflight</comment>
            <translation>Открыть карточку креатора</translation>
        </message>
        <message>
            <source>No contact or no approver: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Без контакта или согласующего: %1</translation>
        </message>
        <message>
            <source>Briefs that differ from the campaign page: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Брифы расходятся со страницей кампании: %1</translation>
        </message>
        <message>
            <source>Two briefs at once: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Два брифа одновременно: %1</translation>
        </message>
        <message>
            <source>Incomplete briefs: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Незаполненные брифы: %1</translation>
        </message>
        <message>
            <source>Briefs not issued: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Неотправленные брифы: %1</translation>
        </message>
        <message>
            <source>Briefs missing in the other language: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Брифы без второго языка: %1</translation>
        </message>
        <message>
            <source>Briefs with a stale translation: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Брифы, в которых перевод устарел: %1</translation>
        </message>
        <message>
            <source>Audience not described: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Не описана аудитория: %1</translation>
        </message>
        <message>
            <source>Briefs with an instruction without its “because”: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Брифы, где не везде указано «почему»: %1</translation>
        </message>
        <message>
            <source>Promises at risk: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Сроки ответа под угрозой: %1</translation>
        </message>
        <message>
            <source>Promises missed: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Пропущенные сроки ответа: %1</translation>
        </message>
        <message>
            <source>Contradicting answers: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Ответы расходятся: %1</translation>
        </message>
        <message>
            <source>Not approved yet: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Пока не согласовано: %1</translation>
        </message>
        <message>
            <source>Buffers that are not 3–5 days: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Буфер не 3–5 дней: %1</translation>
        </message>
        <message>
            <source>Milestones without a why: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Вехи, у которых не указано «почему»: %1</translation>
        </message>
        <message>
            <source>No ad-marking token: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Нет токена erid: %1</translation>
        </message>
        <message>
            <source>Briefs not acknowledged yet: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Ознакомление с брифом пока не подтверждено: %1</translation>
        </message>
        <message>
            <source>Values entered twice at the same time: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Поля с двумя значениями одновременно: %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>Several rows of Preflight: %1 what holds or is wrong, %2 their number</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>name</source>
            <comment>A field of which two values were entered</comment>
            <translation>имя</translation>
        </message>
        <message>
            <source>brand</source>
            <comment>A field of which two values were entered</comment>
            <translation>бренд</translation>
        </message>
        <message>
            <source>time zone</source>
            <comment>A field of which two values were entered</comment>
            <translation>часовой пояс</translation>
        </message>
        <message>
            <source>working hours</source>
            <comment>A field of which two values were entered</comment>
            <translation>рабочие часы</translation>
        </message>
        <message>
            <source>language</source>
            <comment>A field of which two values were entered</comment>
            <translation>язык</translation>
        </message>
        <message>
            <source>response time</source>
            <comment>A field of which two values were entered</comment>
            <translation>срок ответа</translation>
        </message>
        <message>
            <source>handle</source>
            <comment>A field of which two values were entered</comment>
            <translation>ник</translation>
        </message>
        <message>
            <source>followers</source>
            <comment>A field of which two values were entered</comment>
            <translation>подписчики</translation>
        </message>
        <message>
            <source>tier</source>
            <comment>A field of which two values were entered</comment>
            <translation>категория</translation>
        </message>
        <message>
            <source>contact</source>
            <comment>A field of which two values were entered</comment>
            <translation>контакт</translation>
        </message>
        <message>
            <source>approver</source>
            <comment>A field of which two values were entered</comment>
            <translation>кто согласует</translation>
        </message>
        <message>
            <source>date of the brief</source>
            <comment>A field of which two values were entered</comment>
            <translation>дата брифа</translation>
        </message>
        <message>
            <source>date</source>
            <comment>A field of which two values were entered</comment>
            <translation>дата</translation>
        </message>
        <message>
            <source>launch date</source>
            <comment>A field of which two values were entered</comment>
            <translation>дата запуска</translation>
        </message>
        <message>
            <source>go-live date</source>
            <comment>A field of which two values were entered</comment>
            <translation>дата выхода</translation>
        </message>
        <message>
            <source>rough cut date</source>
            <comment>A field of which two values were entered</comment>
            <translation>срок чернового монтажа</translation>
        </message>
        <message>
            <source>feedback schedule</source>
            <comment>A field of which two values were entered</comment>
            <translation>график обратной связи</translation>
        </message>
        <message>
            <source>holidays</source>
            <comment>A field of which two values were entered</comment>
            <translation>праздники</translation>
        </message>
        <message>
            <source>ad-marking token</source>
            <comment>A field of which two values were entered</comment>
            <translation>токен erid</translation>
        </message>
        <message>
            <source>order</source>
            <comment>A field of which two values were entered</comment>
            <translation>порядок</translation>
        </message>
        <message>
            <source>warning before a promise</source>
            <comment>A field of which two values were entered</comment>
            <translation>предупреждение о сроке ответа</translation>
        </message>
        <message>
            <source>market</source>
            <comment>A field of which two values were entered</comment>
            <translation>рынок</translation>
        </message>
        <message>
            <source>type</source>
            <comment>A field of which two values were entered</comment>
            <translation>тип</translation>
        </message>
        <message>
            <source>format</source>
            <comment>A field of which two values were entered</comment>
            <translation>формат</translation>
        </message>
        <message>
            <source>brief</source>
            <comment>A field of which two values were entered</comment>
            <translation>бриф</translation>
        </message>
        <message>
            <source>removed or kept</source>
            <comment>A field of which two values were entered</comment>
            <translation>удалять или оставить</translation>
        </message>
        <message>
            <source>locked core</source>
            <comment>A field of which two values were entered</comment>
            <translation>закреплённая основа</translation>
        </message>
        <message>
            <source>Open the settings</source>
            <comment>Button of Preflight</comment>
            <translation>Открыть настройки</translation>
        </message>
        <message>
            <source>No goal tension is open</source>
            <translation>Открытых противоречий целей нет</translation>
        </message>
        <message>
            <source>Unresolved goal tensions: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Неразрешённые противоречия целей: %1</translation>
        </message>
        <message>
            <source>A goal tension is unresolved: %1 — %2.</source>
            <comment>A row of Preflight; %1 and %2 the two goals</comment>
            <translation>Противоречие целей не разрешено: %1 — %2.</translation>
        </message>
        <message>
            <source>Resolve it</source>
            <comment>Button of Preflight: a goal tension</comment>
            <translation>Разрешить</translation>
        </message>
    </context>
    <context>
        <name>PreflightGroup</name>
        <message>
            <source>Show</source>
            <comment>Button: unfolds a group</comment>
            <translation>Показать</translation>
        </message>
        <message>
            <source>Hide</source>
            <comment>Button: folds a group</comment>
            <translation>Скрыть</translation>
        </message>
    </context>
    <context>
        <name>PreflightModel</name>
        <message numerus="yes">
            <source>%n block(s)</source>
            <comment>Of a market's gate</comment>
            <translation>
                <numerusform>Препятствий: %n</numerusform>
                <numerusform>Препятствий: %n</numerusform>
                <numerusform>Препятствий: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <comment>Of a market's gate</comment>
            <translation>
                <numerusform>%n предупреждение</numerusform>
                <numerusform>%n предупреждения</numerusform>
                <numerusform>%n предупреждений</numerusform>
            </translation>
        </message>
        <message>
            <source>Ready</source>
            <comment>Of a market's gate</comment>
            <translation>Готово</translation>
        </message>
    </context>
    <context>
        <name>PreflightPage</name>
        <message>
            <source>Preflight</source>
            <comment>Main page: what blocks a launch</comment>
            <translation>Проверка готовности</translation>
        </message>
        <message>
            <source>Blocks launch</source>
            <comment>Preflight: heading of a group</comment>
            <translation>Блокирует запуск</translation>
        </message>
        <message>
            <source>Warns</source>
            <comment>Preflight: heading of a group</comment>
            <translation>Требует внимания</translation>
        </message>
        <message>
            <source>Ready</source>
            <comment>Preflight: heading of a group</comment>
            <translation>Готово</translation>
        </message>
    </context>
    <context>
        <name>PriorityCard</name>
        <message>
            <source>Two decisions were made at the same time. Decide again to settle it.</source>
            <comment>Priority decision</comment>
            <translation>Два решения приняты одновременно. Примите решение ещё раз.</translation>
        </message>
        <message>
            <source>No decision yet: no brief can be issued before it.</source>
            <comment>Priority decision</comment>
            <translation>Решения пока нет: без него бриф не отправить.</translation>
        </message>
        <message>
            <source>How the markets relate</source>
            <comment>Name of a choice: the priority decision</comment>
            <translation>Как соотносятся рынки</translation>
        </message>
        <message>
            <source>First market</source>
            <comment>Name of a choice: the one that leads</comment>
            <translation>Первый рынок</translation>
        </message>
        <message>
            <source>Why, English</source>
            <comment>Name of a field: reason of a decision</comment>
            <translation>Почему, на английском</translation>
        </message>
        <message>
            <source>Why, Russian</source>
            <comment>Name of a field: reason of a decision</comment>
            <translation>Почему, на русском</translation>
        </message>
        <message>
            <source>Save the decision</source>
            <comment>Button: makes the priority decision</comment>
            <translation>Сохранить решение</translation>
        </message>
        <message>
            <source>Not saved yet: what you typed before.</source>
            <comment>Above a form that was left without saving</comment>
            <translation>Ещё не сохранено: то, что вы ввели раньше.</translation>
        </message>
        <message>
            <source>Discard</source>
            <comment>Button: throws away what was typed and not saved</comment>
            <translation>Отменить изменения</translation>
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
        <name>QueueList</name>
        <message>
            <source>Hide answered ones</source>
            <comment>Button of the review queue</comment>
            <translation>Скрыть проверенные</translation>
        </message>
        <message>
            <source>Show answered ones</source>
            <comment>Button of the review queue</comment>
            <translation>Показать проверенные</translation>
        </message>
    </context>
    <context>
        <name>ReasonSheet</name>
        <message>
            <source>Reason</source>
            <comment>Name of a field</comment>
            <translation>Причина</translation>
        </message>
        <message>
            <source>New date</source>
            <comment>Name of a field: when the answer comes instead</comment>
            <translation>Новый срок</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>Look at the content first.</source>
            <comment>Why Approve is not possible</comment>
            <translation>Сначала посмотрите материал.</translation>
        </message>
        <message>
            <source>Signed by: %1</source>
            <comment>Seal of a verdict</comment>
            <translation>Подпись: %1</translation>
        </message>
        <message>
            <source>When: %1</source>
            <comment>Seal of a verdict</comment>
            <translation>Когда: %1</translation>
        </message>
        <message>
            <source>caption</source>
            <comment>Seal of a verdict: one of the things it covers</comment>
            <translation>текст публикации</translation>
        </message>
        <message>
            <source>Covers: %1</source>
            <comment>Seal of a verdict; %1 a list of files</comment>
            <translation>Относится к: %1</translation>
        </message>
        <message>
            <source>Version %1 arrived. The approval covers version %2 only.</source>
            <translation>Пришла версия %1. Согласование относится только к версии %2.</translation>
        </message>
        <message>
            <source>Version %1 arrived. Open that one.</source>
            <translation>Пришла версия %1. Откройте её.</translation>
        </message>
        <message>
            <source>Two answers on version %1. Decision: %2.</source>
            <comment>%1 a number, %2 a name</comment>
            <translation>По версии %1 два разных ответа. Решает: %2.</translation>
        </message>
        <message>
            <source>Made for brief v%1. The brief has changed since.</source>
            <comment>%1 a number</comment>
            <translation>Сделано по брифу, версия %1. С тех пор бриф обновлён.</translation>
        </message>
        <message>
            <source>Withdrawn: %1</source>
            <comment>Of a verdict; %1 a date</comment>
            <translation>Отозвано: %1</translation>
        </message>
        <message>
            <source>Replaced by a later answer</source>
            <comment>Of a verdict</comment>
            <translation>Заменено более поздним ответом</translation>
        </message>
        <message>
            <source>On the creator’s device since %1</source>
            <comment>Of a verdict; %1 a time</comment>
            <translation>На устройстве креатора: %1</translation>
        </message>
        <message>
            <source>Play the video first.</source>
            <comment>Why Approve is not possible</comment>
            <translation>Сначала посмотрите видео.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>Above a comment: %1 a creator, %2 how they communicate</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>“%1” can’t be shown here. Save a copy and look at it first.</source>
            <comment>Why Approve is not possible; %1 a file</comment>
            <translation>Файл «%1» здесь не открывается. Сначала сохраните копию и посмотрите её.</translation>
        </message>
    </context>
    <context>
        <name>ReviewCommentDelegate</name>
        <message>
            <source>%1 · %2</source>
            <comment>Below the author of a comment: %1 when, %2 about what</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>At %1</source>
            <comment>Button on a comment: shows the video at that time, as 0:12</comment>
            <translation>На %1</translation>
        </message>
        <message>
            <source>Show the video at %1</source>
            <comment>Screen reader: a time as 0:12</comment>
            <translation>Показать видео на %1</translation>
        </message>
    </context>
    <context>
        <name>ReviewContent</name>
        <message>
            <source>Answered, promised by %1</source>
            <comment>Chip; %1 is a date</comment>
            <translation>Ответ дан, обещанный срок: %1</translation>
        </message>
        <message>
            <source>Open it</source>
            <comment>Button: opens the newer version</comment>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>Still fine</source>
            <comment>Button: the submission fits the changed brief</comment>
            <translation>Всё ещё подходит</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <comment>Chip; %1 is a date</comment>
            <translation>Ответ до: %1</translation>
        </message>
        <message>
            <source>Caption</source>
            <comment>Review: heading</comment>
            <translation>Текст публикации</translation>
        </message>
        <message>
            <source>Comment on the selected words</source>
            <comment>Button: pins a comment to a part of the caption</comment>
            <translation>Комментарий к выделенному</translation>
        </message>
        <message>
            <source>The file behind this link can change; your approval does not cover it.</source>
            <comment>Below a link in a submission</comment>
            <translation>Файл по этой ссылке может измениться; согласование к нему не относится.</translation>
        </message>
        <message>
            <source>Comments</source>
            <comment>Review: heading</comment>
            <translation>Комментарии</translation>
        </message>
        <message>
            <source>New comment</source>
            <comment>Name of a field</comment>
            <translation>Новый комментарий</translation>
        </message>
        <message>
            <source>Comment on the marked point</source>
            <comment>Name of a field</comment>
            <translation>Комментарий к отмеченной точке</translation>
        </message>
        <message>
            <source>Add comment</source>
            <comment>Button</comment>
            <translation>Добавить комментарий</translation>
        </message>
        <message>
            <source>Remove the pin</source>
            <comment>Button: the comment is about the whole again</comment>
            <translation>Убрать привязку</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <comment>Title of a file dialog</comment>
            <translation>Сохранить копию</translation>
        </message>
        <message>
            <source>Comment at %1</source>
            <comment>Button: pins a comment to a time of a video, as 0:12</comment>
            <translation>Комментарий на %1</translation>
        </message>
    </context>
    <context>
        <name>ReviewFile</name>
        <message>
            <source>Save a copy</source>
            <comment>Button: writes a file of a submission to a folder</comment>
            <translation>Сохранить копию</translation>
        </message>
        <message>
            <source>Comment at %1</source>
            <comment>Button: pins a comment to a time of a video, as 0:12</comment>
            <translation>Комментарий на %1</translation>
        </message>
        <message>
            <source>Comment on a point</source>
            <comment>Button: pins a comment to a point of a picture, which the arrow keys move</comment>
            <translation>Комментарий к точке</translation>
        </message>
        <message>
            <source>Point on the picture: arrow keys move it, Enter pins the comment there</source>
            <comment>Screen reader: a mark that is being placed</comment>
            <translation>Точка на изображении: стрелки двигают её, Enter закрепляет комментарий</translation>
        </message>
        <message>
            <source>This picture can’t be shown here. Save a copy to look at it.</source>
            <comment>Instead of a picture</comment>
            <translation>Это изображение здесь не открывается. Сохраните копию, чтобы посмотреть его.</translation>
        </message>
        <message>
            <source>This picture can’t be shown here.</source>
            <comment>Instead of a picture that its creator has sent</comment>
            <translation>Это изображение здесь не открывается.</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Review</source>
            <comment>Title of a page: one submission</comment>
            <translation>Согласование</translation>
        </message>
    </context>
    <context>
        <name>ReviewPanel</name>
        <message>
            <source>Signed. It leaves in a moment.</source>
            <comment>After a verdict, while connected</comment>
            <translation>Подписано. Сейчас отправим.</translation>
        </message>
        <message>
            <source>Signed. Not delivered yet.</source>
            <comment>After a verdict, while offline</comment>
            <translation>Подписано. Ещё не доставлено.</translation>
        </message>
        <message>
            <source>Undo</source>
            <comment>Button: takes a verdict back before it has left</comment>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Withdrawn. The creator will be told why.</source>
            <comment>After a verdict was withdrawn</comment>
            <translation>Отозвано. Креатор узнает причину.</translation>
        </message>
        <message>
            <source>New date announced.</source>
            <comment>After a delay notice</comment>
            <translation>Новый срок объявлен.</translation>
        </message>
        <message>
            <source>Sent to the decider.</source>
            <comment>After both answers were sent to the decider</comment>
            <translation>Передано на решение.</translation>
        </message>
        <message>
            <source>The file is saved.</source>
            <comment>After saving an attachment</comment>
            <translation>Файл сохранён.</translation>
        </message>
        <message>
            <source>Request changes</source>
            <comment>Title of a sheet</comment>
            <translation>Запросить правки</translation>
        </message>
        <message>
            <source>Say what should change. Pinned comments go along with it.</source>
            <comment>Sheet for requesting changes</comment>
            <translation>Напишите, что изменить. Комментарии с привязкой уйдут вместе с запросом.</translation>
        </message>
        <message>
            <source>Request changes</source>
            <comment>Button: the verdict</comment>
            <translation>Запросить правки</translation>
        </message>
        <message>
            <source>The new date counts if the notice is stored before the promised one.</source>
            <comment>Sheet for announcing a delay</comment>
            <translation>Новый срок действует, если предупреждение доставлено до обещанного срока.</translation>
        </message>
        <message>
            <source>Announce delay</source>
            <comment>Button: sends a delay notice</comment>
            <translation>Предупредить о задержке</translation>
        </message>
        <message>
            <source>The verdict is already delivered. It stays in the history; the creator is told why it no longer counts.</source>
            <comment>Sheet for withdrawing a verdict</comment>
            <translation>Итог согласования уже доставлен и останется в истории. Креатор узнает, почему он больше не действует.</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <comment>Button: takes a delivered verdict back</comment>
            <translation>Отозвать</translation>
        </message>
        <message>
            <source>Your decision: approved. It replaces both answers.</source>
            <comment>Sheet for deciding between two answers</comment>
            <translation>Ваше решение: согласовано. Оно заменяет оба ответа.</translation>
        </message>
        <message>
            <source>Your decision: changes. It replaces both answers.</source>
            <comment>Sheet for deciding between two answers</comment>
            <translation>Ваше решение: нужны правки. Оно заменяет оба ответа.</translation>
        </message>
        <message>
            <source>Decide</source>
            <comment>Button: settles two different answers</comment>
            <translation>Решить</translation>
        </message>
        <message>
            <source>Taken back before it left.</source>
            <comment>After Undo of a verdict</comment>
            <translation>Отменено до отправки.</translation>
        </message>
        <message>
            <source>A new date for the answer</source>
            <comment>Title of a sheet: announces a delay</comment>
            <translation>Новый срок ответа</translation>
        </message>
        <message>
            <source>Withdraw the verdict</source>
            <comment>Title of a sheet: takes a delivered verdict back</comment>
            <translation>Отозвать итог согласования</translation>
        </message>
        <message>
            <source>Decide between two answers</source>
            <comment>Title of a sheet</comment>
            <translation>Решение по двум ответам</translation>
        </message>
    </context>
    <context>
        <name>ReviewQueueModel</name>
        <message>
            <source>Overdue</source>
            <comment>Group of the review queue</comment>
            <translation>Просрочено</translation>
        </message>
        <message>
            <source>Today</source>
            <comment>Group of the review queue</comment>
            <translation>Сегодня</translation>
        </message>
        <message>
            <source>This week</source>
            <comment>Group of the review queue</comment>
            <translation>На этой неделе</translation>
        </message>
        <message>
            <source>Later</source>
            <comment>Group of the review queue</comment>
            <translation>Позже</translation>
        </message>
        <message>
            <source>Answered</source>
            <comment>Group of the review queue</comment>
            <translation>Проверено</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>A row of the queue: %1 a deliverable, %2 “Version 2”</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Version %1 arrived, review again</source>
            <comment>A row of the queue</comment>
            <translation>Пришла версия %1, проверьте снова</translation>
        </message>
        <message>
            <source>The brief changed, look again</source>
            <comment>A row of the queue</comment>
            <translation>Бриф обновлён, проверьте снова</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>A conflict card: %1 who, %2 when</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Nothing to review. Next feedback day: %1.</source>
            <comment>An empty review queue; %1 a date</comment>
            <translation>Всё проверено. Следующий день ответов: %1.</translation>
        </message>
        <message>
            <source>Nothing to review. New submissions appear here by themselves.</source>
            <comment>An empty review queue</comment>
            <translation>Всё проверено. Новые отправки появятся здесь сами.</translation>
        </message>
    </context>
    <context>
        <name>ReviewQueuePage</name>
        <message>
            <source>To review</source>
            <comment>Main page: submissions that wait for an answer</comment>
            <translation>На согласовании</translation>
        </message>
    </context>
    <context>
        <name>ReviewSide</name>
        <message>
            <source>Answers</source>
            <comment>Review: heading over the verdicts</comment>
            <translation>Ответы</translation>
        </message>
        <message>
            <source>Ticked by the creator</source>
            <comment>Review: heading over the non-negotiables</comment>
            <translation>Отметки креатора</translation>
        </message>
        <message>
            <source>The brief</source>
            <comment>Review: heading over the brief's parts</comment>
            <translation>Бриф</translation>
        </message>
        <message>
            <source>Other versions</source>
            <comment>Review: heading over the history</comment>
            <translation>Другие версии</translation>
        </message>
    </context>
    <context>
        <name>ReviewWords</name>
        <message>
            <source>Promise: %1, due %2</source>
            <comment>Screen reader: %1 a state as “at risk”, %2 a date</comment>
            <translation>Срок ответа: %1, до: %2</translation>
        </message>
        <message>
            <source>New date: %1</source>
            <comment>A promise that was moved</comment>
            <translation>Новый срок: %1</translation>
        </message>
        <message>
            <source>Version %1</source>
            <comment>Of a submission; %1 is a number</comment>
            <translation>Версия %1</translation>
        </message>
        <message>
            <source>Video not on this device: %1</source>
            <comment>%1 is a size</comment>
            <translation>Видео ещё не на этом устройстве: %1</translation>
        </message>
        <message>
            <source>Picture not on this device: %1</source>
            <comment>%1 is a size</comment>
            <translation>Изображение ещё не на этом устройстве: %1</translation>
        </message>
        <message>
            <source>File not on this device: %1</source>
            <comment>%1 is a size</comment>
            <translation>Файл ещё не на этом устройстве: %1</translation>
        </message>
        <message>
            <source>Delivered %1</source>
            <comment>Of a verdict; %1 is a time</comment>
            <translation>Доставлено: %1</translation>
        </message>
        <message>
            <source>On the caption: “%1”</source>
            <comment>What a comment is about; %1 is a part of the caption</comment>
            <translation>К тексту: «%1»</translation>
        </message>
        <message>
            <source>On the picture</source>
            <comment>What a comment is about: a marked point</comment>
            <translation>К точке на изображении</translation>
        </message>
        <message>
            <source>On the video, at %1</source>
            <comment>What a comment is about; %1 is a time as 0:12</comment>
            <translation>К видео, %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>Progress of files: 12 MB of 38 MB</comment>
            <translation>%1 из %2</translation>
        </message>
    </context>
    <context>
        <name>ScheduleModel</name>
        <message>
            <source>what arrived by %1</source>
            <comment>Below an answer's date; %1 a date</comment>
            <translation>на то, что пришло до: %1</translation>
        </message>
        <message>
            <source>Moved: a day off</source>
            <comment>Of an answer's date</comment>
            <translation>Перенесено: выходной</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>%1 a city, %2 a date and time there</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Clocks change before it: %1</source>
            <comment>Of an answer's date; %1 cities</comment>
            <translation>К этому дню переведут часы: %1</translation>
        </message>
        <message>
            <source>The next working day: %1</source>
            <comment>A date to choose</comment>
            <translation>Следующий рабочий день: %1</translation>
        </message>
    </context>
    <context>
        <name>SchedulePage</name>
        <message>
            <source>Feedback schedule</source>
            <comment>Title of a page</comment>
            <translation>График обратной связи</translation>
        </message>
        <message>
            <source>Saved. Promises already given keep their dates.</source>
            <comment>After the feedback schedule was changed</comment>
            <translation>Сохранено. Уже обещанные сроки не изменятся.</translation>
        </message>
        <message>
            <source>I answer every</source>
            <comment>Schedule sentence: I answer every [Fri] by [18:00] [Moscow]</comment>
            <translation>Отвечаю еженедельно:</translation>
        </message>
        <message>
            <source>Day of answers</source>
            <comment>Name of a choice</comment>
            <translation>День ответов</translation>
        </message>
        <message>
            <source>by</source>
            <comment>Schedule sentence: by [18:00]</comment>
            <translation>до</translation>
        </message>
        <message>
            <source>Time of answers</source>
            <comment>Name of a choice</comment>
            <translation>Время ответов</translation>
        </message>
        <message>
            <source>City of the schedule</source>
            <comment>Name of a choice</comment>
            <translation>Город графика</translation>
        </message>
        <message>
            <source>what arrived by</source>
            <comment>Schedule sentence: what arrived by [Thu] [18:00]</comment>
            <translation>Учитываю то, что пришло до</translation>
        </message>
        <message>
            <source>Day of the cut-off</source>
            <comment>Name of a choice</comment>
            <translation>День приёма</translation>
        </message>
        <message>
            <source>Time of the cut-off</source>
            <comment>Name of a choice</comment>
            <translation>Время приёма</translation>
        </message>
        <message>
            <source>Not on public holidays: %1</source>
            <comment>Schedule; %1 is a country or market</comment>
            <translation>Кроме государственных праздников: %1</translation>
        </message>
        <message>
            <source>Not on: %1</source>
            <comment>Schedule; %1 is a date</comment>
            <translation>Кроме даты: %1</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <comment>Button: a date is no day off any more</comment>
            <translation>Убрать: %1</translation>
        </message>
        <message>
            <source>Another day off</source>
            <comment>Name of a field</comment>
            <translation>Ещё один выходной</translation>
        </message>
        <message>
            <source>Add</source>
            <comment>Button: adds a day off</comment>
            <translation>Добавить</translation>
        </message>
        <message>
            <source>The next three answers</source>
            <comment>Schedule: heading</comment>
            <translation>Ближайшие три ответа</translation>
        </message>
        <message>
            <source>Promises already given keep their dates.</source>
            <comment>Below the feedback schedule</comment>
            <translation>Уже обещанные сроки не изменятся.</translation>
        </message>
        <message>
            <source>Save schedule</source>
            <comment>Button</comment>
            <translation>Сохранить график</translation>
        </message>
        <message>
            <source>New date announced. Whoever was promised the old one sees why.</source>
            <comment>After the answers of a day were moved</comment>
            <translation>Новый срок объявлен. Причину увидят все, кому был обещан прежний.</translation>
        </message>
        <message>
            <source>Not this day</source>
            <comment>Title of a sheet: answers come on another day</comment>
            <translation>Не в этот день</translation>
        </message>
        <message>
            <source>Answers due %1 come later. Everybody who was promised this date gets the new one with your reason. The notice counts if it is stored before the old date.</source>
            <comment>Sheet for moving a day of answers; %1 is a date</comment>
            <translation>Срок переносится: %1. Все, кому он был обещан, увидят новый срок и вашу причину. Предупреждение засчитывается, если сервер обмена получил его до прежнего срока.</translation>
        </message>
        <message>
            <source>Announce the new date</source>
            <comment>Button: sends a notice to all creators of the market</comment>
            <translation>Объявить новый срок</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Рынок</translation>
        </message>
        <message>
            <source>Not this day</source>
            <comment>Button: answers come on another day</comment>
            <translation>Не в этот день</translation>
        </message>
        <message>
            <source>Not this day: %1</source>
            <comment>Screen reader: button; %1 is a date</comment>
            <translation>Не в этот день: %1</translation>
        </message>
        <message>
            <source>Your market is not set up yet. The campaign lead adds it with its time zone.</source>
            <comment>Instead of a feedback schedule</comment>
            <translation>Ваш рынок ещё не добавлен. Руководитель кампании добавит его вместе с часовым поясом.</translation>
        </message>
    </context>
    <context>
        <name>SealCheck</name>
        <message>
            <source>Checking: %1</source>
            <comment>Of a signature and its files; %1: 12 MB of 38 MB</comment>
            <translation>Проверка: %1</translation>
        </message>
        <message>
            <source>Checking…</source>
            <comment>Of a signature and its files</comment>
            <translation>Проверка…</translation>
        </message>
    </context>
    <context>
        <name>SealModel</name>
        <message>
            <source>Checked on this device</source>
            <comment>Of a signature and its files</comment>
            <translation>Проверено на этом устройстве</translation>
        </message>
        <message>
            <source>A file isn’t here yet, so it can’t be checked.</source>
            <comment>Of a signature and its files</comment>
            <translation>Файла ещё нет на этом устройстве, проверить нельзя.</translation>
        </message>
        <message>
            <source>The signature doesn’t hold. Ask for the answer again.</source>
            <comment>Of a signature</comment>
            <translation>Подпись не подтвердилась. Попросите прислать ответ ещё раз.</translation>
        </message>
        <message>
            <source>A file here isn’t the one that was signed</source>
            <comment>Of a signature and its files</comment>
            <translation>Файл отличается от подписанного</translation>
        </message>
        <message>
            <source>It couldn’t be checked now. Try again.</source>
            <comment>Of a signature and its files</comment>
            <translation>Сейчас проверить не удалось. Попробуйте ещё раз.</translation>
        </message>
        <message>
            <source>Checked on this phone</source>
            <comment>Of a signature and its files</comment>
            <translation>Проверено на этом телефоне</translation>
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
            <translation>В этом профиле пока нет кампании. Присоединитесь по приглашению.</translation>
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
            <translation>Бриф заполнен не полностью. Дополните недостающие части и отправьте бриф.</translation>
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
            <source>A goal tension is open. The campaign lead resolves it before any brief is issued.</source>
            <translation>Есть неразрешённое противоречие целей. Руководитель кампании разрешает его до отправки брифов.</translation>
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
            <translation>Файл ещё не пришёл на это устройство. Он придёт, как только появится сеть.</translation>
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
            <translation>Бриф обновлён. Сначала посмотрите изменения и нажмите «Всё понятно». Ваш текст сохранён.</translation>
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
            <source>The relay doesn’t take this yet. It will be tried again by itself; nothing is lost.</source>
            <translation>Сервер обмена пока это не принимает. Отправим снова сами, ничего не потеряно.</translation>
        </message>
        <message>
            <source>This is too large. Shorten it or pick a smaller file; the rest is kept.</source>
            <translation>Слишком большой объём. Сократите текст или выберите файл поменьше, остальное сохранено.</translation>
        </message>
        <message>
            <source>You’re offline. It is saved here and goes out when you’re online.</source>
            <translation>Нет сети. Сохранено здесь, отправим, как только появится сеть.</translation>
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
            <source>Others on this computer can read the key file. Allow only yourself to read it.</source>
            <translation>Файл ключа доступен другим на этом компьютере. Оставьте доступ только себе.</translation>
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
            <translation>Пропущен</translation>
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
            <translation>Требует внимания</translation>
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
            <translation>Материал готов к выходу.</translation>
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
            <translation>После согласования бриф изменился. Руководитель проверит, подходит ли версия.</translation>
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
            <translation>Бриф обновлён. Сначала нажмите «Всё понятно».</translation>
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
            <translation>Обещанный срок ответа</translation>
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
            <translation>Присоединение</translation>
        </message>
        <message>
            <source>Confirmation of somebody who joined</source>
            <comment>A change</comment>
            <translation>Подтверждение участника</translation>
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
            <translation>Не указано, почему этот рынок важен для общего результата.</translation>
        </message>
        <message>
            <source>An issued brief does not say what the campaign page says.</source>
            <translation>Отправленный бриф расходится со страницей кампании.</translation>
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
            <translation>Не везде указано «почему».</translation>
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
            <translation>Обещанный срок ответа пропущен.</translation>
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
            <translation>Не указано, зачем нужна веха.</translation>
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
        <message>
            <source>This device is out of memory. Close something and try again; what was saved is safe.</source>
            <translation>На устройстве не хватает памяти. Закройте что-нибудь и попробуйте снова. Сохранённое в безопасности.</translation>
        </message>
        <message>
            <source>No relay is set. Everything stays on this device until one is. The campaign lead sets one in Settings.</source>
            <translation>Сервер обмена не задан. Пока его нет, всё остаётся на этом устройстве. Его задаёт руководитель кампании в настройках.</translation>
        </message>
        <message>
            <source>This file is from a newer Meridian, or isn’t one of its files. Nothing was changed. Update, or ask for it again.</source>
            <translation>Файл создан более новой версией «Меридиана», или это другой файл. Ничего не изменилось. Обновите программу или попросите файл ещё раз.</translation>
        </message>
        <message>
            <source>A signature doesn’t match, so this was not taken in. Everything else is safe. Ask for it again.</source>
            <translation>Подпись не совпала, поэтому это не принято. Остальное в порядке. Попросите прислать ещё раз.</translation>
        </message>
        <message>
            <source>The relay of your campaign doesn’t take files this large. Send a smaller one; the rest is kept.</source>
            <translation>Сервер обмена вашей кампании не принимает файлы такого размера. Отправьте файл поменьше, остальное сохранено.</translation>
        </message>
        <message>
            <source>People are added, invited and confirmed by the hub lead or the campaign lead, not by a deputy. Nothing was changed. Ask one of them.</source>
            <translation>Добавлять, приглашать и подтверждать людей могут руководитель хаба и руководитель кампании, но не заместитель. Ничего не изменилось. Обратитесь к ним.</translation>
        </message>
        <message>
            <source>The relay doesn’t let this device into the campaign: your invitation may have been withdrawn. What you wrote is kept here. Ask your lead.</source>
            <translation>Сервер обмена не пускает это устройство в кампанию: возможно, приглашение отозвано. Всё, что вы написали, сохранено здесь. Обратитесь к руководителю.</translation>
        </message>
        <message>
            <source>That passphrase doesn’t open this profile. Nothing was changed. If you are sure of it, the profile’s file is damaged: keep Meridian’s folder as it is.</source>
            <translation>Фраза не подошла. Ничего не изменилось. Если вы в ней уверены, повреждён файл профиля: папку «Меридиана» не меняйте.</translation>
        </message>
        <message>
            <source>This profile is open in another window. Nothing was changed. Use that one or close it.</source>
            <translation>Этот профиль открыт в другом окне. Ничего не изменилось. Перейдите в него или закройте его.</translation>
        </message>
        <message>
            <source>Part of the data on this device is damaged. What was sent is safe with the others. Keep Meridian’s folder as it is, and ask a lead of the campaign for a new invitation.</source>
            <translation>Часть данных на этом устройстве повреждена. Отправленное сохранено у других участников. Папку программы не трогайте и попросите новое приглашение у руководителя кампании или хаба.</translation>
        </message>
        <message>
            <source>The key file doesn’t open this profile. Nothing was changed. Start Meridian with the right one. If this is it, the profile’s file is damaged: keep Meridian’s folder as it is.</source>
            <translation>Файл ключа не подходит к этому профилю. Ничего не изменилось. Запустите «Меридиан» с нужным файлом. Если он и есть нужный, повреждён файл профиля: папку «Меридиана» не меняйте.</translation>
        </message>
        <message>
            <source>The file profile.vault is missing from Meridian’s folder, and nothing else opens the profile there. Put it back and start Meridian again. If you never made a profile here, go on: what lies there is kept.</source>
            <translation>В папке «Меридиана» нет файла profile.vault, а без него профиль не открыть. Верните его на место и запустите «Меридиан» снова. Если профиля здесь ещё не было, продолжайте: всё, что там лежит, сохранится.</translation>
        </message>
        <message>
            <source>What has this name is not a file but a folder, a link or a device. It was left as it is. Choose another name.</source>
            <translation>Под этим именем не файл, а папка, ссылка или устройство. Там ничего не изменилось. Выберите другое имя.</translation>
        </message>
        <message>
            <source>The folder isn’t there, so nothing was saved. Choose another one.</source>
            <translation>Такой папки нет, поэтому ничего не сохранено. Выберите другую.</translation>
        </message>
        <message>
            <source>Goal tension</source>
            <comment>A change</comment>
            <translation>Противоречие целей</translation>
        </message>
        <message>
            <source>Goal tension resolved</source>
            <comment>A change</comment>
            <translation>Противоречие целей разрешено</translation>
        </message>
        <message>
            <source>A goal tension is unresolved.</source>
            <translation>Противоречие целей не разрешено.</translation>
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
            <source>Relay</source>
            <comment>Settings: heading; the server that passes sealed changes on</comment>
            <translation>Сервер обмена</translation>
        </message>
        <message>
            <source>Campaign on one page</source>
            <comment>Button and title: opens the campaign's page</comment>
            <translation>Кампания на одной странице</translation>
        </message>
        <message>
            <source>Times are shown in %1, where you seem to be.</source>
            <comment>Settings; %1 is a city</comment>
            <translation>Время показано по местным часам. Похоже, вы сейчас здесь: %1.</translation>
        </message>
        <message>
            <source>Show times of my time zone</source>
            <comment>Button: no longer in the place where I seem to be</comment>
            <translation>Показывать по часовому поясу профиля</translation>
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
            <translation>Если получим до %1, ответ до %2.</translation>
        </message>
        <message>
            <source>Received before %1: answer by %2. Later: %3.</source>
            <comment>Before sending; all are dates</comment>
            <translation>Если получим до %1, ответ до %2. Если позже — до %3.</translation>
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
        <message>
            <source>This file is too large: the relay of your campaign takes files up to %1. Pick a smaller one; the rest is kept.</source>
            <comment>Picking a file; %1 is a size</comment>
            <translation>Файл слишком большой: сервер обмена вашей кампании принимает файлы до %1. Выберите файл поменьше, остальное сохранено.</translation>
        </message>
        <message>
            <source>Not shown here: %1. Your lead may have to save a copy to look at it; a JPEG or PNG shows everywhere.</source>
            <comment>Below picked pictures; %1 their names</comment>
            <translation>Здесь не открывается: %1. Возможно, и руководителю придётся сохранить копию, чтобы посмотреть. JPEG и PNG открываются везде.</translation>
        </message>
        <message>
            <source>This can’t be opened as a link. Paste the whole of it: it begins with https://.</source>
            <comment>Below the field for a link</comment>
            <translation>Такая ссылка не откроется. Вставьте её целиком: она начинается с https://.</translation>
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
            <translation>Нет сети. Выйдите в сеть до этого срока.</translation>
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
            <translation>%1, версия %2</translation>
        </message>
        <message>
            <source>Paste file</source>
            <comment>Button: takes the files that were copied in another program</comment>
            <translation>Вставить файл</translation>
        </message>
        <message>
            <source>Saved on this device. It will go out when you’re online.</source>
            <comment>Receipt of a submission, while offline</comment>
            <translation>Сохранено на этом устройстве. Отправим, как только появится сеть.</translation>
        </message>
        <message>
            <source>Saved on this phone. It will go out when you’re online.</source>
            <comment>Receipt of a submission, while offline, on a phone</comment>
            <translation>Сохранено на телефоне. Отправим, как только появится сеть.</translation>
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
        <message>
            <source>Edit the milestones</source>
            <comment>Button: opens the list of milestones</comment>
            <translation>Изменить вехи</translation>
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
            <source>Asking this computer’s keychain…</source>
            <comment>While the profile is being unlocked; the passphrase may be typed instead</comment>
            <translation>Спрашиваем связку ключей этого компьютера…</translation>
        </message>
        <message>
            <source>Use this computer’s keychain</source>
            <comment>Button: unlocks the profile</comment>
            <translation>Разблокировать через связку ключей</translation>
        </message>
        <message>
            <source>Nobody can reset a passphrase. If it is lost, a lead of the campaign can invite you again: what was received stays with the others, what was not sent is lost.</source>
            <comment>Below the passphrase field</comment>
            <translation>Сбросить парольную фразу не может никто. Если она утрачена, руководитель кампании или хаба пригласит вас снова: полученное другими останется у них, неотправленное пропадёт.</translation>
        </message>
    </context>
    <context>
        <name>VerdictBar</name>
        <message>
            <source>Approve</source>
            <comment>Button: the verdict</comment>
            <translation>Согласовать</translation>
        </message>
        <message>
            <source>Request changes</source>
            <comment>Button: the verdict</comment>
            <translation>Запросить правки</translation>
        </message>
        <message>
            <source>Announce delay</source>
            <comment>Button: opens a sheet</comment>
            <translation>Предупредить о задержке</translation>
        </message>
        <message>
            <source>Undo</source>
            <comment>Button: takes a verdict back before it has left</comment>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <comment>Button: takes a delivered verdict back</comment>
            <translation>Отозвать</translation>
        </message>
    </context>
    <context>
        <name>VerdictCard</name>
        <message>
            <source>Signed: %1</source>
            <comment>Button: a seal that tells about a signature; %1 is a name</comment>
            <translation>Подпись: %1</translation>
        </message>
    </context>
    <context>
        <name>VerdictDelegate</name>
        <message>
            <source>Hide the seal</source>
            <comment>Button: who signed what</comment>
            <translation>Скрыть подпись</translation>
        </message>
        <message>
            <source>Show the seal</source>
            <comment>Button: who signed what</comment>
            <translation>Показать подпись</translation>
        </message>
        <message>
            <source>Undo</source>
            <comment>Button: takes a verdict back before it has left</comment>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <comment>Button: takes a delivered verdict back</comment>
            <translation>Отозвать</translation>
        </message>
    </context>
    <context>
        <name>VideoPlayer</name>
        <message>
            <source>Pause</source>
            <comment>Button: of a video</comment>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>Play</source>
            <comment>Button: of a video</comment>
            <translation>Смотреть</translation>
        </message>
        <message>
            <source>Pause: %1</source>
            <comment>Screen reader: %1 the file of a video</comment>
            <translation>Пауза: %1</translation>
        </message>
        <message>
            <source>Play: %1</source>
            <comment>Screen reader: %1 the file of a video</comment>
            <translation>Смотреть: %1</translation>
        </message>
        <message>
            <source>Position in the video</source>
            <comment>Screen reader: a slider</comment>
            <translation>Место в видео</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>Of a video: %1 where it stands, %2 its length, as 0:12 of 0:52</comment>
            <translation>%1 из %2</translation>
        </message>
        <message>
            <source>Sound on</source>
            <comment>Button: of a video</comment>
            <translation>Включить звук</translation>
        </message>
        <message>
            <source>Sound off</source>
            <comment>Button: of a video</comment>
            <translation>Выключить звук</translation>
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
            <translation>Все движутся в одну сторону, знают зачем и могут делать своё дело без сети.</translation>
        </message>
        <message>
            <source>Join with an invitation</source>
            <comment>Button on the first screen</comment>
            <translation>Присоединиться по приглашению</translation>
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
        <message>
            <source>%1 (%2, %3)</source>
            <comment>%1 the day here, %2 the day in another city, %3 that city</comment>
            <translation>%1 (%2, %3)</translation>
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
    <context>
        <name>AddMarketSheet</name>
        <message>
            <source>Add market</source>
            <comment>Button</comment>
            <translation>Добавить рынок</translation>
        </message>
        <message>
            <source>Code</source>
            <comment>Name of a field: of a market</comment>
            <translation>Код</translation>
        </message>
        <message>
            <source>Name, English</source>
            <comment>Name of a field: of a market</comment>
            <translation>Название на английском</translation>
        </message>
        <message>
            <source>Name, Russian</source>
            <comment>Name of a field: of a market</comment>
            <translation>Название на русском</translation>
        </message>
        <message>
            <source>Latin letters, digits or hyphens, as US</source>
            <comment>Below the field for a market's code</comment>
            <translation>Латинские буквы, цифры или дефис, например US</translation>
        </message>
    </context>
    <context>
        <name>BriefPeople</name>
        <message>
            <source>Contact</source>
            <comment>Of a brief: whom the creator asks</comment>
            <translation>Контакт</translation>
        </message>
        <message>
            <source>Answers the creator’s questions</source>
            <comment>Below: contact</comment>
            <translation>Отвечает на вопросы креатора</translation>
        </message>
        <message>
            <source>Approver</source>
            <comment>Of a brief: whose verdict the creator waits for</comment>
            <translation>Согласует</translation>
        </message>
        <message>
            <source>Reviews what is submitted</source>
            <comment>Below: approver</comment>
            <translation>Смотрит и согласует отправленное</translation>
        </message>
    </context>
    <context>
        <name>ChangesSheet</name>
        <message>
            <source>What changed</source>
            <comment>Title of a sheet: in the source of a translation</comment>
            <translation>Что изменилось</translation>
        </message>
    </context>
    <context>
        <name>CharterList</name>
        <message>
            <source>Add</source>
            <comment>Button: adds a non-negotiable, a negotiable or a check</comment>
            <translation>Добавить</translation>
        </message>
        <message>
            <source>Text</source>
            <comment>Name of a field: what is asked for</comment>
            <translation>Текст</translation>
        </message>
        <message>
            <source>Remove</source>
            <comment>Button: takes a statement off the list</comment>
            <translation>Убрать</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <comment>Screen reader: button; %1 is a statement</comment>
            <translation>Убрать: %1</translation>
        </message>
        <message>
            <source>Text, English</source>
            <comment>Name of a field: what is asked for</comment>
            <translation>Текст на английском</translation>
        </message>
        <message>
            <source>Text, Russian</source>
            <comment>Name of a field: what is asked for</comment>
            <translation>Текст на русском</translation>
        </message>
        <message>
            <source>%1, English</source>
            <comment>Name of a field; %1 is “Because” or “Range”</comment>
            <translation>%1: на английском</translation>
        </message>
        <message>
            <source>%1, Russian</source>
            <comment>Name of a field; %1 is “Because” or “Range”</comment>
            <translation>%1: на русском</translation>
        </message>
    </context>
    <context>
        <name>DeliverableSheet</name>
        <message>
            <source>Add deliverable</source>
            <comment>Button</comment>
            <translation>Добавить материал</translation>
        </message>
        <message>
            <source>Deliverable</source>
            <comment>Title of a sheet: one being changed</comment>
            <translation>Материал</translation>
        </message>
        <message>
            <source>Title, English</source>
            <comment>Name of a field</comment>
            <translation>Название на английском</translation>
        </message>
        <message>
            <source>Title, Russian</source>
            <comment>Name of a field</comment>
            <translation>Название на русском</translation>
        </message>
        <message>
            <source>Rough cut due</source>
            <comment>Name of a field</comment>
            <translation>Срок чернового монтажа</translation>
        </message>
        <message>
            <source>Goes live</source>
            <comment>Name of a field</comment>
            <translation>Выход материала</translation>
        </message>
        <message>
            <source>Labels to show, English</source>
            <comment>Name of a field: disclosures of advertising</comment>
            <translation>Обязательные пометки на английском</translation>
        </message>
        <message>
            <source>Labels to show, Russian</source>
            <comment>Name of a field: disclosures of advertising</comment>
            <translation>Обязательные пометки на русском</translation>
        </message>
        <message>
            <source>Ad-marking token</source>
            <comment>Heading: a code that the law of a market asks for</comment>
            <translation>Токен erid</translation>
        </message>
        <message>
            <source>The creator copies it when going live; it needs no new issue of the brief</source>
            <comment>Below the field for the token</comment>
            <translation>Креатор скопирует его при выходе материала; заново отправлять бриф не нужно</translation>
        </message>
        <message>
            <source>Remove this deliverable</source>
            <comment>Button</comment>
            <translation>Убрать этот материал</translation>
        </message>
        <message>
            <source>Save deliverable</source>
            <comment>Button</comment>
            <translation>Сохранить материал</translation>
        </message>
        <message>
            <source>Not saved yet: what you typed before.</source>
            <comment>Above a form that was left without saving</comment>
            <translation>Ещё не сохранено: то, что вы ввели раньше.</translation>
        </message>
        <message>
            <source>Discard</source>
            <comment>Button: throws away what was typed and not saved</comment>
            <translation>Отменить изменения</translation>
        </message>
    </context>
    <context>
        <name>LaunchAdviceModel</name>
        <message>
            <source>A holiday there: %1</source>
            <comment>Of the day of a launch; %1 its name</comment>
            <translation>Там праздник: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) between the launches of %1 and %2</source>
            <comment>%1, %2 markets</comment>
            <translation>
                <numerusform>%n день между запусками %1 и %2</numerusform>
                <numerusform>%n дня между запусками %1 и %2</numerusform>
                <numerusform>%n дней между запусками %1 и %2</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: 3–5 keep a slip from reaching the next market.</source>
            <comment>%1 “2 days between the launches of US and RU”</comment>
            <translation>%1. Буфер в 3–5 дней не даст сдвигу сроков дойти до следующего рынка.</translation>
        </message>
    </context>
    <context>
        <name>LaunchAdviceStrip</name>
        <message>
            <source>Take %1 as the launch date</source>
            <comment>Screen reader: a suggested day; %1 is the day</comment>
            <translation>Выбрать день запуска: %1</translation>
        </message>
    </context>
    <context>
        <name>MarketSettings</name>
        <message>
            <source>Launch, %1</source>
            <comment>Name of a field; %1 is the market's city</comment>
            <translation>Запуск, время: %1</translation>
        </message>
        <message>
            <source>Set date</source>
            <comment>Button</comment>
            <translation>Задать дату</translation>
        </message>
        <message>
            <source>Public holidays</source>
            <comment>Name of a choice: of which country</comment>
            <translation>Государственные праздники</translation>
        </message>
        <message>
            <source>None</source>
            <comment>A choice: no country’s holidays</comment>
            <translation>Не учитывать</translation>
        </message>
        <message>
            <source>United States</source>
            <comment>A choice: a country</comment>
            <translation>США</translation>
        </message>
        <message>
            <source>Russia</source>
            <comment>A choice: a country</comment>
            <translation>Россия</translation>
        </message>
        <message>
            <source>Each post needs an ad-marking token</source>
            <comment>A tick: a rule of a market</comment>
            <translation>Каждой публикации нужен токен erid</translation>
        </message>
        <message>
            <source>Without its token a deliverable cannot go live here.</source>
            <comment>Below a tick</comment>
            <translation>Без токена выход материала на этом рынке невозможен.</translation>
        </message>
    </context>
    <context>
        <name>MilestonePage</name>
        <message>
            <source>New milestone</source>
            <comment>Title of a page</comment>
            <translation>Новая веха</translation>
        </message>
        <message>
            <source>Milestone</source>
            <comment>Title of a page: one being changed</comment>
            <translation>Веха</translation>
        </message>
        <message>
            <source>Remove this milestone</source>
            <comment>Button</comment>
            <translation>Убрать эту веху</translation>
        </message>
        <message>
            <source>Saved. Everybody sees it on the timeline.</source>
            <comment>After a milestone was saved</comment>
            <translation>Сохранено. Веху видят все участники.</translation>
        </message>
        <message>
            <source>Removed from the timeline.</source>
            <comment>After a milestone was removed</comment>
            <translation>Веха убрана.</translation>
        </message>
        <message>
            <source>Title</source>
            <comment>Name of a field: of a milestone</comment>
            <translation>Название</translation>
        </message>
        <message>
            <source>Why</source>
            <comment>Name of a field: of a milestone</comment>
            <translation>Почему</translation>
        </message>
        <message>
            <source>Kind</source>
            <comment>Name of a choice: kickoff, launch, review …</comment>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Рынок</translation>
        </message>
        <message>
            <source>Date and time</source>
            <comment>Name of a field</comment>
            <translation>Дата и время</translation>
        </message>
        <message>
            <source>Save milestone</source>
            <comment>Button</comment>
            <translation>Сохранить веху</translation>
        </message>
        <message>
            <source>Not saved yet: what you typed before.</source>
            <comment>Above a form that was left without saving</comment>
            <translation>Ещё не сохранено: то, что вы ввели раньше.</translation>
        </message>
        <message>
            <source>Discard</source>
            <comment>Button: throws away what was typed and not saved</comment>
            <translation>Отменить изменения</translation>
        </message>
        <message>
            <source>The campaign lead sets the launch date.</source>
            <comment>Below the date of a launch</comment>
            <translation>Дату запуска назначает руководитель кампании.</translation>
        </message>
    </context>
    <context>
        <name>MilestonesModel</name>
        <message>
            <source>Milestone</source>
            <comment>Kind of a milestone: none of the others</comment>
            <translation>Веха</translation>
        </message>
        <message>
            <source>Kickoff</source>
            <comment>Kind of a milestone</comment>
            <translation>Стартовая встреча</translation>
        </message>
        <message>
            <source>Briefs</source>
            <comment>Kind of a milestone: briefs go out</comment>
            <translation>Брифы</translation>
        </message>
        <message>
            <source>Rough cuts</source>
            <comment>Kind of a milestone</comment>
            <translation>Черновой монтаж</translation>
        </message>
        <message>
            <source>Feedback</source>
            <comment>Kind of a milestone</comment>
            <translation>Обратная связь</translation>
        </message>
        <message>
            <source>Launch</source>
            <comment>Kind of a milestone</comment>
            <translation>Запуск</translation>
        </message>
        <message>
            <source>Review</source>
            <comment>Kind of a milestone: results are looked at</comment>
            <translation>Разбор итогов</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Of a milestone: %1 its kind, %2 a market</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>No date yet</source>
            <comment>Of a milestone</comment>
            <translation>Дата не назначена</translation>
        </message>
        <message>
            <source>The why is missing</source>
            <comment>Of a milestone</comment>
            <translation>Не указано почему</translation>
        </message>
        <message>
            <source>Translation is stale</source>
            <comment>Of a milestone</comment>
            <translation>Перевод устарел</translation>
        </message>
        <message>
            <source>A milestone needs a title.</source>
            <translation>Укажите название вехи.</translation>
        </message>
        <message>
            <source>Say why: a milestone keeps its reason.</source>
            <translation>Укажите, зачем нужна веха.</translation>
        </message>
        <message>
            <source>That is no date and time. Choose one in the calendar or type it.</source>
            <translation>Это не дата и время. Выберите их в календаре или введите.</translation>
        </message>
        <message>
            <source>All markets</source>
            <comment>A choice: no single one</comment>
            <translation>Все рынки</translation>
        </message>
    </context>
    <context>
        <name>MilestonesPage</name>
        <message>
            <source>Milestones</source>
            <comment>Title of a page</comment>
            <translation>Вехи</translation>
        </message>
        <message>
            <source>Add milestone</source>
            <comment>Button</comment>
            <translation>Добавить веху</translation>
        </message>
        <message>
            <source>Edit: %1</source>
            <comment>Button: opens a milestone; %1 is its title</comment>
            <translation>Изменить: %1</translation>
        </message>
        <message>
            <source>No milestones yet. Each says when, and why then.</source>
            <comment>An empty list of milestones</comment>
            <translation>Пока нет вех. У каждой есть дата и объяснение, почему именно она.</translation>
        </message>
    </context>
    <context>
        <name>LockCard</name>
        <message>
            <source>Unlock with this computer’s keychain</source>
            <comment>Settings: a choice</comment>
            <translation>Разблокировать через связку ключей этого компьютера</translation>
        </message>
        <message>
            <source>Your passphrase is still asked every 14 days.</source>
            <comment>Settings: below the choice of the keychain</comment>
            <translation>Парольную фразу спросим раз в 14 дней.</translation>
        </message>
        <message>
            <source>Lock automatically</source>
            <comment>Settings: auto-lock</comment>
            <translation>Автоблокировка</translation>
        </message>
        <message>
            <source>Not while the keychain unlocks: then it is locked when the computer is.</source>
            <comment>Settings: below auto-lock</comment>
            <translation>Не действует, пока профиль открывает связка ключей: его защищает блокировка компьютера.</translation>
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
            <source>The keychain keeps a key to this profile. Whoever is logged in to this computer as you can then open it. Give your passphrase to allow that.</source>
            <comment>Settings: before the keychain is turned on</comment>
            <translation>Связка ключей будет хранить ключ к профилю. Его сможет открыть каждый, кто вошёл в этот компьютер под вашей учётной записью. Чтобы разрешить это, введите парольную фразу.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <comment>Name of a field</comment>
            <translation>Парольная фраза</translation>
        </message>
        <message>
            <source>Allow</source>
            <comment>Button: the keychain may unlock the profile</comment>
            <translation>Разрешить</translation>
        </message>
        <message>
            <source>The keychain unlocks this profile now.</source>
            <comment>After the keychain was turned on</comment>
            <translation>Теперь профиль открывает связка ключей.</translation>
        </message>
    </context>
    <context>
        <name>RelayCard</name>
        <message>
            <source>The relay is set.</source>
            <comment>After a founding line was kept</comment>
            <translation>Сервер обмена задан.</translation>
        </message>
        <message>
            <source>Last problem: %1</source>
            <comment>Screen reader: of the relay</comment>
            <translation>Последняя проблема: %1</translation>
        </message>
        <message>
            <source>It passes on what you write and cannot read a word of it.</source>
            <comment>Settings: of the relay</comment>
            <translation>Он передаёт написанное и не может прочитать ни слова.</translation>
        </message>
        <message>
            <source>Sync now</source>
            <comment>Button: exchanges changes with the relay</comment>
            <translation>Обменяться данными</translation>
        </message>
        <message>
            <source>Set a relay</source>
            <comment>Button</comment>
            <translation>Задать сервер обмена</translation>
        </message>
        <message>
            <source>Set another relay</source>
            <comment>Button</comment>
            <translation>Сменить сервер обмена</translation>
        </message>
        <message>
            <source>Relay</source>
            <comment>Settings: heading; the server that passes sealed changes on</comment>
            <translation>Сервер обмена</translation>
        </message>
        <message>
            <source>Paste the founding line that the relay prints when it starts. It holds a code that admits this campaign: show it to nobody else.</source>
            <comment>Settings: above the field for a founding line</comment>
            <translation>Вставьте строку подключения, которую сервер обмена выводит при запуске. В ней код, по которому он примет эту кампанию: никому его не показывайте.</translation>
        </message>
        <message>
            <source>Founding line</source>
            <comment>Name of a field: the relay's address, identity and code</comment>
            <translation>Строка подключения</translation>
        </message>
        <message>
            <source>Paste</source>
            <comment>Button: takes the text of the clipboard</comment>
            <translation>Вставить</translation>
        </message>
        <message>
            <source>Invitations that were sent before name the relay from before.</source>
            <comment>Settings: before another relay is set</comment>
            <translation>В приглашениях, отправленных раньше, указан прежний сервер обмена.</translation>
        </message>
        <message>
            <source>Set relay</source>
            <comment>Button: keeps the founding line</comment>
            <translation>Задать сервер обмена</translation>
        </message>
    </context>
    <context>
        <name>RelayModel</name>
        <message>
            <source>No relay is set for this campaign.</source>
            <comment>Settings</comment>
            <translation>Для этой кампании сервер обмена не задан.</translation>
        </message>
        <message>
            <source>Not connected</source>
            <comment>Settings: of the relay</comment>
            <translation>Нет соединения</translation>
        </message>
        <message>
            <source>Not connected since %1</source>
            <comment>Settings: of the relay; %1 a time</comment>
            <translation>Нет соединения с %1</translation>
        </message>
        <message>
            <source>Airplane mode: nothing is sent or received.</source>
            <comment>Settings: of the relay</comment>
            <translation>Режим полёта: ничего не отправляется и не принимается.</translation>
        </message>
        <message>
            <source>Connected</source>
            <comment>Settings: of the relay</comment>
            <translation>Соединение есть</translation>
        </message>
        <message>
            <source>Connected since %1</source>
            <comment>Settings: of the relay; %1 a time</comment>
            <translation>Соединение установлено в %1</translation>
        </message>
        <message>
            <source>This is no founding line. It begins with wss://, and the relay prints it when it starts; copy all of it.</source>
            <comment>Settings: of the relay</comment>
            <translation>Это не строка подключения. Она начинается с wss://, сервер обмена выводит её при запуске; скопируйте её целиком.</translation>
        </message>
    </context>
    <context>
        <name>SyncPill</name>
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
        <message numerus="yes">
            <source>%n waiting</source>
            <comment>The sync pill: changes that have not gone out</comment>
            <translation>
                <numerusform>Ожидает: %n</numerusform>
                <numerusform>Ожидают: %n</numerusform>
                <numerusform>Ожидают: %n</numerusform>
            </translation>
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
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>Synced</source>
            <comment>The sync pill: everything is exchanged</comment>
            <translation>Всё передано</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <comment>The sync pill: the relay cannot be used until a person acts</comment>
            <translation>Требует внимания</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>Screen reader: the sync pill; %1 how it is, %2 how much waits</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Trying again</source>
            <comment>The sync pill: the relay answered in a way that makes no sense</comment>
            <translation>Пробуем снова</translation>
        </message>
    </context>
    <context>
        <name>Unlocking</name>
        <message>
            <source>This computer’s keychain holds another key. Your passphrase opens the profile and mends that.</source>
            <comment>Unlocking</comment>
            <translation>В связке ключей этого компьютера другой ключ. Парольная фраза откроет профиль и исправит это.</translation>
        </message>
        <message>
            <source>This computer’s keychain is locked or said no. Your passphrase opens the profile.</source>
            <comment>Unlocking</comment>
            <translation>Связка ключей этого компьютера заблокирована или не дала доступа. Профиль откроет парольная фраза.</translation>
        </message>
        <message>
            <source>No keychain answers on this computer. Your passphrase opens the profile.</source>
            <comment>Unlocking</comment>
            <translation>Связка ключей на этом компьютере недоступна. Профиль откроет парольная фраза.</translation>
        </message>
        <message>
            <source>This computer’s keychain doesn’t answer. Your passphrase opens the profile.</source>
            <comment>Unlocking</comment>
            <translation>Связка ключей этого компьютера не отвечает. Профиль откроет парольная фраза.</translation>
        </message>
        <message>
            <source>This computer’s keychain is locked or no longer holds the key. Your passphrase opens the profile.</source>
            <comment>Unlocking</comment>
            <translation>Связка ключей этого компьютера заблокирована или ключа в ней больше нет. Профиль откроет парольная фраза.</translation>
        </message>
        <message>
            <source>Your passphrase is asked every 14 days, so that you still know it. Give it once.</source>
            <comment>Unlocking: why the keychain is not used now</comment>
            <translation>Парольную фразу спрашиваем раз в 14 дней, чтобы она не забылась. Введите её.</translation>
        </message>
    </context>
    <context>
        <name>ZoneOffer</name>
        <message>
            <source>You seem to be in %1: show times here?</source>
            <comment>Banner; %1 is a city</comment>
            <translation>Похоже, вы сейчас здесь: %1. Показывать местное время?</translation>
        </message>
        <message>
            <source>Show times here</source>
            <comment>Button: answers the banner about the time zone</comment>
            <translation>Показывать местное</translation>
        </message>
        <message>
            <source>Keep %1</source>
            <comment>Button: answers the banner about the time zone; %1 is a city</comment>
            <translation>Оставить: %1</translation>
        </message>
    </context>
    <context>
        <name>DemoModel</name>
        <message>
            <source>Creator submits</source>
            <comment>A step of the demo</comment>
            <translation>Креатор отправляет материал</translation>
        </message>
        <message>
            <source>Hub lead takes off</source>
            <comment>A step of the demo</comment>
            <translation>Руководитель хаба взлетает</translation>
        </message>
        <message>
            <source>Approves in the air</source>
            <comment>A step of the demo</comment>
            <translation>Согласует в воздухе</translation>
        </message>
        <message>
            <source>Lands</source>
            <comment>A step of the demo</comment>
            <translation>Приземляется</translation>
        </message>
        <message>
            <source>Creator sees it</source>
            <comment>A step of the demo</comment>
            <translation>Креатор видит ответ</translation>
        </message>
        <message>
            <source>It goes live</source>
            <comment>Something that happens</comment>
            <translation>Выход материала</translation>
        </message>
        <message>
            <source>An answer is due</source>
            <comment>Something that happens</comment>
            <translation>Срок ответа</translation>
        </message>
        <message>
            <source>Cut-off of the feedback schedule</source>
            <comment>Something that happens</comment>
            <translation>Конец приёма по графику обратной связи</translation>
        </message>
        <message>
            <source>A promise is at risk</source>
            <comment>Something that happens</comment>
            <translation>Обещанный срок ответа под угрозой</translation>
        </message>
        <message>
            <source>A rough cut is due</source>
            <comment>Something that happens</comment>
            <translation>Срок чернового монтажа</translation>
        </message>
        <message>
            <source>Back from an absence</source>
            <comment>Something that happens</comment>
            <translation>Конец отсутствия</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <comment>After a jump of the clock: %1 when it is now, %2 what happens</comment>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>All five steps are done.</source>
            <comment>The strip of the demo</comment>
            <translation>Все пять шагов пройдены.</translation>
        </message>
        <message>
            <source>Nothing is dated after now.</source>
            <comment>There is no event to jump to</comment>
            <translation>Дальше дат нет.</translation>
        </message>
        <message>
            <source>Starting over. The windows open again in a moment.</source>
            <comment>After the button of the demo</comment>
            <translation>Начинаем заново. Окна сейчас откроются снова.</translation>
        </message>
    </context>
    <context>
        <name>DemoStepMark</name>
        <message>
            <source>%1: done, %2</source>
            <comment>Screen reader: a step of the demo; %2 a time</comment>
            <translation>%1: сделано, %2</translation>
        </message>
        <message>
            <source>%1: not yet</source>
            <comment>Screen reader: a step of the demo</comment>
            <translation>%1: ещё нет</translation>
        </message>
    </context>
    <context>
        <name>DemoStrip</name>
        <message>
            <source>Demo</source>
            <comment>Screen reader: the strip of the demo</comment>
            <translation>Демо</translation>
        </message>
        <message>
            <source>%1 of 5 · %2</source>
            <comment>The strip of the demo, folded: how many steps are done, and the next one</comment>
            <translation>%1 из 5 · %2</translation>
        </message>
        <message>
            <source>Airplane</source>
            <comment>Button of the demo: this device goes offline, or online again</comment>
            <translation>Режим полёта</translation>
        </message>
        <message>
            <source>Airplane: on</source>
            <comment>Screen reader: a button of the demo</comment>
            <translation>Режим полёта: включён</translation>
        </message>
        <message>
            <source>Airplane: off</source>
            <comment>Screen reader: a button of the demo</comment>
            <translation>Режим полёта: выключен</translation>
        </message>
        <message>
            <source>Fold the demo’s steps</source>
            <comment>Button of the demo</comment>
            <translation>Свернуть шаги демо</translation>
        </message>
        <message>
            <source>Show the demo’s steps</source>
            <comment>Button of the demo</comment>
            <translation>Показать шаги демо</translation>
        </message>
        <message>
            <source>Steps of the demo</source>
            <comment>Screen reader</comment>
            <translation>Шаги демо</translation>
        </message>
    </context>
    <context>
        <name>DemoActions</name>
        <message>
            <source>Jump to next event</source>
            <comment>Button of the demo: moves the clock</comment>
            <translation>К следующему событию</translation>
        </message>
        <message>
            <source>Start over</source>
            <comment>Button of the demo: everything as it was at the start</comment>
            <translation>Начать заново</translation>
        </message>
    </context>
    <context>
        <name>RemovedBanner</name>
        <message>
            <source>Undo</source>
            <comment>Button: takes back a removal</comment>
            <translation>Вернуть</translation>
        </message>
    </context>
    <context>
        <name>TroubleStrip</name>
        <message>
            <source>Part of the data on this device can’t be read, so something may be missing here, and nothing more can be signed. What was sent is safe with the others. Keep the profile’s folder as it is, and ask a lead of the campaign for a new invitation.</source>
            <comment>Banner</comment>
            <translation>Часть данных на этом устройстве не читается: здесь может чего-то не хватать, и подписать больше ничего нельзя. Отправленное сохранено у других участников. Папку профиля не трогайте и попросите новое приглашение у руководителя кампании или хаба.</translation>
        </message>
        <message>
            <source>This device has gone back to an older state, and what was done last is missing. What the relay or others received comes back by itself. What never left this device doesn’t: look through what you did last, and do again what isn’t here.</source>
            <comment>Banner</comment>
            <translation>Данные на этом устройстве вернулись к более раннему состоянию, последних действий здесь нет. Всё, что дошло до сервера обмена или коллег, вернётся само. То, что не покидало это устройство, не вернётся: проверьте последние действия и повторите то, чего нет.</translation>
        </message>
        <message>
            <source>Understood</source>
            <comment>Button: closes the banner</comment>
            <translation>Понятно</translation>
        </message>
    </context>
    <context>
        <name>BriefWithdrawal</name>
        <message>
            <source>Withdrawn. The draft stays.</source>
            <comment>After an issued brief was taken back</comment>
            <translation>Бриф отозван. Черновик сохранён.</translation>
        </message>
        <message>
            <source>Withdraw the brief</source>
            <comment>Button: takes an issued brief back</comment>
            <translation>Отозвать бриф</translation>
        </message>
        <message>
            <source>Withdraw the brief</source>
            <comment>Title of a sheet</comment>
            <translation>Отозвать бриф</translation>
        </message>
        <message>
            <source>The creator no longer has a brief and can’t submit until one is issued again. What was sent and answered stays.</source>
            <comment>Sheet for withdrawing a brief</comment>
            <translation>У креатора больше не будет брифа: отправлять материалы можно будет после нового брифа. Всё отправленное и согласованное остаётся.</translation>
        </message>
    </context>
    <context>
        <name>HandoverCard</name>
        <message>
            <source>Save an exchange file</source>
            <comment>Title of a file dialog</comment>
            <translation>Сохранить файл обмена</translation>
        </message>
        <message>
            <source>Exchange files (*.meridian)</source>
            <comment>Filter of a file dialog; keep the part in brackets</comment>
            <translation>Файлы обмена (*.meridian)</translation>
        </message>
        <message>
            <source>Exchange file to take in</source>
            <comment>Title of a file dialog</comment>
            <translation>Выберите файл обмена</translation>
        </message>
        <message>
            <source>No network at all?</source>
            <comment>Heading of a card: the campaign as a file</comment>
            <translation>Совсем нет сети?</translation>
        </message>
        <message>
            <source>Save the campaign as an exchange file and send it through any messenger, or carry it. It is encrypted: only those in the campaign can read it.</source>
            <comment>Outbox</comment>
            <translation>Сохраните кампанию как файл обмена и передайте его через любой мессенджер или лично. Файл зашифрован: прочитать его могут только участники кампании.</translation>
        </message>
        <message>
            <source>Save a file</source>
            <comment>Button</comment>
            <translation>Сохранить файл</translation>
        </message>
        <message>
            <source>Open a file</source>
            <comment>Button: reads an exchange file</comment>
            <translation>Принять файл</translation>
        </message>
    </context>
    <context>
        <name>HandoverModel</name>
        <message>
            <source>This file was cut short or altered on its way. Nothing here was changed by the rest of it. Ask for it again.</source>
            <translation>Файл оборван или изменён в пути. То, что не удалось прочитать, ничего здесь не изменило. Попросите прислать его ещё раз.</translation>
        </message>
        <message>
            <source>This is no exchange file of Meridian, or one of a newer version.</source>
            <translation>Это не файл обмена «Меридиана», или он создан более новой версией.</translation>
        </message>
        <message>
            <source>This file is of another campaign. Nothing was taken in.</source>
            <translation>Это файл другой кампании. Ничего не принято.</translation>
        </message>
        <message>
            <source>Saved, %1. Send it to whoever is in the campaign: nobody else can read it.</source>
            <comment>%1 a size: 3 MB</comment>
            <translation>Сохранено: %1. Передайте файл участникам кампании: больше никто его не прочитает.</translation>
        </message>
        <message>
            <source>Taken in: everything in it was here already.</source>
            <translation>Файл принят: всё, что в нём есть, здесь уже было.</translation>
        </message>
        <message numerus="yes">
            <source>Taken in: %n new change(s).</source>
            <comment>From an exchange file</comment>
            <translation>
                <numerusform>Принято: %n новое изменение.</numerusform>
                <numerusform>Принято: %n новых изменения.</numerusform>
                <numerusform>Принято: %n новых изменений.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) could not be read and are left out.</source>
            <comment>Of an exchange file</comment>
            <translation>
                <numerusform>Не удалось прочитать файлов: %n. Они пропущены.</numerusform>
                <numerusform>Не удалось прочитать файлов: %n. Они пропущены.</numerusform>
                <numerusform>Не удалось прочитать файлов: %n. Они пропущены.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TypedDate</name>
        <message>
            <source>That is no date. Type it like this: %1</source>
            <comment>Below a field; %1 is a date</comment>
            <translation>Это не дата. Введите так: %1</translation>
        </message>
        <message>
            <source>The calendar has no such day. Type it like this: %1</source>
            <comment>Below a field; %1 is a date</comment>
            <translation>Такого дня нет в календаре. Введите так: %1</translation>
        </message>
        <message>
            <source>The clock has no such time. Type it like this: %1</source>
            <comment>Below a field; %1 is a date</comment>
            <translation>Такого времени не бывает. Введите так: %1</translation>
        </message>
        <message>
            <source>The time is missing. Type it like this: %1</source>
            <comment>Below a field; %1 is a date</comment>
            <translation>Не указано время. Введите так: %1</translation>
        </message>
    </context>
    <context>
        <name>DateEntry</name>
        <message>
            <source>%1, today</source>
            <comment>Screen reader: a day; %1 its date</comment>
            <translation>%1, сегодня</translation>
        </message>
        <message>
            <source>%1, chosen</source>
            <comment>Screen reader: a day; %1 its date</comment>
            <translation>%1, выбрано</translation>
        </message>
        <message>
            <source>%1 time</source>
            <comment>Below a field for a date; %1 is a city</comment>
            <translation>Время: %1.</translation>
        </message>
        <message>
            <source>%1. For you: %2 (%3)</source>
            <comment>Below a field for a date; %1 “Moscow time”, %2 my date and time, %3 my city</comment>
            <translation>%1 У вас: %2 (%3)</translation>
        </message>
    </context>
    <context>
        <name>CalendarMonth</name>
        <message>
            <source>Previous month</source>
            <comment>Button of a calendar</comment>
            <translation>Предыдущий месяц</translation>
        </message>
        <message>
            <source>Next month</source>
            <comment>Button of a calendar</comment>
            <translation>Следующий месяц</translation>
        </message>
        <message>
            <source>Time</source>
            <comment>Name of a choice: a time of day</comment>
            <translation>Время</translation>
        </message>
        <message>
            <source>Today</source>
            <comment>Button of a calendar: goes to the current day</comment>
            <translation>Сегодня</translation>
        </message>
        <message>
            <source>Done</source>
            <comment>Button: closes a calendar</comment>
            <translation>Готово</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>Calendar: %1</source>
            <comment>Button: opens a calendar; %1 is the name of a field</comment>
            <translation>Календарь: %1</translation>
        </message>
    </context>
    <context>
        <name>PreflightDelegate</name>
        <message>
            <source>Hide %1</source>
            <comment>Button: folds several rows into one; %1 is their number</comment>
            <translation>Свернуть (%1)</translation>
        </message>
        <message>
            <source>Show %1</source>
            <comment>Button: unfolds a row that stands for several; %1 is their number</comment>
            <translation>Показать (%1)</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>Screen reader: %1 a button, %2 what it is for</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>TensionSheet</name>
        <message>
            <source>Write down a goal tension</source>
            <comment>Button</comment>
            <translation>Записать противоречие целей</translation>
        </message>
        <message>
            <source>Write it down</source>
            <comment>Button: saves a goal tension</comment>
            <translation>Записать</translation>
        </message>
        <message>
            <source>While it is open, the markets that it concerns issue no brief and do not launch.</source>
            <comment>Above the fields of a goal tension</comment>
            <translation>Пока противоречие не разрешено, рынки, которых оно касается, не отправляют брифы и не запускаются.</translation>
        </message>
        <message>
            <source>One goal, English</source>
            <comment>Name of a field</comment>
            <translation>Одна цель: на английском</translation>
        </message>
        <message>
            <source>One goal, Russian</source>
            <comment>Name of a field</comment>
            <translation>Одна цель: на русском</translation>
        </message>
        <message>
            <source>The other goal, English</source>
            <comment>Name of a field</comment>
            <translation>Другая цель: на английском</translation>
        </message>
        <message>
            <source>The other goal, Russian</source>
            <comment>Name of a field</comment>
            <translation>Другая цель: на русском</translation>
        </message>
        <message>
            <source>Why it matters, English</source>
            <comment>Name of a field</comment>
            <translation>Почему это важно: на английском</translation>
        </message>
        <message>
            <source>Why it matters, Russian</source>
            <comment>Name of a field</comment>
            <translation>Почему это важно: на русском</translation>
        </message>
        <message>
            <source>Which markets it concerns; none ticked means all</source>
            <comment>Above boxes to tick, one for each market</comment>
            <translation>Каких рынков касается; если не отмечать, то всех</translation>
        </message>
    </context>
    <context>
        <name>TensionsModel</name>
        <message>
            <source>Unresolved. Holds up: %1</source>
            <comment>Of a goal tension; %1 are markets</comment>
            <translation>Не разрешено. Задерживает: %1</translation>
        </message>
        <message>
            <source>Resolved: %1</source>
            <comment>Of a goal tension; %1 are markets</comment>
            <translation>Разрешено: %1</translation>
        </message>
        <message>
            <source>Decided: %1, %2</source>
            <comment>Of a goal tension; %1 a person, %2 when</comment>
            <translation>Решение: %1, %2</translation>
        </message>
        <message>
            <source>Name both goals.</source>
            <translation>Назовите обе цели.</translation>
        </message>
        <message>
            <source>Say why: what goes wrong while nobody decides.</source>
            <translation>Объясните почему: что пойдёт не так без решения.</translation>
        </message>
    </context>
    <context>
        <name>TensionsPage</name>
        <message>
            <source>Goal tensions</source>
            <comment>Title of a page: goals that pull apart</comment>
            <translation>Противоречия целей</translation>
        </message>
        <message>
            <source>Write down a goal tension</source>
            <comment>Button</comment>
            <translation>Записать противоречие целей</translation>
        </message>
        <message>
            <source>One goal</source>
            <comment>Of a goal tension: heading</comment>
            <translation>Одна цель</translation>
        </message>
        <message>
            <source>The other goal</source>
            <comment>Of a goal tension: heading</comment>
            <translation>Другая цель</translation>
        </message>
        <message>
            <source>Why it matters</source>
            <comment>Of a goal tension: heading</comment>
            <translation>Почему это важно</translation>
        </message>
        <message>
            <source>Resolve</source>
            <comment>Button: says what was decided between two goals</comment>
            <translation>Разрешить</translation>
        </message>
        <message>
            <source>Resolve: %1</source>
            <comment>Screen reader: button; %1 is a goal</comment>
            <translation>Разрешить: %1</translation>
        </message>
        <message>
            <source>%1 — %2</source>
            <comment>The two goals of a tension</comment>
            <translation>%1 — %2</translation>
        </message>
        <message>
            <source>Remove</source>
            <comment>Button: it was no goal tension</comment>
            <translation>Убрать</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <comment>Screen reader: button; %1 is a goal</comment>
            <translation>Убрать: %1</translation>
        </message>
        <message>
            <source>Removed.</source>
            <comment>After a goal tension was removed</comment>
            <translation>Убрано.</translation>
        </message>
        <message>
            <source>No goal tension is written down. Where two goals pull apart, write it here: nothing is issued on top of it until a lead has decided.</source>
            <comment>An empty list of goal tensions</comment>
            <translation>Противоречий целей нет. Если две цели тянут в разные стороны, запишите это здесь: пока руководитель не решит, брифы не отправляются.</translation>
        </message>
        <message>
            <source>Resolve a goal tension</source>
            <comment>Title of a sheet</comment>
            <translation>Разрешить противоречие целей</translation>
        </message>
        <message>
            <source>Save the decision</source>
            <comment>Button: says what was decided between two goals</comment>
            <translation>Сохранить решение</translation>
        </message>
        <message>
            <source>Say what counts from now on, so that nobody has to ask again. Briefs and launches go on then.</source>
            <comment>Above the fields of a decision</comment>
            <translation>Напишите, что действует с этого момента, чтобы больше никому не пришлось спрашивать. После этого брифы и запуски идут дальше.</translation>
        </message>
        <message>
            <source>Decision, English</source>
            <comment>Name of a field</comment>
            <translation>Решение: на английском</translation>
        </message>
        <message>
            <source>Decision, Russian</source>
            <comment>Name of a field</comment>
            <translation>Решение: на русском</translation>
        </message>
    </context>
</TS>
