"""What is said of the letter of the morning itself."""

from pipelines.domain.messages import Message

WAITS = Message(
    "letter-waits",
    "la lettre n'est pas partie ({reason}) ; {count} attendent.",
    "Elle partira avec la prochaine. Vérifiez [letter] et [email] ; published/dernier-passage.html dit la même chose.",
    "the letter did not go ({reason}); {count} are waiting.",
    "It will go with the next one. Check [letter] and [email]; published/dernier-passage.html says the same.",
    exit_code=0,
)
