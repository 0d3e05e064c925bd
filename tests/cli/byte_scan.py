"""Looks for words in files that should not show them: in UTF-8, in UTF-16 and in base64."""

import base64


def forms_of(word):
    """All that a word looks like, wherever in a group of three bytes it begins."""
    forms = []
    for text in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")):
        forms.append(text)
        for skip in range(3):
            whole = text[skip:]
            whole = whole[:len(whole) // 3 * 3]
            forms += [base64.b64encode(whole), base64.urlsafe_b64encode(whole)]
    return forms


def found(words, folders):
    """Each word that some file below the folders shows, with the first such file. Every folder must have one."""
    forms = {word: forms_of(word) for word in words}
    shown = {}
    for folder in folders:
        files = [folder] if folder.is_file() else [file for file in folder.rglob("*") if file.is_file()]
        if not files:
            raise FileNotFoundError(f"nothing to look at in {folder}")
        for file in files:
            content = file.read_bytes()
            for word, looks in forms.items():
                if word not in shown and any(look in content for look in looks):
                    shown[word] = file
    return shown
