"""The installation's settings, section by section; each key says what it does and its unit."""

from ipaddress import ip_address
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.config.channels import Telegram, ZaloBot, ZaloOA
from bot.config.programme import ProgrammeSection
from bot.config.values import Names, Section, WebAddress, file_of, wrong

PREFIX = "LANGNGHE_"


def is_address(url: str) -> bool:
    """Whether it names a database: a file of SQLite, or a PostgreSQL server."""
    return url.startswith("postgresql://") or url.removeprefix("sqlite:///") not in ("", url)


def without_secrets(url: str) -> str:
    """The address as it may be shown: no user, no password, none of what stands behind it."""
    kind, _, rest = url.partition("://")
    place = rest.partition("?")[0].rpartition("@")[2]
    return f"{kind}://{place}" if kind == "postgresql" else url


class Storage(Section):
    """The memory."""

    url: SecretStr = Field(
        default=SecretStr("sqlite:///data/langnghe.db"),
        description="The database: sqlite:///PATH on one machine, or postgresql://USER@HOST/NAME; "
        "of several servers postgresql://USER@ONE,TWO/NAME?target_session_attrs=read-write. "
        "With a password it is a secret: LANGNGHE_STORAGE__URL or url_file.",
    )
    url_file: str = Field(default="", description=file_of("the whole address of the database"))

    @field_validator("url")
    @classmethod
    def _known(cls, url: SecretStr) -> SecretStr:
        if is_address(url.get_secret_value()):
            return url
        raise wrong(
            "is not an address of a database",
            'write "sqlite:///data/langnghe.db" or "postgresql://user@host/name"',
        )


class Web(Section):
    """The web server: web chat, public pages, webhooks, /health and /metrics."""

    host: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="The address to listen on; 127.0.0.1 is reached from this machine only, "
        "0.0.0.0 from everywhere, :: from everywhere by IPv6 alone.",
    )
    port: int = Field(default=8080, ge=1, le=65535, description="The port to listen on.")
    public_url: WebAddress = Field(
        default="", description="How people reach it, for links; empty takes http://HOST:PORT."
    )
    example_links: bool = Field(
        default=False,
        description="Print one sign-in link a role at start, to try the product out; only on a "
        "loopback address.",
    )

    @field_validator("example_links")
    @classmethod
    def _at_home(cls, value: bool, info: ValidationInfo) -> bool:
        if value and not _is_loopback(info.data.get("host", "127.0.0.1")):
            raise wrong("lets anyone in who reaches web.host", 'write false, or host = "127.0.0.1"')
        return value


class Limits(Section):
    """How much at once, and how long a text may be."""

    in_flight: int = Field(
        default=32,
        ge=1,
        le=64,
        description="Messages on their way to a platform at once; after a crash at most this many "
        "are sent twice.",
    )
    in_doubt: Literal["again", "leave"] = Field(
        default="again",
        description="What becomes of a message that may have arrived although its answer was lost, "
        "or whose sender died: it is sent again, and may be read twice (again), or it is left, and "
        "may never be read; langnghe doctor lists it (leave).",
    )
    question_chars: int = Field(
        default=4000,
        ge=200,
        le=20000,
        description="The longest question kept whole, in characters.",
    )
    answer_chars: int = Field(
        default=4000, ge=200, le=20000, description="The longest answer accepted, in characters."
    )
    file_mb: int = Field(
        default=5,
        ge=1,
        le=20,
        description="The largest file that people may send, in megabytes (of 1,048,576 bytes).",
    )
    files_total_mb: int = Field(
        default=500,
        ge=20,
        description="How much all files together may take, in megabytes; people who send more are "
        "asked to come back later, and langnghe doctor says when it is nearly reached.",
    )


class Relay(Section):
    """How approved answers reach people."""

    askers_hear: Literal["at_slot", "at_approval"] = Field(
        default="at_slot",
        description="When the asker hears an answer: with the ward at its next slot (at_slot), or "
        "at once (at_approval). Private and urgent ones always go at once.",
    )
    grace_minutes: int = Field(
        default=30,
        ge=0,
        le=720,
        description="A slot missed by more than so many minutes is left out; its bulletin goes to "
        "the next one and says so.",
    )
    ask_again_days: int = Field(
        default=30,
        ge=0,
        le=365,
        description="Days after an answer at which its asker is asked whether the matter is "
        "settled; 0: nobody is asked.",
    )
    asked_back_days: int = Field(
        default=3,
        ge=0,
        le=30,
        description="Working days after which who was asked back and has not answered is reminded, "
        "once; as many later their officer hears of it, then the head; 0: nobody does.",
    )


class Privacy(Section):
    """How long things are kept."""

    unconsented_hours: int = Field(
        default=24,
        ge=1,
        le=72,
        description="Hours for which words written before consent are held, unreadable to anyone; "
        "then they are erased.",
    )
    messages_days: int = Field(
        default=30,
        ge=1,
        description="Days for which messages in and out are kept once they are settled.",
    )
    contacts_days: int = Field(
        default=90,
        ge=1,
        description="Days for which phones and chat addresses are kept after all that concerns the "
        "person is settled.",
    )
    roster_days: int = Field(
        default=365,
        ge=1,
        description="Days for which the households of lists are kept, with what is private about "
        "them, after the last session in which they have a seat is over and all that concerns "
        "their people is settled.",
    )
    reading_log_days: int = Field(
        default=730,
        ge=30,
        description="Days for which it is kept who read personal data, and when.",
    )
    files_days: int = Field(
        default=30,
        ge=1,
        le=365,
        description="Days for which a file is kept that came with a question through the web chat.",
    )


class Languages(Section):
    """The languages people can choose."""

    offered: Annotated[Names, Field(min_length=1)] = Field(
        default=("vi", "en"),
        description="Languages to choose from, the first one first: vi, en, km.",
    )
    khmer_confirmed: bool = Field(
        default=False,
        validate_default=True,
        description="True once a native reader has checked the Khmer texts; needed before km is "
        "offered.",
    )

    @field_validator("offered")
    @classmethod
    def _written(cls, offered: tuple[str, ...]) -> tuple[str, ...]:
        if strangers := [one for one in offered if one not in ("vi", "en", "km")]:
            raise wrong(f"has no texts for {', '.join(strangers)}", "write some of vi, en, km")
        return offered

    @field_validator("khmer_confirmed")
    @classmethod
    def _checked(cls, confirmed: bool, info: ValidationInfo) -> bool:
        if "km" in info.data.get("offered", ()) and not confirmed:
            raise wrong(
                "is false while languages.offered has km",
                "write true once a native reader has checked the Khmer texts, or leave km out",
            )
        return confirmed


class Log(Section):
    """What the program tells its operator while it runs."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least important event that is logged."
    )
    format: Literal["text", "json"] = Field(
        default="text", description="Lines for people (text) or for machines (json)."
    )


class Settings(BaseSettings):
    """Everything in `config.toml`. Only `bot.config.load` makes one; nothing else is read."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        enable_decoding=False,  # a list is written with commas, not as JSON
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram: Telegram = Telegram()
    zalo_oa: ZaloOA = ZaloOA()
    zalo_bot: ZaloBot = ZaloBot()
    storage: Storage = Storage()
    web: Web = Web()
    limits: Limits = Limits()
    relay: Relay = Relay()
    privacy: Privacy = Privacy()
    languages: Languages = Languages()
    log: Log = Log()
    programme: ProgrammeSection | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
