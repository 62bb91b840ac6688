"""The settings of the channels. Each key says what it does, its unit, its default.

A channel is on when its first key is filled; its secrets come from the environment or from files.
"""

import re
from typing import Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from bot.config.values import Secret, Section, WebAddress, file_of, wrong

_NONE = SecretStr("")


class Telegram(Section):
    """The Telegram channel. It is on when it has a token."""

    token: Secret = Field(
        default=_NONE,
        description="The bot's token from @BotFather; empty turns Telegram off. A secret: give it "
        "in the environment as LANGNGHE_TELEGRAM__TOKEN, or by token_file.",
    )
    token_file: str = Field(default="", description=file_of("the token"))
    api_base_url: WebAddress = Field(
        default="https://api.telegram.org",
        min_length=1,
        description="Where the Bot API is reached; another address for a local Bot API server.",
    )
    webhook_url: WebAddress = Field(
        default="",
        description="The public https address of this installation's /telegram, by which Telegram "
        "delivers; empty asks Telegram for new messages instead (long polling).",
    )
    webhook_secret: Secret = Field(
        default=_NONE,
        validate_default=True,
        description="What Telegram sends along to prove itself, 1 to 256 letters, digits, - or _; "
        "needed with webhook_url. A secret: LANGNGHE_TELEGRAM__WEBHOOK_SECRET or its file.",
    )
    webhook_secret_file: str = Field(default="", description=file_of("the webhook secret"))
    poll_seconds: int = Field(
        default=30,
        ge=1,
        le=50,
        description="How long one question for new messages waits, in seconds.",
    )
    per_second: float = Field(
        default=30,
        gt=0,
        description="Most messages a second over all chats (Telegram's limit is about 30).",
    )
    per_chat_second: float = Field(
        default=1,
        gt=0,
        description="Most messages a second to one chat (Telegram's limit is about 1).",
    )
    per_group_minute: float = Field(
        default=20,
        gt=0,
        description="Most messages a minute to one group (Telegram's limit is 20).",
    )

    @property
    def on(self) -> bool:
        return bool(self.token)

    @field_validator("webhook_url")
    @classmethod
    def _public(cls, url: str) -> str:
        return _webhook(url, "/telegram")

    @field_validator("webhook_secret")
    @classmethod
    def _proves(cls, secret: SecretStr, info: ValidationInfo) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret.get_secret_value()):
            raise wrong("has other characters", "take up to 256 of A-Z, a-z, 0-9, - and _")
        return _needed(secret, "webhook_url", info)


class ZaloOA(Section):
    """The Zalo Official Account channel. It is on when it has an app_id."""

    app_id: str = Field(
        default="",
        description="The number of the app at developers.zalo.me; empty turns the channel off.",
    )
    oa_id: str = Field(default="", description="The number of the Official Account.")
    secret_key: Secret = Field(
        default=_NONE,
        validate_default=True,
        description="The app's secret key, for access tokens; needed with app_id. A secret: "
        "LANGNGHE_ZALO_OA__SECRET_KEY or its file.",
    )
    secret_key_file: str = Field(default="", description=file_of("the app's secret key"))
    oa_secret_key: Secret = Field(
        default=_NONE,
        validate_default=True,
        description='The "OA Secret Key" of the app\'s Webhook page, which signs events; needed '
        "with app_id. A secret: LANGNGHE_ZALO_OA__OA_SECRET_KEY or its file.",
    )
    oa_secret_key_file: str = Field(default="", description=file_of("the OA secret key"))
    refresh_token: Secret = Field(
        default=_NONE,
        description="The first refresh token (API Explorer or the consent link); later ones are "
        "kept in the memory. A secret: LANGNGHE_ZALO_OA__REFRESH_TOKEN or its file.",
    )
    refresh_token_file: str = Field(default="", description=file_of("the first refresh token"))
    api_base_url: WebAddress = Field(
        default="https://openapi.zalo.me", min_length=1, description="Where the OpenAPI is reached."
    )
    oauth_base_url: WebAddress = Field(
        default="https://oauth.zaloapp.com",
        min_length=1,
        description="Where access tokens are given out.",
    )
    signed_by: Literal["app_id", "oa_id"] = Field(
        default="app_id", description="Which number stands first in the signature of an event."
    )
    per_minute: float = Field(
        default=4000, gt=0, description="Most calls a minute (Zalo's limit an app)."
    )
    free_hours: int = Field(
        default=48,
        ge=0,
        description="Hours after a person's last message in which an answer is free.",
    )
    window_days: int = Field(
        default=7,
        ge=0,
        description="Days after a person's last message in which one may write at all.",
    )
    template_id: str = Field(
        default="",
        description="The approved template that says an answer is ready, for people outside the "
        "window; empty leaves them to their next channel.",
    )

    @property
    def on(self) -> bool:
        return bool(self.app_id)

    @field_validator("secret_key", "oa_secret_key")
    @classmethod
    def _with_app(cls, secret: SecretStr, info: ValidationInfo) -> SecretStr:
        return _needed(secret, "app_id", info)


class ZaloBot(Section):
    """The Zalo Bot Platform channel, for a pilot with up to 50 people; on when it has a token."""

    token: Secret = Field(
        default=_NONE,
        description="The bot's token from Zalo Bot Creator; empty turns the channel off. A secret: "
        "LANGNGHE_ZALO_BOT__TOKEN or its file.",
    )
    token_file: str = Field(default="", description=file_of("the token"))
    api_base_url: WebAddress = Field(
        default="https://bot-api.zaloplatforms.com",
        min_length=1,
        description="Where the Bot API is reached.",
    )
    webhook_url: WebAddress = Field(
        default="",
        description="The public https address of this installation's /zalo/bot; empty asks Zalo "
        "for new messages instead (long polling: what arrives while nobody asks may be lost).",
    )
    webhook_secret: Secret = Field(
        default=_NONE,
        validate_default=True,
        description="What Zalo sends along to prove itself, 8 to 256 characters; needed with "
        "webhook_url. A secret: LANGNGHE_ZALO_BOT__WEBHOOK_SECRET or its file.",
    )
    webhook_secret_file: str = Field(default="", description=file_of("the webhook secret"))
    poll_seconds: int = Field(
        default=30,
        ge=1,
        le=50,
        description="How long one question for new messages waits, in seconds.",
    )
    per_second: float = Field(
        default=5,
        gt=0,
        description="Most messages a second (Zalo publishes no figure; this one is careful).",
    )
    per_month: int = Field(
        default=3000,
        ge=0,
        description="Messages a month in the package of this bot; 0 for no such limit.",
    )

    @property
    def on(self) -> bool:
        return bool(self.token)

    @field_validator("webhook_url")
    @classmethod
    def _public(cls, url: str) -> str:
        return _webhook(url, "/zalo/bot")

    @field_validator("webhook_secret")
    @classmethod
    def _proves(cls, secret: SecretStr, info: ValidationInfo) -> SecretStr:
        if len(secret) not in (0, *range(8, 257)):
            raise wrong("is too short or too long", "take 8 to 256 characters")
        return _needed(secret, "webhook_url", info)


def _webhook(url: str, path: str) -> str:
    if not url or (url.startswith("https://") and url.endswith(path)):
        return url
    raise wrong(
        f"is not an https address that ends with {path}",
        f'write such as "https://langnghe.example.vn{path}", or leave it empty',
    )


def _needed(secret: SecretStr, beside: str, info: ValidationInfo) -> SecretStr:
    if info.data.get(beside) and not secret.get_secret_value():
        raise wrong(
            f"is missing beside {beside}",
            f"set it in the environment, or in a file named by {info.field_name}_file",
        )
    return secret
