"""The settings: what is wrong is said in one sentence each, and all of it at once."""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.config import Settings, load
from bot.config.keys import Key, settable
from bot.config.page import default_of
from bot.domain.errors import ConfigError
from tests.bot.config.reader import Reader

# ── a wrong value is one sentence ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[web]\nport = "80x"', "web.port: is not a whole number; write digits only, such as 30."),
        ("[web]\nport = 80.5", "web.port: is not a whole number; write digits only, such as 30."),
        ("[web]\nport = 0", "web.port: is too small; write 1 or more."),
        ("[web]\nport = 70000", "web.port: is too large; write 65535 or less."),
        ('[web]\nhost = ""', "web.host: is empty; write at least one character."),
        ("[web]\nhost = 1", 'web.host: is not text; put it in quotes, such as "…".'),
        (
            '[web]\npublic_url = "langnghe.example.vn"',
            "web.public_url: is not a web address; "
            'write it whole, such as "https://langnghe.example.vn".',
        ),
        (
            '[web]\npublic_url = "https://[::1"',
            "web.public_url: is not a web address; "
            'write it whole, such as "https://langnghe.example.vn".',
        ),
        (
            '[web]\nhost = "0.0.0.0"\nexample_links = true',
            "web.example_links: lets anyone in who reaches web.host; "
            'write false, or host = "127.0.0.1".',
        ),
        (
            '[web]\nexample_links = "perhaps"',
            "web.example_links: is neither true nor false; write true or false, without quotes.",
        ),
        (
            "[telegram]\nper_second = 0",
            "telegram.per_second: is too small; write more than 0.0.",
        ),
        (
            '[telegram]\nper_second = "fast"',
            "telegram.per_second: is not a number; write digits, such as 30 or 0.5.",
        ),
        (
            '[telegram]\nwebhook_url = "http://langnghe.example.vn/telegram"',
            "telegram.webhook_url: is not an https address that ends with /telegram; "
            'write such as "https://langnghe.example.vn/telegram", or leave it empty.',
        ),
        (
            '[zalo_bot]\nwebhook_url = "https://langnghe.example.vn/zalo/bot"',
            "zalo_bot.webhook_secret: is missing beside webhook_url; "
            "set it in the environment, or in a file named by webhook_secret_file.",
        ),
        (
            '[storage]\nurl = "mysql://localhost/langnghe"',
            "storage.url: is not an address of a database; "
            'write "sqlite:///data/langnghe.db" or "postgresql://user@host/name".',
        ),
        (
            '[storage]\nurl = "http://[::1"',
            "storage.url: is not an address of a database; "
            'write "sqlite:///data/langnghe.db" or "postgresql://user@host/name".',
        ),
        (
            '[telegram]\napi_base_url = ""',
            "telegram.api_base_url: is empty; write at least one character.",
        ),
        (
            '[storage]\nurl = "sqlite:///"',
            "storage.url: is not an address of a database; "
            'write "sqlite:///data/langnghe.db" or "postgresql://user@host/name".',
        ),
        (
            '[relay]\naskers_hear = "sometimes"',
            'relay.askers_hear: is not one of the choices; write "at_slot" or "at_approval".',
        ),
        (
            '[languages]\noffered = ["vi", "fr"]',
            "languages.offered: has no texts for fr; write some of vi, en, km.",
        ),
        (
            "[languages]\noffered = []",
            "languages.offered: is empty; write at least one entry.",
        ),
        (
            "[languages]\noffered = 3",
            'languages.offered: is not a list; write it in brackets, such as ["…", "…"].',
        ),
        (
            '[languages]\noffered = ["vi", "km"]',
            "languages.khmer_confirmed: is false while languages.offered has km; write true once "
            "a native reader has checked the Khmer texts, or leave km out.",
        ),
        ("web = 8080", "web: is not a table of keys; write it as in config.example.toml."),
    ],
)
def test_a_wrong_value_is_one_sentence(read: Reader, text: str, sentence: str) -> None:
    assert read.problems(text) == [sentence]


def test_an_installation_on_loopback_may_print_its_links(read: Reader) -> None:
    for host in ("127.0.0.1", "::1", "localhost"):
        assert read.load(f'[web]\nhost = "{host}"\nexample_links = true').web.example_links


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[web]\nprot = 80", "web.prot: is not a known setting; write port or remove it."),
        ("[wbe]\nport = 80", "wbe: is not a known setting; write web or remove it."),
        (
            "[web]\ncolour = 1",
            "web.colour: is not a known setting; "
            "remove it (there are: host, port, public_url, example_links).",
        ),
    ],
)
def test_an_unknown_key_is_refused_with_the_name_that_was_meant(
    read: Reader, text: str, sentence: str
) -> None:
    assert read.problems(text) == [sentence]


def test_all_problems_are_told_at_once(read: Reader) -> None:
    text = '[web]\nport = 0\nprot = 1\n[limits]\nin_flight = "many"'
    assert read.problems(text, {"LANGNGHE_LOG__LEVEL": "loud", "LANGNGHE_WEB_HOST": "::1"}) == [
        "LANGNGHE_WEB_HOST: is not a known variable; write LANGNGHE_WEB__HOST or unset it.",
        "web.port: is too small; write 1 or more.",
        "web.prot: is not a known setting; write port or remove it.",
        "limits.in_flight: is not a whole number; write digits only, such as 30.",
        'LANGNGHE_LOG__LEVEL: is not one of the choices; write "debug", "info", "warning" or '
        '"error".',
    ]


@pytest.mark.parametrize("junk", ['"a b"', '""', "-1", "0.5", "true", "[]", "[1]", "{ x = 1 }"])
@pytest.mark.parametrize("key", settable().values(), ids=lambda key: str(key.path))
def test_no_wrong_value_is_answered_in_the_library_s_own_words(
    read: Reader, key: Key, junk: str
) -> None:
    for sentence in read.problems(f"[{key.section}]\n{key.name} = {junk}"):
        assert re.fullmatch(r"[a-z_]+\.[a-z_]+(\[0\])?: [^:;]+; .+\.", sentence)
        assert "nput" not in sentence  # pydantic begins with "Input should be"


# ── the file itself ──────────────────────────────────────────────────────────────────────────


def test_a_missing_file_names_the_command_that_makes_it(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    with pytest.raises(ConfigError) as refused:
        load(path, {})
    assert str(refused.value) == (
        f"{path}: does not exist; make one by `cp config.example.toml {path}`, "
        "or name another with --config."
    )


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("[web]\nport = \n", 2, "Invalid value"),
        ('[web]\nport = 1\nhost = "', 3, "Unterminated string"),
        ("[web]\nport = 1\nport = 2", 3, "Cannot overwrite a value"),
    ],
)
def test_a_slip_in_the_syntax_names_its_line(
    read: Reader, tmp_path: Path, text: str, line: int, what: str
) -> None:
    assert read.problems(text) == [
        f"{tmp_path / 'config.toml'}, line {line}: is not TOML ({what}); "
        'correct that line (text stands in quotes: key = "text").'
    ]


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes("[programme]\nname = 'Trà Vinh'".encode("cp1258"))
    with pytest.raises(ConfigError, match="is not UTF-8 text; save it as UTF-8"):
        load(path, {})


def test_a_folder_is_not_a_settings_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cannot be read \(Is a directory\); name a readable"):
        load(tmp_path, {})


def test_an_empty_file_gives_the_defaults(read: Reader) -> None:
    assert read.load() == Settings()


def test_settings_cannot_be_changed(read: Reader) -> None:
    with pytest.raises(ValidationError):
        setattr(read.load().web, "port", 1)  # noqa: B010 - mypy forbids it already


# ── the environment ──────────────────────────────────────────────────────────────────────────


def test_the_environment_wins_over_the_file(read: Reader) -> None:
    settings = read.load(
        '[web]\nport = 1\nhost = "localhost"',
        {"LANGNGHE_WEB__PORT": "9000", "LANGNGHE_LANGUAGES__OFFERED": "en, vi", "PATH": "/bin"},
    )
    assert settings.web.port == 9000
    assert settings.web.host == "localhost"
    assert settings.languages.offered == ("en", "vi")


def test_a_channel_is_on_when_it_has_its_key(read: Reader) -> None:
    quiet = read.load()
    loud = read.load("", {**SECRETS, "LANGNGHE_ZALO_OA__APP_ID": "360"})
    assert [quiet.telegram.on, quiet.zalo_oa.on, quiet.zalo_bot.on] == [False] * 3
    assert [loud.telegram.on, loud.zalo_oa.on, loud.zalo_bot.on] == [True] * 3


def test_an_empty_variable_counts_as_none(read: Reader) -> None:
    assert read.load("[web]\nport = 1", {"LANGNGHE_WEB__PORT": ""}).web.port == 1


def test_a_wrong_value_of_the_environment_is_named_by_its_variable(read: Reader) -> None:
    assert read.problems("[web]\nport = 1", {"LANGNGHE_WEB__PORT": "x"}) == [
        "LANGNGHE_WEB__PORT: is not a whole number; write digits only, such as 30."
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "LANGNGHE_WEB_PORT",
            "LANGNGHE_WEB_PORT: is not a known variable; write LANGNGHE_WEB__PORT or unset it.",
        ),
        (
            "LANGNGHE_web__port",
            "LANGNGHE_web__port: is not a known variable; write LANGNGHE_WEB__PORT or unset it.",
        ),
        (
            "LANGNGHE_COLOUR",
            "LANGNGHE_COLOUR: is not a known variable; unset it, or write LANGNGHE_SECTION__KEY "
            "with a key of docs/configuration.md.",
        ),
        (
            "LANGNGHE_PROGRAMME__NAME",
            "LANGNGHE_PROGRAMME__NAME: does not reach the programme; "
            "write it to [programme] in the file, the only place it is read from.",
        ),
    ],
)
def test_a_variable_that_nobody_reads_is_refused(read: Reader, name: str, sentence: str) -> None:
    assert read.problems("", {name: "1"}) == [sentence]


def test_every_key_reaches_the_settings_by_its_variable(read: Reader, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("sqlite:///long-one")
    for variable, key in settable().items():
        value = SAMPLES.get(key.path) or default_of(key).strip('"') or str(tmp_path / "secret")
        settings = read.load("", {**SECRETS, variable: value})
        found = getattr(getattr(settings, key.section), key.name)
        assert _as_text(found).lower() == value


def _as_text(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, float):
        return f"{value:g}"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


#: What to give a key whose default is empty or is written otherwise.
SAMPLES = {
    "languages.offered": "vi, en",
    "storage.url": "sqlite:///data/langnghe.db",
    "web.public_url": "https://langnghe.example.vn",
    "telegram.webhook_url": "https://langnghe.example.vn/telegram",
    "zalo_bot.webhook_url": "https://langnghe.example.vn/zalo/bot",
    **{key.path: "long-one" for key in settable().values() if key.is_secret},
}

#: Each channel asks for its secrets as soon as it is on.
SECRETS = {key.variable: "long-one" for key in settable().values() if key.is_secret}
