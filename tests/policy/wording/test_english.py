"""Which drafts are English."""

import pytest

from policy.wording import is_english
from tests.policy.wording.drafts import GOOD


@pytest.mark.parametrize(
    "draft", [GOOD, "Refund!!!", "hi u send wrong size pls exchange order 123456", "订单 Order 12. The cup is broken."]
)
def test_english_is_known_even_if_it_is_short_or_poor(draft: str) -> None:
    assert is_english(draft)


@pytest.mark.parametrize(
    "draft",
    [
        "你好，订单12345的杯子坏了，请退款。",
        "Hola, mi pedido 12345 llegó roto y quiero un reembolso por favor, gracias.",
        "Hallo, meine Bestellung 12345 ist beschädigt angekommen, bitte schicken Sie Ersatz.",
        "Здравствуйте, заказ 12345 пришёл сломанным.",
    ],
)
def test_another_language_is_known_not_to_be_english(draft: str) -> None:
    assert not is_english(draft)
