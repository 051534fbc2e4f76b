"""Why a row of an export is refused. `{column}`, `{value}`, `{expected}` and `{found}` are filled in row by row."""

from collections.abc import Mapping
from types import MappingProxyType

from pipelines.domain.messages import Message


def _row(code: str, french: str, french_remedy: str, english: str, english_remedy: str) -> Message:
    return Message(code, french, french_remedy, english, english_remedy, exit_code=3)


_AMOUNT = "Écrivez-le avec un point et deux décimales au plus, par exemple 12.50."
_AMOUNT_ENGLISH = "Write it with a dot and at most two decimals, for example 12.50."

ROWS = (
    _row(
        "missing-value",
        "« {column} » est vide, et il le faut.",
        "Complétez la ligne dans l'export, ou demandez-en un nouveau.",
        '"{column}" is empty, and needed.',
        "Complete the line in the export, or ask for a new one.",
    ),
    _row(
        "not-an-amount",
        "« {column} » vaut « {value} » : ce n'est pas un montant exact au centime, de dix chiffres au plus.",
        _AMOUNT,
        '"{column}" is "{value}": not an amount exact to the cent, of ten digits at most.',
        _AMOUNT_ENGLISH,
    ),
    _row(
        "not-a-price",
        "« {column} » vaut « {value} » : ce n'est pas un prix.",
        "Écrivez-le avec un point et six décimales au plus, par exemple 16.658333.",
        '"{column}" is "{value}": not a price.',
        "Write it with a dot and at most six decimals, for example 16.658333.",
    ),
    _row(
        "not-a-rate",
        "« {column} » vaut « {value} » : ce n'est pas un taux en pour cent.",
        "Écrivez-le entre 0 et 100, par exemple 20 ou 5.5.",
        '"{column}" is "{value}": not a rate in percent.',
        "Write it between 0 and 100, for example 20 or 5.5.",
    ),
    _row(
        "not-a-quantity",
        "« {column} » vaut « {value} » : ce n'est pas une quantité.",
        "Écrivez-la avec un point et trois décimales au plus, par exemple 2 ou 0.5.",
        '"{column}" is "{value}": not a quantity.',
        "Write it with a dot and at most three decimals, for example 2 or 0.5.",
    ),
    _row(
        "negative",
        "« {column} » vaut « {value} » : il ne peut pas être négatif ici, le type de la ligne donne le sens.",
        "Écrivez-le sans signe, ou corrigez le type de la ligne.",
        '"{column}" is "{value}": it cannot be negative here, the row\'s type gives the direction.',
        "Write it without a sign, or correct the row's type.",
    ),
    _row(
        "not-an-instant",
        "« {column} » vaut « {value} » : ce n'est pas un instant (entre 1970 et 2109).",
        "Écrivez-le AAAA-MM-JJTHH:MM:SS avec son décalage, par exemple 2026-10-31T23:30:00+01:00.",
        '"{column}" is "{value}": not an instant (between 1970 and 2109).',
        "Write it YYYY-MM-DDTHH:MM:SS with its offset, for example 2026-10-31T23:30:00+01:00.",
    ),
    _row(
        "without-offset",
        "« {column} » vaut « {value} » : il manque le décalage horaire, et le jour en dépend.",
        "Ajoutez l'heure et son décalage, par exemple 2026-10-31T23:30:00+01:00.",
        '"{column}" is "{value}": its offset is missing, and the day depends on it.',
        "Add the time and its offset, for example 2026-10-31T23:30:00+01:00.",
    ),
    _row(
        "not-a-day",
        "« {column} » vaut « {value} » : ce n'est pas un jour (entre 1970 et 2109).",
        "Écrivez-le AAAA-MM-JJ, par exemple 2026-10-31.",
        '"{column}" is "{value}": not a day (between 1970 and 2109).',
        "Write it YYYY-MM-DD, for example 2026-10-31.",
    ),
    _row(
        "not-a-currency",
        "« {column} » vaut « {value} » : ce n'est pas une monnaie.",
        "Écrivez son code en trois lettres capitales, par exemple EUR.",
        '"{column}" is "{value}": not a currency.',
        "Write its code in three capital letters, for example EUR.",
    ),
    _row(
        "not-in-list",
        "« {column} » vaut « {value} », qui n'est pas dans la liste.",
        "Valeurs possibles : {expected}.",
        '"{column}" is "{value}", which is not in the list.',
        "Possible values: {expected}.",
    ),
    _row(
        "both-columns",
        "« {column} » et « {expected} » sont remplis tous les deux.",
        "Gardez-en un seul : hors taxes ou toutes taxes comprises.",
        '"{column}" and "{expected}" are both filled.',
        "Keep one of them: without or with tax.",
    ),
    _row(
        "neither-column",
        "ni « {column} » ni « {expected} » n'est rempli.",
        "Remplissez l'un des deux : hors taxes ou toutes taxes comprises.",
        'neither "{column}" nor "{expected}" is filled.',
        "Fill one of them: without or with tax.",
    ),
    _row(
        "too-many-cells",
        "la ligne a {found} cases, l'en-tête en a {expected}.",
        "Une valeur contient sans doute le séparateur : mettez-la entre guillemets.",
        "the row has {found} cells, the header has {expected}.",
        "A value probably holds the delimiter: put it between quotes.",
    ),
    _row(
        "too-few-cells",
        "la ligne n'a que {found} cases, l'en-tête en a {expected}.",
        "La ligne est coupée : demandez un nouvel export.",
        "the row has only {found} cells, the header has {expected}.",
        "The row is cut: ask for a new export.",
    ),
    _row(
        "broken-quote",
        "un guillemet n'est pas fermé, ou se ferme au milieu d'une valeur.",
        'Doublez les guillemets qui font partie d\'une valeur ("").',
        "a quote is not closed, or closes amid a value.",
        'Double the quotes that are part of a value ("").',
    ),
    _row(
        "line-too-long",
        "la ligne dépasse seize millions de caractères.",
        "Un guillemet n'est sans doute pas fermé : demandez un nouvel export.",
        "the line is longer than sixteen million characters.",
        "A quote is probably not closed: ask for a new export.",
    ),
    _row(
        "second-table",
        "un second tableau commence à cette ligne, d'un autre format ; ses lignes ne sont pas lues.",
        "Faites-en deux fichiers, puis déposez-les.",
        "a second table starts on this line, of another format; its rows are not read.",
        "Make two files of it and drop them.",
    ),
    _row(
        "net-differs",
        "brut, frais et net ne vont pas ensemble ({value}).",
        "Corrigez la ligne dans l'export, ou demandez-en un nouveau au prestataire.",
        "gross, fee and net do not go together ({value}).",
        "Correct the line in the export, or ask the provider for a new one.",
    ),
    _row(
        "unknown-type",
        "le type « {value} » est inconnu, et la ligne ne dit pas quel argent bouge.",
        "Dites-nous ce que ce type veut dire ; la ligne sera lue ensuite.",
        'the type "{value}" is unknown, and the row does not say what money moves.',
        "Tell us what this type means; the row will be read then.",
    ),
    _row(
        "unknown-status",
        "l'état « {value} » est inconnu : rien ne dit si l'argent a bougé.",
        "Dites-nous ce que cet état veut dire ; la ligne sera lue ensuite.",
        'the status "{value}" is unknown: nothing says whether the money moved.',
        "Tell us what this status means; the row will be read then.",
    ),
    _row(
        "credit-note-without-lines",
        "l'avoir n'a aucune ligne, et son taux de TVA n'est écrit nulle part ({value}).",
        "Complétez l'avoir dans la boutique, ou donnez-le au format simple avec ses lignes.",
        "the credit note has no lines, and its VAT rate is written nowhere ({value}).",
        "Complete the credit note in the shop, or give it in the plain format with its lines.",
    ),
    _row(
        "vat-rate-unclear",
        "la commande a plusieurs taux de TVA, et rien ne dit lequel vaut pour chaque article ({value}).",
        "Donnez les commandes par l'API de la boutique, ou au format simple.",
        "the order has several VAT rates, and nothing says which is whose ({value}).",
        "Give the orders through the shop's API, or in the plain format.",
    ),
    _row(
        "balance-differs",
        "l'ancien solde et les lignes du relevé ne mènent pas au nouveau solde ({value}) : il manque des lignes.",
        "Demandez à nouveau le relevé à la banque, entier et sans le modifier ; les lignes lues sont gardées.",
        "the old balance and the statement's lines do not lead to the new balance ({value}): lines are missing.",
        "Ask the bank for the statement again, whole and unaltered; the lines read are kept.",
    ),
    _row(
        "total-differs",
        "le total « {column} » imprimé par l'export n'est pas celui de ses lignes ({value}) : il manque des lignes.",
        "Demandez un nouvel export, entier et sans le modifier ; les lignes lues sont gardées.",
        'the total "{column}" the export prints is not that of its rows ({value}): rows are missing.',
        "Ask for a new export, whole and unaltered; the rows read are kept.",
    ),
    _row(
        "unknown-row",
        "cette ligne n'est d'aucune sorte que ce format connaisse.",
        "Regardez-la dans le fichier ; si elle compte, dites-nous ce qu'elle veut dire.",
        "this row is of no kind this format knows.",
        "Look at it in the file; if it matters, tell us what it means.",
    ),
    _row(
        "two-currencies",
        "« {column} » vaut « {value} », une autre ligne du même document dit « {expected} ».",
        "Un document n'a qu'une monnaie : corrigez la ligne.",
        '"{column}" is "{value}", another row of the same document says "{expected}".',
        "A document has one currency: correct the row.",
    ),
)
BY_CODE: Mapping[str, Message] = MappingProxyType({message.code: message for message in ROWS})
