"""What may be wrong with what the books are asked."""

from pipelines.domain.messages import Message

NOT_A_RATE = Message(
    "books-not-a-rate",
    "« {value} » n'est pas un cours de change.",
    'Écrivez la devise puis ce que vaut une unité dans la vôtre, par exemple "USD 0.92".',
    '"{value}" is not an exchange rate.',
    'Write the currency, then what one unit is worth in yours, for example "USD 0.92".',
)
