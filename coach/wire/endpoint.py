"""The model that the settings name, or none. The client library is loaded only when there is one."""

from coach.model import Model
from coach.settings import Drafting, Settings


def model_from(settings: Settings) -> Model | None:
    """The model to ask, or None while drafts are composed."""
    if settings.drafting is not Drafting.MODEL:
        return None
    from coach.llm import OpenAIModel  # half a second that a start without a model does not pay

    return OpenAIModel(
        api_key=settings.api_key,
        base_url=settings.base_url,
        name=settings.model,
        timeout=settings.timeout,
        patience=settings.patience,
    )
