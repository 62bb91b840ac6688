"""Secrets: where they come from, where they are better kept, and that they are never shown."""

from pathlib import Path
from traceback import format_exception

import pytest
from pydantic import SecretStr

from bot.config.keys import Key, keys
from bot.config.load import secrets_in
from bot.domain.errors import ConfigError
from tests.bot.config.reader import Reader

TOKEN = "123456:" + "s3cret" * 5
DATABASE = "postgresql://langnghe:s3cret@localhost/langnghe"


def test_a_secret_comes_from_the_environment(read: Reader) -> None:
    settings = read.load("", {"LANGNGHE_TELEGRAM__TOKEN": TOKEN})
    assert settings.telegram.token == SecretStr(TOKEN)
    assert settings.telegram.on


def test_a_secret_comes_from_a_file_of_its_own(read: Reader, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    settings = read.load(f'[telegram]\ntoken = ""\ntoken_file = "{file}"')
    assert settings.telegram.token == SecretStr(TOKEN)


def test_the_environment_wins_over_a_file_with_a_secret(read: Reader, tmp_path: Path) -> None:
    environ = {"LANGNGHE_TELEGRAM__TOKEN": TOKEN}
    settings = read.load(f'[telegram]\ntoken_file = "{tmp_path / "gone"}"', environ)
    assert settings.telegram.token == SecretStr(TOKEN)


def test_the_database_s_address_comes_from_a_file(read: Reader, tmp_path: Path) -> None:
    file = tmp_path / "url"
    file.write_text(DATABASE)
    assert read.load(f'[storage]\nurl_file = "{file}"').storage.url == SecretStr(DATABASE)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "that cannot be read (No such file or directory)"),
        (b"\n", "that is empty"),
        (b"\xff\xfe", "that is not text"),
    ],
)
def test_a_useless_file_of_a_secret_is_told(
    read: Reader, tmp_path: Path, content: bytes | None, reason: str
) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
    assert read.problems("", {"LANGNGHE_TELEGRAM__TOKEN_FILE": str(file)}) == [
        f"LANGNGHE_TELEGRAM__TOKEN_FILE: names a file {reason}; "
        "name a file that holds the secret and that this user may read."
    ]


@pytest.mark.parametrize("key", [key for key in keys() if key.is_secret], ids=lambda key: key.path)
def test_a_secret_in_the_file_is_taken_and_a_safer_place_is_named(
    read: Reader, key: Key, tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f'[{key.section}]\n{key.name} = "{TOKEN}"')
    assert secrets_in(file) == [
        f"{key.path}: is a secret; it is safer in the environment as {key.variable}, "
        f"or in a file named by {key.path}_file."
    ]


def test_a_password_in_the_database_s_address_is_pointed_out(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f'[storage]\nurl = "{DATABASE}"')
    assert secrets_in(file) == [
        "storage.url: holds a secret; it is safer in the environment as LANGNGHE_STORAGE__URL, "
        "or in a file named by storage.url_file."
    ]


def test_a_token_in_the_file_turns_telegram_on(read: Reader) -> None:
    settings = read.load(f'[telegram]\ntoken = "{TOKEN}"')
    assert settings.telegram.token == SecretStr(TOKEN)


def test_an_address_without_a_password_may_stand_in_the_file(read: Reader) -> None:
    url = "postgresql://langnghe@localhost/langnghe"
    assert read.load(f'[storage]\nurl = "{url}"').storage.url.get_secret_value() == url


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        (
            "LANGNGHE_TELEGRAM__WEBHOOK_SECRET",
            "s3cret s3cret",
            "has other characters; take up to 256 of A-Z, a-z, 0-9, - and _.",
        ),
        (
            "LANGNGHE_ZALO_BOT__WEBHOOK_SECRET",
            "s3cret",
            "is too short or too long; take 8 to 256 characters.",
        ),
    ],
)
def test_a_webhook_secret_has_the_platform_s_form(
    read: Reader, variable: str, value: str, sentence: str
) -> None:
    assert read.problems("", {variable: value}) == [f"{variable}: {sentence}"]


def test_no_secret_is_ever_shown(read: Reader) -> None:
    secrets = {key.variable: f"s3cret_{TOKEN[7:]}" for key in keys() if key.is_secret}
    settings = read.load("", {**secrets, "LANGNGHE_STORAGE__URL": DATABASE})
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert "s3cret" not in shown


def test_no_refusal_repeats_a_value(read: Reader) -> None:
    text = f'[telegram]\ntoken = "{TOKEN}"\ntokne = "{TOKEN}"\napi_base_url = "{TOKEN}"'
    environ = {"LANGNGHE_WEB__PORT": "s3cret", "LANGNGHE_TELEGRAM_TOKEN": "s3cret"}
    assert len(read.problems(text, environ)) == 4
    with pytest.raises(ConfigError) as refused:
        read.load(text, environ)
    assert "s3cret" not in "".join(format_exception(refused.value))


def test_every_secret_has_a_file_beside_it() -> None:
    paths = {key.path for key in keys()}
    assert [key.path for key in keys() if key.has_file and f"{key.path}_file" not in paths] == []
