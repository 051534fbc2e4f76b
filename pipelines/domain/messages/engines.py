"""What may be wrong with what works out the sets."""

from pipelines.domain.messages import Message

UNKNOWN = Message(
    "engine-unknown",
    "« {value} » ne nomme aucun moteur connu.",
    "Ôtez --engine : duckdb est ce qui calcule sans lui ; ou nommez un Spark : --engine spark://MACHINE:7077",
    '"{value}" names no engine we know.',
    "Leave --engine out: duckdb works without it; or name a Spark: --engine spark://HOST:7077",
)
NOT_INSTALLED = Message(
    "engine-not-installed",
    "ce qui parle à Spark n'est pas installé.",
    "Installez-le : pip install 'lettrage[spark]' (il demande aussi Java 17) ; ou ôtez --engine.",
    "what speaks to Spark is not installed.",
    "Install it: pip install 'lettrage[spark]' (it also wants Java 17); or leave --engine out.",
)
NO_JAVA = Message(
    "engine-no-java",
    "parler à Spark demande Java 17, et cette machine n'en a pas.",
    "Installez-le : apt-get install openjdk-17-jre-headless ; ou ôtez --engine.",
    "speaking to Spark wants Java 17, and this machine has none.",
    "Install it: apt-get install openjdk-17-jre-headless; or leave --engine out.",
)
SILENT = Message(
    "engine-silent",
    "ce Spark ne répond pas ({reason}).",
    "Démarrez-le, ou corrigez son adresse ; rien n'a été lu ni changé.",
    "this Spark does not answer ({reason}).",
    "Start it, or correct its address; nothing was read or changed.",
)
ONE_SHOP = Message(
    "engine-one-shop",
    "un Spark sert une boutique trop grande pour une machine, pas un dossier de boutiques.",
    "Gardez --engine avec --shop, ou --shops sans --engine.",
    "a Spark serves one shop too large for one machine, not a folder of shops.",
    "Keep --engine with --shop, or --shops without --engine.",
)
