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

# English stem → Russian stem. Where the English word stands, the Russian one has to.
TERMS = [
    (r"\bbriefs?\b", "бриф"),
    (r"\bcreators?\b", "креатор"),
    (r"\bcampaign lead", "руководител"),
    (r"\bhub lead", "руководител"),
    (r"\bbrand lead", "руководител"),
    (r"\bdeput(?:y|ies)\b", "заместител"),
    (r"\bthesis\b", "тезис"),
    (r"\bvalue proposition\b", "ценностн"),
    (r"\bsuccess metric\b", "ключев"),
    (r"\bapproved?\b(?! material)", "соглас"),
    (r"\bmilestones?\b", "вех"),
    (r"\bbuffer\b", "буфер"),
    (r"\bnon-negotiables?\b", "обязательн"),
    (r"(?<!non-)\bnegotiables?\b", "адаптируем"),
    (r"\bpriority decision\b", "решени"),
    (r"\bad-marking token\b", "erid"),
    (r"\brelay\b", "сервер"),
    (r"\bpassphrase\b", "фраз"),
    (r"\bfeedback schedule\b", "график"),
    (r"\bdelay notice\b", "предупреждени"),
    (r"\bstale\b", "устарел"),
    (r"^Got it$", "Всё понятно"),
    (r"\bcontested\b", "расход"),
    (r"\bmissed\b", "пропущен"),
]
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


def departures_from_terms(where, english_text, form):
    for english, russian in TERMS:
        if re.search(english, english_text, re.IGNORECASE) and russian.lower() not in form.lower():
            yield f"{where} does not say “{russian}…”: “{form}”"


def problems_of_source(path, text):
    for literals in LITERALS.findall(text):
        form = joined(literals)
        if re.search("[А-Яа-яЁё]", form):
            if FORBIDDEN["ru"].search(form):
                yield f"{path} has a word that is no word of the interface: “{form}”"
            yield from wording(path, form)
    for english, russian in PAIR.findall(text):
        yield from departures_from_terms(path, joined(english), joined(russian))


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
        if language != "ru":
            continue
        yield from departures_from_terms(where, message.source, form)
        yield from wording(where, form)


PLANTED = [
    ("ru", "Approved by %1", "%1 согласовал", "gender"),
    ("ru", "For %1", "для %1", "gender"),
    ("ru", "Issue brief", "Отправить задание", "бриф"),
    ("ru", "Relay", "Реле", "сервер"),
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
