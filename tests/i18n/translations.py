#!/usr/bin/env python3
"""Checks that both languages are complete and keep to PRODUCT's terms.

translations.py ROOT LUPDATE: brings copies of the .ts files up to date with the sources; a string that the
files of the tree lack, or that is unfinished, fails. Then each Russian string is checked against the terms,
against words that never appear in the interface, and against names that would have to be declined. The
rules first have to find what is planted for them.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

# PRODUCT's table, row by row, those that no screen says yet too. Where the English words stand, the Russian ones
# have to; both are patterns.
TERMS = [
    (r"\bbriefs?\b", r"бриф"),
    (r"\bcreators?\b", r"креатор"),
    (r"\bcampaign lead", r"руководител\w+ кампании|^Руководитель$"),
    (r"\bbrand lead", r"руководител\w+ бренда"),
    (r"\bhub lead", r"руководител\w+ (?:его )?хаба"),
    (r"\bdeput(?:y|ies)\b", r"заместител"),
    (r"\bcharter\b", r"паспорт"),
    (r"\bthesis\b", r"главн\w+ тезис"),
    (r"\bvalue proposition\b", r"ценностн\w+ предложени"),
    (r"\bangles?\b", r"акцент"),
    (r"\bactivations?\b", r"механик"),
    (r"\bdeliverables?\b", r"материал"),
    (r"\bsubmissions?\b", r"отправ(?:к|ок)"),
    (r"\bversions?\b", r"верси"),
    (r"\b(?:send|submit)\w* for approval\b", r"на согласование"),
    (r"\bapproved?\b(?! material)", r"соглас"),
    (r"\brequest(?:ing)? changes\b", r"запросить правки"),
    (r"\bchanges requested\b", r"нужны правки"),
    (r"\bround\b", r"раунд"),
    (r"\bverdicts?\b", r"итог\w* согласования"),
    (r"^Got it$", r"^Всё понятно$"),
    (r"\backnowledg", r"ознакомлени|Всё понятно"),
    (r"\bissue[sd]?\b", r"отправ"),
    (r"\breview queue\b", r"на согласовании"),
    (r"\bfeedback schedule\b", r"график\w* обратной связи"),
    (r"\bpromise[sd]?\b", r"срок"),
    (r"\bdelay notice\b", r"предупреждени\w+ о задержке"),
    (r"\bcontested\b", r"расход"),
    (r"\bmissed\b", r"пропущен"),
    (r"\bmilestones?\b", r"\bвех"),
    (r"\bdependenc", r"зависимост"),
    (r"\bbuffer\b", r"буфер"),
    (r"\blaunch", r"запуск"),
    (r"\b(?:go(?:es|ing)?[ -])?live\b(?! brief)", r"\bвыход|\bвый|\bвыш(?:е|л)"),
    (r"\bstaggered\b|\bphased\b", r"поэтапн"),
    (r"\bpreflight\b", r"^Проверка$|проверк\w+ готовности"),
    (r"\boverrid", r"обоснован"),
    (r"\btensions?\b", r"противоречи\w+ целей"),
    (r"\bpriority decision\b", r"решени\w+ о приоритете"),
    (r"\bnon-negotiables?\b", r"обязательн\w+ элемент"),
    (r"(?<!non-)\bnegotiables?\b", r"адаптируем\w+ элемент"),
    (r"\bmarket adaptation", r"адаптаци\w+ под рынок"),
    (r"\bmarket board\b", r"материалы рынка"),
    (r"\bguidelines\b", r"гайдлайн"),
    (r"\bdisclosure\b", r"пометк\w+ о рекламе"),
    (r"\bad-marking token\b", r"erid"),
    (r"\bsuccess metric\b", r"ключев\w+ метрик"),
    (r"\brevenue\b", r"выручк"),
    (r"\bcpa\b|\bcost per acquisition\b", r"CPA"),
    (r"\bengagement rate\b", r"вовлечённост"),
    (r"\bconversion\b", r"конверси"),
    (r"\bsentiment\b", r"тональност"),
    (r"\bdecides\b", r"решает|решени"),
    (r"\bexecutes\b", r"исполняет"),
    (r"\bapproves\b", r"согласует"),
    (r"\bescalat", r"эскал"),
    (r"\bassumption", r"допущени"),
    (r"\bdecision log\b", r"журнал\w* решений"),
    (r"\baction items?\b", r"задач"),
    (r"\bkickoff\b", r"стартов"),
    (r"\bweekly sync\b", r"созвон|еженедельн\w+ встреч"),
    (r"\brecaps?\b", r"итоги встречи"),
    (r"\bcontact\b", r"контакт"),
    (r"\btiers?\b", r"категори"),
    (r"\boutbox\b", r"ожидает отправки"),
    (r"\bprepare for offline\b", r"скачать в дорогу"),
    (r"\brelay\b", r"сервер\w* обмена"),
    (r"\bbundle\b", r"файл\w* обмена"),
    # DESIGN-VISUAL gives the one exception its words.
    (r"(?<!^That )\bpassphrases?\b", r"парольн\w+ фраз"),
    (r"\bstale\b", r"устарел"),
    # As an adjective alone: the noun is a deliverable.
    (r"\bmaterials?\b", r"существенн"),
]
# The other way round, where the English text would have to use another word to lack its own.
TERMS_BACK = [
    (r"\bкреатор", r"\bcreator"),
    (r"\bпаспорт", r"\bcharter\b"),
    (r"\bтезис", r"\bthesis\b"),
    (r"\bакцент", r"\bangle"),
    (r"\bматериал", r"\bdeliverable|\bcontent\b|\bsubmits?\b|\blive\b|\bapproved material\b"),
    (r"\bраунд", r"\bround\b"),
    (r"\bитог\w* согласования", r"\bverdict"),
    (r"\bобязательн\w+ элемент", r"\bnon-negotiable"),
    (r"\bадаптируем\w+ элемент", r"(?<!non-)\bnegotiable"),
    (r"\berid\b", r"\btoken\b"),
    (r"\bпарольн\w+ фраз", r"\bpassphrase"),
]
# Other words for a term, in either language.
SYNONYMS = {
    "en": [
        (r"\b(?:influencers?|bloggers?)\b", "creator"),
        (r"\bpasswords?\b", "passphrase"),
        (r"\bservers?\b", "relay"),
        (r"\bassets?\b", "deliverable"),
        (r"\bkick-off\b", "kickoff"),
        (r"\bpre-flight\b", "preflight"),
        (r"\bdisputed\b", "contested"),
    ],
    "ru": [
        (r"\bинфлюенсер|\bблогер", "креатор"),
        (r"\bпарол(?:ь|я|ю|ем|е|и|ей)\b", "парольная фраза"),
        (r"\bвердикт", "итог согласования"),
        (r"\bапрув|\bутвержд[её]н", "согласовано"),
        (r"\bдедлайн", "срок"),
        (r"\bопубликова", "вышел: «выход материала»"),
        (r"\bреле\b|\bретранслятор", "сервер обмена"),
        (r"\bдискле?ймер", "пометка о рекламе"),
    ],
}
FORBIDDEN = {
    "en": re.compile(r"\b(?:replicas?|spaces?(?! and)|hash(?:es)?|logs?|shards?|CRDT)\b", re.IGNORECASE),
    # «Вы» is capital only where a sentence begins.
    "ru": re.compile(r"\b(?:[Рр]еплик\w*|[Хх][еэ]ш\w*|[Лл]ог(?:а|е|и|ах|ов)?)\b|(?<=[а-яё,–] )(?:Вы|Вам|Вас|Ваш\w*)\b"),
}
# What was once in the interface and is no longer: a word for word translation, or off PRODUCT's terms.
DEPARTED = [
    (r"\b[Вв]ступ", "«присоединиться»"),
    (r"\bотвеченн|^Отвечено$", "«проверенные»"),
    (r"\b[Мм]еша(?:ет|ют) %n", "«препятствий: %n»"),
    (r"\bнужно название\b", "«укажите название»"),
    (r"\b(?:[Нн]е сказано|Сказано)\b", "«указано»"),
    (r"\bрасписани", "«график обратной связи»"),
    (r"\bподпис\w* к публикации\b", "«текст публикации»"),
    (r"\bзапас\w* в \d", "«буфер»"),
    (r"^Получено до %1: ответ", "«если получим до …, ответ до …»"),
    (r"(?<!\.)\bMeridian\b", "«Меридиан»"),
    (r"\bпоследней отправки ничего\b", "«с последней отправки брифа»"),
    (r"\b[Бб]риф не заполнен\b", "«заполнен не полностью»"),
    (r"\bЕсли позже, до\b", "«если позже — до»"),
]
# A person's name after a verb in the past tense or after a preposition would have to be declined.
GENDERED = re.compile(
    r"%[1-9n]L?\s+(?:\w+(?:л|ла|лся|лась)|согласен|согласна)\b"
    r"|\b(?:для|от|у|к|ко|с|со|о|об|без|перед|через|кроме)\s+%[1-9]",
    re.IGNORECASE,
)
# What comes after these prepositions is a time, a number or a city, which needs no form of its own.
NOT_A_NAME = re.compile(r"\b(?:До|до|с)\s+%[1-9]")
E_WITHOUT_DOTS = re.compile(r"\b(?:еще|ее|мое|твое|свое|ответил[ао]? е|пришел|все понятно|бриф обновлен)\b", re.IGNORECASE)
STRAIGHT_QUOTES = re.compile(r'"')
# One English text has one Russian one. These are two things that English calls alike.
SAID_IN_TWO_WAYS = {
    "Name": "of a person, of the campaign",
    "Ask": "a title, a button",
    "Ask: %1": "a button's name for a screen reader, a hint whom to turn to",
    "Feedback": "a page with answers, a kind of milestone",
    "Go live": "the title of a page, the button that leads to it",
    "Review": "the work on submissions, a review of results",
    "Preflight": "the title of a page, its short name below an icon",
    "Undo": "of a verdict, of a removal",
    "Contact": "the creator's own, of a creator",
    "Rough cut due": "a kind of date, the name of a field",
    "%1, %2": "punctuation alone",
}


def said_in_two_ways(all_messages):
    said = {}
    for message in all_messages:
        if message.source not in SAID_IN_TWO_WAYS:
            said.setdefault(message.source, {})["|".join(message.forms)] = message.context
    for source, forms in said.items():
        if len(forms) > 1:
            ways = ", ".join(f"“{form}” ({context})" for form, context in forms.items())
            yield f"ru: “{source}” is said in {len(forms)} ways: {ways}"


class Message:
    def __init__(self, context, node):
        self.context = context
        self.source = node.find("source").text or ""
        self.comment = node.findtext("comment") or ""
        translation = node.find("translation")
        self.unfinished = translation.get("type") in ("unfinished",)
        self.numerus = node.get("numerus") == "yes"
        if self.numerus:
            self.forms = [form.text or "" for form in translation.findall("numerusform")]
        else:
            self.forms = [translation.text or ""]

    def key(self):
        return (self.context, self.source, self.comment)


def messages(file):
    tree = ElementTree.parse(file)
    for context in tree.getroot().findall("context"):
        name = context.findtext("name")
        for node in context.findall("message"):
            if node.find("translation").get("type") not in ("obsolete", "vanished"):
                yield Message(name, node)


# Texts for people that need no translator: they are written in both languages where they are used.
SOURCES_WITH_WORDS = ("app/cli/messages.cpp", "app/session/invitation_message.cpp")
LITERALS = re.compile(r'(?:"(?:[^"\\\n]|\\.)*"\s*)+')
PAIR = re.compile(rf"\{{({LITERALS.pattern}),\s*({LITERALS.pattern})\}}")


def joined(literals):
    text = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', literals))
    return text.replace("\\n", "\n").replace("\\u00a0", "\u00a0").replace('\\"', '"')


def wording(where, form):
    """What is wrong with a Russian text, wherever it stands."""
    for departed, instead in DEPARTED:
        if re.search(departed, form):
            yield f"{where} has gone back to a phrase that was replaced by {instead}: “{form}”"
    found = GENDERED.search(NOT_A_NAME.sub("", form))
    if found:
        yield f"{where} needs a gender or a case: “{found[0]}”"
    if E_WITHOUT_DOTS.search(form):
        yield f"{where} lacks ё: “{form}”"
    if STRAIGHT_QUOTES.search(form):
        yield f"{where} has straight quotation marks: “{form}”"


# A command's name is no word of a sentence: `brief show`, (brief issue --withdraw).
COMMAND = re.compile(r"`[^`]*`|\([a-z]+ [a-z -]+\)")


def departures_from_terms(where, english_text, form):
    english_text = COMMAND.sub("", english_text)
    for english, russian in TERMS:
        if re.search(english, english_text, re.IGNORECASE) and not re.search(russian, form, re.IGNORECASE):
            yield f"{where} does not say “{russian}…”: “{form}”"
    for russian, english in TERMS_BACK:
        if re.search(russian, form, re.IGNORECASE) and not re.search(english, english_text, re.IGNORECASE):
            yield f"{where} does not say “{english}” in English: “{english_text}”"


def synonyms(where, language, form):
    for word, term in SYNONYMS[language]:
        found = re.search(word, form, re.IGNORECASE)
        if found:
            yield f"{where} says “{found[0]}” for “{term}”: “{form}”"


def problems_of_source(path, text):
    for literals in LITERALS.findall(text):
        form = joined(literals)
        if re.search("[А-Яа-яЁё]", form):
            if FORBIDDEN["ru"].search(form):
                yield f"{path} has a word that is no word of the interface: “{form}”"
            yield from wording(path, form)
            yield from synonyms(path, "ru", form)
    for english, russian in PAIR.findall(text):
        yield from departures_from_terms(path, joined(english), joined(russian))
        yield from synonyms(path, "en", joined(english))


def problems(language, message, forms_wanted):
    where = f"{language}: {message.context}: “{message.source}”"
    if message.unfinished or not all(message.forms):
        yield f"{where} is not translated"
        return
    if message.numerus and len(message.forms) != forms_wanted:
        yield f"{where} has {len(message.forms)} plural forms, not {forms_wanted}"
    for form in message.forms:
        if FORBIDDEN[language].search(form):
            yield f"{where} has a word that is no word of the interface: “{form}”"
        wanted = set(re.findall(r"%[1-9]", message.source))
        if wanted != set(re.findall(r"%[1-9]", form)):
            yield f"{where} loses or adds a place for a value: “{form}”"
        yield from synonyms(where, language, form)
        if language != "ru":
            continue
        yield from departures_from_terms(where, message.source, form)
        yield from wording(where, form)


PLANTED = [
    ("ru", "Approved by %1", "%1 согласовал", "gender"),
    ("ru", "For %1", "для %1", "gender"),
    ("ru", "Issue brief", "Отправить задание", "бриф"),
    ("ru", "Relay", "Реле", "сервер"),
    ("ru", "Relay", "Сервер", "сервер"),
    ("ru", "Material: %1", "Материал: %1", "deliverable"),
    ("ru", "Material: %1", "Материал: %1", "существенн"),
    ("ru", "Answer promised", "Обещанный ответ", "срок"),
    ("ru", "Verdict", "Вердикт", "итог согласования"),
    ("ru", "Ready to go live.", "Можно публиковать.", "выход"),
    ("ru", "One change", "Одна правка в паспорте", "charter"),
    ("en", "Enter the password", "Enter the password", "passphrase"),
    ("ru", "Nothing has changed since the last issue.", "С последней отправки ничего не изменилось.", "gone back"),
    ("ru", "Saved", "Сохранено в логе", "no word"),
    ("en", "The replica is full", "The replica is full", "no word"),
    ("ru", "Send to %1", "Отправить", "place for a value"),
    ("ru", "Not yet", "Еще нет", "ё"),
    ("ru", "Later", "", "not translated"),
    ("ru", "Join", "Вступить", "gone back"),
    ("ru", "%1: %n thing(s) block(s) it.", "%1, мешает %n пункт.", "gone back"),
    ("ru", "Received before %1: answer by %2.", "Получено до %1: ответ до %2.", "gone back"),
]


# A source with words of its own.
PLANTED_SOURCES = [
    ('{"This belongs to another relay.", "Это для другого узла."}', "сервер"),
    ('text = "Вступите "\n  "в кампанию";', "gone back"),
    ('text = "Еще раз";', "ё"),
]
# Of two messages: whether they say one thing in two ways.
PLANTED_PAIRS = [
    (("Sub-goal", "Цель рынка"), ("Sub-goal", "Подцель"), True),
    (("Sub-goal", "Цель рынка"), ("Sub-goal", "Цель рынка"), False),
    (("Name", "Имя"), ("Name", "Название"), False),
]


def planted_message(source, translation):
    node = ElementTree.fromstring("<message><source/><translation/></message>")
    node.find("source").text = source
    node.find("translation").text = translation
    return Message("Planted", node)


def main():
    root, lupdate = Path(sys.argv[1]), sys.argv[2]
    missed = 0
    for language, source, translation, wanted in PLANTED:
        if not any(wanted in found for found in problems(language, planted_message(source, translation), 3)):
            print(f"the lint does not find what was planted: “{translation}”")
            missed += 1
    for source, wanted in PLANTED_SOURCES:
        if not any(wanted in found for found in problems_of_source("planted.cpp", source)):
            print(f"the lint does not find what was planted: {source}")
            missed += 1
    for one, two, wanted in PLANTED_PAIRS:
        if bool(list(said_in_two_ways([planted_message(*one), planted_message(*two)]))) != wanted:
            print(f"the lint is wrong about “{one[1]}” and “{two[1]}” for one text")
            missed += 1
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for language, forms in (("en", 2), ("ru", 3)):
            kept = root / "i18n" / f"meridian_{language}.ts"
            fresh = Path(folder) / kept.name
            shutil.copy(kept, fresh)
            subprocess.run(
                [lupdate, "-silent", "-no-obsolete", "-locations", "none", str(root / "app"), str(root / "qml"), "-ts", str(fresh)],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            here = {message.key() for message in messages(kept)}
            for message in messages(fresh):
                if message.key() not in here:
                    found.append(f"{language}: {message.context}: “{message.source}” is missing in {kept.name}")
                    continue
                found.extend(problems(language, message, forms))
            if language == "ru":
                found.extend(said_in_two_ways(messages(fresh)))
            gone = here - {message.key() for message in messages(fresh)}
            found.extend(f"{language}: {context}: “{source}” is used nowhere" for context, source, _ in sorted(gone))
    for path in SOURCES_WITH_WORDS:
        found.extend(problems_of_source(path, (root / path).read_text(encoding="utf-8")))
    for line in found:
        print(line)
    print(f"{len(PLANTED) + len(PLANTED_SOURCES) + len(PLANTED_PAIRS)} planted cases, {missed} missed, {len(found)} findings")
    return 1 if missed or found else 0


if __name__ == "__main__":
    sys.exit(main())
