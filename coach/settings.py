"""What the environment says: which endpoint to ask, where the data lies, how long to wait. Nothing needs to be set."""

from enum import StrEnum
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Drafting(StrEnum):
    """Who writes the drafts, as far as the settings tell."""

    COMPOSED = "composed"
    MODEL = "model"
    MODEL_UNNAMED = "model_unnamed"


class Settings(BaseSettings):
    """Read once at start from the environment and a `.env` file in the working folder.

    `YOHAKU_*` are ours, `OPENAI_*` name the endpoint as every OpenAI-compatible tool does. Durations are seconds.
    """

    model_config = SettingsConfigDict(
        env_prefix="YOHAKU_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    base_url: str = Field(default="", validation_alias="OPENAI_BASE_URL")
    model: str = ""
    timeout: float = Field(default=60.0, gt=0)
    patience: float = Field(default=90.0, gt=0)
    daily_tokens: int | None = Field(default=None, ge=0)
    data_dir: Path = Field(default_factory=lambda: user_data_path("yohaku", appauthor=False))
    database_url: str = ""
    evals: bool = False  # the maintainers' page

    @property
    def drafting(self) -> Drafting:
        """A key or an address alone sends nothing: the model must be named too."""
        if self.api_key is None and not self.base_url:
            return Drafting.COMPOSED
        return Drafting.MODEL if self.model else Drafting.MODEL_UNNAMED

    @property
    def database(self) -> str:
        """The SQLAlchemy address of the store."""
        return self.database_url or f"sqlite:///{self.data_dir / 'yohaku.db'}"
