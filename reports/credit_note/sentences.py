"""The sentences of a credit note that depend on it: what it cancels, how it is settled, who the seller is in law."""

from pipelines.domain.credit_notes import CreditNote, DocumentType, Means, OriginInvoice, Settling
from pipelines.domain.money import NO_BREAK
from pipelines.domain.shop.identity import Identity
from pipelines.domain.shop.policy import ReturnPolicy, usual_reasons
from reports.credit_note.figures import day
from reports.credit_note.words import ENGLISH_REASONS, MEANS_OF_PAYMENT, MENTIONS, NATURES, words


def cancels(note: CreditNote, language: str) -> str:
    """« Annule partiellement la facture n° … du … » for every origin invoice; empty without one."""
    if note.undoes:
        return _undoes(note, note.undoes, language)
    if not note.origin_invoices:
        return ""
    named = [_invoice(invoice, language) for invoice in note.origin_invoices]
    several = len(named) > 1
    if language == "fr":
        how = "totalement" if note.cancels_all else "partiellement"
        listed = " et ".join([", ".join(named[:-1]), named[-1]]) if several else named[0]
        return f"Annule {how} {'les factures' if several else 'la facture'} {listed}."
    how = "in full" if note.cancels_all else "in part"
    return f"Cancels {how} invoice{'s' if several else ''} {', '.join(named)}."


def _undoes(note: CreditNote, undone: OriginInvoice, language: str) -> str:
    """« Annule l’avoir n° … du … (facture n° … du …). »"""
    invoices = ", ".join(_invoice(invoice, language) for invoice in note.origin_invoices)
    what, invoice = ("l’avoir", "facture") if language == "fr" else ("credit note", "invoice")
    if note.is_receipt:
        what = "le justificatif" if language == "fr" else "proof of refund"
    verb = "Annule" if language == "fr" else "Cancels"
    return f"{verb} {what} {_invoice(undone, language)}{f' ({invoice} {invoices})' if invoices else ''}."


def _invoice(invoice: OriginInvoice, language: str) -> str:
    number, of = (f"n°{NO_BREAK}{invoice.number}", "du") if language == "fr" else (invoice.number, "of")
    return f"{number} {of} {day(invoice.issued_on, language)}" if invoice.issued_on else number


def settled(note: CreditNote, language: str) -> str:
    """How a document is settled; what undoes a credit note is set off against it."""
    return words(language)["set_off"] if note.undoes else settlement(note.settling, language)


def settlement(settling: Settling, language: str) -> str:
    """How the customer gets their due, as known on the day of issue."""
    if settling.means in {Means.REFUND, Means.UNKNOWN}:
        return _refund(settling, language)
    french, english = {
        Means.STORE_CREDIT: (
            "Converti en bon d’achat, à valoir sur une prochaine commande.",
            "Turned into store credit towards a next order.",
        ),
        Means.EXCHANGE: ("Réglé par l’échange de l’article.", "Settled by an exchange of goods."),
        Means.CHARGEBACK: (
            "Déjà repris par votre banque à la suite d’une contestation de paiement.",
            "Already taken back by your bank after a payment dispute.",
        ),
        Means.NONE: ("Ne donne lieu à aucun versement.", "No payment is due."),
    }[settling.means]
    return french if language == "fr" else english


def _refund(settling: Settling, language: str) -> str:
    means = MEANS_OF_PAYMENT[language].get(settling.provider, settling.provider.replace("_", " ").capitalize())
    if language == "fr":
        by = f"par {means}" if means else "par le moyen de paiement de la commande"
        if settling.repaid_on:
            return f"Remboursé {by} le {day(settling.repaid_on, 'fr')}."
        until = f" au plus tard le {day(settling.due_on, 'fr')}" if settling.due_on else ""
        return f"Sera remboursé {by}{until}."
    by = f"by {means}" if means else "by the order’s means of payment"
    if settling.repaid_on:
        return f"Refunded {by} on {day(settling.repaid_on, 'en')}."
    until = f" by {day(settling.due_on, 'en')} at the latest" if settling.due_on else ""
    return f"Will be refunded {by}{until}."


def legal_identity(seller: Identity, language: str) -> str:
    """The seller as companies' papers must name it (C. com. R123-237, R123-238, R526-27)."""
    capital = " au capital de " if language == "fr" else " with capital of "
    form = seller.legal_form + (capital + seller.share_capital if seller.share_capital else "")
    parts = [
        legal_name(seller),
        form,
        f"{seller.address}, {seller.postcode} {seller.city}".strip(", "),
        f"SIREN {seller.siren}" if seller.siren else "",
        seller.trade_register,
        f"{'TVA' if language == 'fr' else 'VAT'} {seller.vat_id}" if seller.vat_id else "",
    ]
    return " · ".join(part for part in parts if part)


def legal_name(seller: Identity) -> str:
    """The name in law; a sole trader's carries « EI » (R526-27)."""
    return (seller.legal_name or seller.name) + (" EI" if seller.is_sole_trader else "")


def rights(policy: ReturnPolicy, language: str) -> str:
    """An extract of the return policy for a consumer (C. conso. L221-18, L221-23, L221-24)."""
    if language == "fr":
        cost = "à votre charge, sauf article non conforme" if policy.return_cost_informed else "à notre charge"
        return (
            f"Rétractation : {policy.withdrawal_days} jours à compter de la réception, sans motif. "
            f"Renvoi : {policy.sending_days} jours après l’avoir annoncé, frais de renvoi {cost}. "
            f"Remboursement : {policy.refund_days} jours au plus, par le même moyen de paiement."
        )
    cost = "at your cost unless the goods are faulty" if policy.return_cost_informed else "at our cost"
    return (
        f"Withdrawal: {policy.withdrawal_days} days from receipt, without giving a reason. "
        f"Sending back: {policy.sending_days} days after notice, {cost}. "
        f"Refund: within {policy.refund_days} days, by the same means of payment."
    )


def subject(note: CreditNote, language: str) -> str:
    """What is given back and why, of which order, supplied when (mentions 8° bis and 10°)."""
    nature = NATURES[language][note.nature]
    why = reason_words(note.reason_code, note.reason, language)
    reason = f" ({why[:1].lower()}{why[1:]})" if why else ""
    order, of, supplied = ("commande", "du", "expédiée le") if language == "fr" else ("order", "of", "shipped on")
    ordered = f" {of} {day(note.ordered_on, language)}" if note.ordered_on else ""
    sent = f", {supplied} {day(note.supplied_on, language)}" if note.supplied_on else ""
    return f"{nature}{reason}, {order} {note.order_id}{ordered}{sent}. {words(language)[note.operation]}"


def reason_words(code: str, said: str, language: str) -> str:
    """A reason as the shop says it; what it left as usual is said in its language."""
    usual = usual_reasons().get(code)
    is_usual = usual is not None and usual.words == said
    return ENGLISH_REASONS[code] if is_usual and language != "fr" else said


def mentions(note: CreditNote, language: str) -> str:
    """The mention of the VAT rule, then what the rarer types must say: who wrote it, on which contract and period."""
    found = [MENTIONS[language][note.vat_case]]
    if note.is_on_debits and note.operation == "services":
        found.append(words(language)["on_debits"])
    if note.document_type is DocumentType.SELF_BILLED:
        found.append(words(language)["self_billed"])
    if note.document_type is DocumentType.GLOBAL_REBATE:
        found.append(_rebate(note, language))
    return "\n".join(text for text in found if text)


def _rebate(note: CreditNote, language: str) -> str:
    days = [invoice.issued_on for invoice in note.origin_invoices if invoice.issued_on]
    first, last = day(min(days), language), day(max(days), language)
    if language == "fr":
        return f"Remise globale sur les factures du {first} au {last}, contrat {note.contract}."
    return f"Global rebate on the invoices of {first} to {last}, contract {note.contract}."


def notices(note: CreditNote, language: str) -> list[tuple[str, str]]:
    """The small print: the original of a duplicate, whom to ask, a consumer's rights, the shop's own footer."""
    said = words(language)
    found = [
        (said["duplicate"], said["duplicate_says"] if note.is_duplicate else ""),
        (said["questions"], " · ".join(contacts(note.seller))),
        (said["terms"], said["terms_say"] if note.buyer.is_company else ""),
        (said["policy"], "" if note.buyer.is_company or note.undoes else rights(note.policy, language)),
        (note.seller.name, note.footer),
    ]
    return [(heading, text) for heading, text in found if text]


def contacts(seller: Identity) -> list[str]:
    """Where a customer reaches after-sales: e-mail, telephone, form, site."""
    return [way for way in (seller.email, seller.telephone, seller.contact_form, seller.website) if way]
