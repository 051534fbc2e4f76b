"""The fixed words of the return page (C. conso. L221-5, L221-18 to L221-28, L217-3; annex to R221-1)."""

from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "title": "Retours et remboursements",
    "withdraw": "Vous pouvez changer d’avis",
    "withdraw_says": "Vous avez {days} jours pour vous rétracter, sans donner de motif, à compter du lendemain de la "
    "réception de votre commande (du dernier colis s’il y en a plusieurs). Si ce délai finit un samedi, un dimanche ou "
    "un jour férié, il va jusqu’au premier jour ouvrable suivant.",
    "how_says": "Une déclaration claire suffit, avec ou sans le formulaire ci-dessous :",
    "withdraw_link": "renoncer au contrat ici",
    "except": "Ne peuvent être retournés (art. L221-28) :",
    "send": "Renvoyer les articles",
    "send_says": "Renvoyez-les au plus tard {days} jours après nous l’avoir annoncé, à l’adresse :",
    "label_yes": "Nous fournissons l’étiquette de retour.",
    "label_no": "L’étiquette de retour n’est pas fournie : choisissez un envoi suivi et gardez la preuve de dépôt.",
    "costs": "Frais de retour",
    "costs_customer": "Quand vous changez d’avis, les frais directs de renvoi sont à votre charge.",
    "costs_merchant": "Les frais de renvoi sont à notre charge.",
    "costs_ours": "Ils sont toujours à la nôtre dans ces cas :",
    "refund": "Remboursement",
    "refund_says": "Nous vous remboursons tout ce que vous avez payé, livraison standard comprise si vous rendez toute la "
    "commande, au plus tard {days} jours après votre annonce.",
    "defers": "Nous pouvons attendre d’avoir reçu les articles, ou la preuve de leur envoi, selon ce qui arrive d’abord.",
    "means": "Le remboursement se fait par le moyen de paiement de la commande, sans frais. Un bon d’achat ou un échange "
    "n’ont lieu qu’avec votre accord exprès.",
    "guarantees": "Garanties légales",
    "guarantor": "Ces garanties sont dues par",
    "mediation": "Médiation",
    "mediator_says": "Après une réclamation écrite restée sans suite, vous pouvez saisir gratuitement le médiateur de la "
    "consommation :",
    "contact": "Nous joindre",
    "form": "Modèle de formulaire de rétractation",
    "form_note": "Veuillez compléter et renvoyer le présent formulaire uniquement si vous souhaitez vous rétracter du "
    "contrat.",
    "form_to": "À l’attention de",
    "form_colon": "\u00a0:",
    "form_notify": "Je/nous (*) vous notifie/notifions (*) par la présente ma/notre (*) rétractation du contrat portant sur "
    "la vente du bien (*)/pour la prestation de services (*) ci-dessous :",
    "form_ordered": "Commandé le (*)/reçu le (*) :",
    "form_name": "Nom du (des) consommateur(s) :",
    "form_address": "Adresse du (des) consommateur(s) :",
    "form_signature": "Signature du (des) consommateur(s) (uniquement en cas de notification sur papier) :",
    "form_date": "Date :",
    "form_strike": "(*) Rayez la mention inutile.",
}
ENGLISH: Mapping[str, str] = {
    "title": "Returns and refunds",
    "withdraw": "You may change your mind",
    "withdraw_says": "You have {days} days to withdraw without giving a reason, from the day after you receive your order "
    "(its last parcel if there are several). A period that ends on a Saturday, Sunday or public holiday runs until the "
    "next working day.",
    "how_says": "A clear statement is enough, with or without the form below:",
    "withdraw_link": "withdraw from the contract here",
    "except": "Cannot be returned (art. L221-28):",
    "send": "Sending the goods back",
    "send_says": "Send them back within {days} days of telling us, to:",
    "label_yes": "We provide the return label.",
    "label_no": "No return label is provided: use a tracked service and keep the proof of posting.",
    "costs": "Cost of the return",
    "costs_customer": "When you change your mind, you bear the direct cost of sending back.",
    "costs_merchant": "We bear the cost of sending back.",
    "costs_ours": "We always bear it in these cases:",
    "refund": "Refund",
    "refund_says": "We refund all you paid, standard delivery included if you return the whole order, within {days} days "
    "of your notice.",
    "defers": "We may wait until we have received the goods or the proof that you sent them, whichever comes first.",
    "means": "The refund uses the order’s means of payment, at no cost. Store credit or an exchange only with your express "
    "consent.",
    "guarantees": "Legal guarantees",
    "conformity": "Legal guarantee of conformity: two years from delivery (art. L217-3 and following of the French consumer "
    "code). You need only show the defect, not its date. You may ask for repair or replacement, within thirty days, free "
    "of charge; failing that, a price reduction or the end of the contract with a full refund. A repair extends the "
    "guarantee by six months.",
    "hidden_defects": "Guarantee against hidden defects: two years from discovery (art. 1641 to 1649 of the French civil "
    "code), with a price reduction if you keep the goods, or a full refund if you return them.",
    "guarantor": "These guarantees are owed by",
    "mediation": "Mediation",
    "mediator_says": "After a written complaint without result, you may turn, free of charge, to the consumer mediator:",
    "contact": "Reaching us",
    "form": "Model withdrawal form",
    "form_note": "Complete and return this form only if you wish to withdraw from the contract.",
    "form_to": "To",
    "form_colon": ":",
    "form_notify": "I/We (*) hereby give notice that I/We (*) withdraw from my/our (*) contract of sale of the following "
    "goods (*)/for the provision of the following service (*):",
    "form_ordered": "Ordered on (*)/received on (*):",
    "form_name": "Name of consumer(s):",
    "form_address": "Address of consumer(s):",
    "form_signature": "Signature of consumer(s) (only if this form is notified on paper):",
    "form_date": "Date:",
    "form_strike": "(*) Delete as appropriate.",
}


def words(language: str) -> Mapping[str, str]:
    """The fixed words of one language."""
    return FRENCH if language == "fr" else ENGLISH
