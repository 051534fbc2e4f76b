-- One row per story an order may live: the ordinary ones by weight, the faults by count; then its credit notes and its refunds.
-- `goods`: what the parcel back does (received, notified, none); `shop`: what the shop does to its own stock (once, twice, never, wrongly, cancels, none).
create table sample.stories(
    story varchar, fault varchar, weight bigint, min_age bigint, lines bigint, first_quantity bigint, provider varchar, currency varchar,
    goods varchar, shop varchar, also_seen varchar, cause varchar
);
insert into sample.stories values
('return_simple', '', 500, 0, 1, 0, '', '', 'received', 'once', '', 'Un article revient, l''avoir et le remboursement suivent.'),
('return_whole', '', 140, 0, 1, 0, '', '', 'received', 'once', '', 'Toute la commande revient, port compris.'),
('return_two', '', 60, 0, 2, 0, '', '', 'received', 'once', '', 'Deux articles reviennent, deux avoirs, deux remboursements.'),
('return_grouped', '', 30, 0, 2, 0, '', '', 'received', 'once', '', 'Deux avoirs payés par un seul remboursement.'),
('return_split', '', 30, 35, 1, 0, '', '', 'received', 'once', '', 'Un avoir payé en deux remboursements.'),
('return_twins', '', 20, 0, 1, 2, '', '', 'received', 'once', '', 'Deux avoirs égaux, deux remboursements égaux : interchangeables.'),
('store_credit', '', 40, 0, 1, 0, '', '', 'received', 'once', '', 'Le client a choisi un bon d''achat.'),
('exchange', '', 30, 0, 1, 0, '', '', 'received', 'once', '', 'Échange contre une autre taille.'),
('cancellation', '', 60, 0, 1, 0, '', '', 'none', 'cancels', '', 'Commande annulée avant l''expédition.'),
('non_delivery', '', 20, 0, 1, 0, '', '', 'none', 'none', '', 'Colis perdu par le transporteur.'),
('price_reduction', '', 40, 0, 1, 0, '', '', 'none', 'none', '', 'Geste de 10 % sur un article gardé par le client.'),
('label_withheld', '', 20, 0, 1, 0, '', '', 'received', 'once', '', 'L''étiquette de retour est retenue sur le remboursement.'),
('dispute_won', '', 10, 0, 1, 0, 'stripe', '', 'none', 'none', '', 'Litige ouvert puis gagné.'),
('email_only', 'refund_without_credit_note', 0, 45, 1, 0, 'paypal', '', 'received', 'once', 'credit_note_without_refund', 'Envoi d''argent PayPal sans référence : l''adresse du client seule le rattache à son avoir.'),
('never_refunded', 'credit_note_without_refund', 0, 52, 1, 0, '', '', 'received', 'once', 'refund_late', 'Avoir tapé, remboursement oublié chez le prestataire.'),
('no_credit_note', 'refund_without_credit_note', 0, 35, 1, 0, '', '', 'none', 'none', '', 'Geste remboursé depuis le tableau de bord du prestataire, sans avoir.'),
('refund_over', 'refund_over', 0, 35, 2, 0, '', '', 'received', 'once', '', 'Le port a été remboursé en plus, hors avoir.'),
('refund_under', 'refund_under', 0, 35, 1, 0, '', '', 'received', 'once', '', 'Montant mal recopié : 1,50 € de moins que l''avoir.'),
('duplicate_refund', 'duplicate_refund', 0, 35, 2, 0, '', '', 'received', 'once', 'refund_exceeds_capture', 'Remboursé par la boutique, puis encore depuis le tableau de bord.'),
('refund_failed', 'refund_failed', 0, 40, 1, 0, 'stripe', '', 'received', 'once', 'credit_note_without_refund,refund_late', 'Carte clôturée : le remboursement est revenu neuf jours plus tard.'),
('exceeds_capture', 'refund_exceeds_capture', 0, 35, 1, 0, '', '', 'received', 'once', 'refund_over', 'Un chiffre de trop : remboursé plus que la commande.'),
('means_differs', 'refund_means_differs', 0, 35, 1, 0, 'stripe', '', 'received', 'once', '', 'Payé par carte, remboursé par PayPal.'),
('chargeback', 'chargeback_after_refund', 0, 35, 1, 0, 'stripe', '', 'received', 'once', '', 'Déjà remboursé, le client conteste encore le paiement.'),
('credit_and_refund', 'store_credit_and_refund', 0, 35, 1, 0, '', '', 'received', 'once', 'refund_without_credit_note,duplicate_refund', 'Bon d''achat donné, puis argent rendu.'),
('currency_differs', 'currency_differs', 0, 35, 1, 0, 'paypal', 'CHF', 'received', 'once', 'credit_note_without_refund,refund_without_credit_note', 'Commande en francs suisses, remboursée en euros.'),
('ambiguous', 'ambiguous', 0, 35, 1, 2, '', '', 'received', 'once', 'credit_note_without_refund,refund_late', 'Deux avoirs égaux, un seul remboursement qui ne dit pas lequel.'),
('unknown_order', 'unknown_order', 0, 35, 1, 0, 'paypal', '', 'none', 'none', 'refund_without_credit_note', 'Remboursement d''une commande d''une autre boutique du même compte.'),
('refund_late', 'refund_late', 0, 55, 1, 0, '', '', 'received', 'once', '', 'Remboursé plus de vingt jours après l''échéance.'),
('credit_exceeds_invoice', 'credit_exceeds_invoice', 0, 35, 2, 0, '', '', 'received', 'once', 'credit_exceeds_return', 'Avoir tapé à la main, 5,00 € au-dessus du prix facturé.'),
('vat_differs', 'vat_differs', 0, 35, 1, 0, '', '', 'received', 'once', '', 'Avoir tapé à 10 % sur une ligne facturée à un autre taux.'),
('missing_invoice', 'missing_origin_invoice', 0, 35, 1, 0, '', '', 'received', 'once', '', 'La commande n''a jamais eu de facture.'),
('document_invalid', 'document_invalid', 0, 35, 1, 0, '', '', 'received', 'once', '', 'Avoir sans nom ni adresse du client.'),
('number_gap', 'number_gap', 0, 35, 1, 0, '', '', 'received', 'once', '', 'Un avoir supprimé a laissé un trou dans la série.'),
('number_out_of_order', 'number_out_of_order', 0, 35, 1, 0, '', '', 'received', 'once', '', 'Avoir antidaté de huit jours.'),
('no_document', 'return_without_credit_note', 0, 35, 1, 0, '', '', 'received', 'once', 'refund_late', 'Colis reçu, rangé, et rien de plus.'),
('no_return', 'credit_note_without_return', 0, 50, 1, 0, '', '', 'notified', 'none', '', 'Remboursé sur parole, le colis n''est jamais revenu.'),
('credit_exceeds_return', 'credit_exceeds_return', 0, 35, 1, 2, '', '', 'short', 'once', '', 'Deux articles crédités, un seul dans le colis.'),
('restocked_twice', 'restocked_twice', 0, 35, 1, 0, '', '', 'received', 'twice', 'stock_drift', 'Passée « Retournée », puis « Annulée » : la boutique a remis le stock deux fois.'),
('restock_missing', 'restock_missing', 0, 35, 1, 0, '', '', 'received', 'never', 'stock_drift', 'Remboursée sans passer par « Retournée » : la boutique n''a rien remis.'),
('restock_without_receipt', 'restock_without_receipt', 0, 40, 1, 0, '', '', 'notified', 'wrongly', 'stock_drift', 'Passée « Retournée » à l''annonce du retour, le colis n''est jamais arrivé.'),
('fee_differs', 'fee_differs', 0, 35, 1, 0, 'alma', '', 'received', 'once', 'payout_differs', 'Le net de la ligne ne suit pas de son brut et de ses frais.');

create table sample.note_plans(
    story varchar, note bigint, part varchar, nature varchar, settlement varchar, after_days bigint, extra decimal(18, 2), vat_rate decimal(5, 2)
);
insert into sample.note_plans
select story, 1, 'first', 'return', 'refund', 0, 0, null from sample.stories
where goods in ('received', 'short', 'notified')
    and story not in ('return_whole', 'return_split', 'return_twins', 'store_credit', 'exchange', 'ambiguous', 'credit_and_refund', 'exceeds_capture',
        'credit_exceeds_invoice', 'vat_differs', 'no_document', 'restock_without_receipt');
insert into sample.note_plans values
('return_whole', 1, 'whole', 'return', 'refund', 0, 0, null), ('return_split', 1, 'whole', 'return', 'refund', 0, 0, null),
('exceeds_capture', 1, 'whole', 'return', 'refund', 0, 0, null),
('return_two', 2, 'second', 'return', 'refund', 3, 0, null), ('return_grouped', 2, 'second', 'return', 'refund', 1, 0, null),
('return_twins', 1, 'one', 'return', 'refund', 0, 0, null), ('return_twins', 2, 'one', 'return', 'refund', 2, 0, null),
('ambiguous', 1, 'one', 'return', 'refund', 0, 0, null), ('ambiguous', 2, 'one', 'return', 'refund', 2, 0, null),
('store_credit', 1, 'first', 'return', 'store_credit', 0, 0, null), ('credit_and_refund', 1, 'first', 'return', 'store_credit', 0, 0, null),
('exchange', 1, 'first', 'return', 'exchange', 0, 0, null),
('cancellation', 1, 'whole', 'cancellation', 'refund', 0, 0, null), ('non_delivery', 1, 'whole', 'non_delivery', 'refund', 0, 0, null),
('price_reduction', 1, 'tenth', 'price_reduction', 'refund', 0, 0, null),
('credit_exceeds_invoice', 1, 'first', 'return', 'refund', 0, 5, null), ('vat_differs', 1, 'first', 'return', 'refund', 0, 0, 10);

-- A refund pays `percent` of its notes `note_from` to `note_to` and `extra` more; `proof` says what its pairing is worth.
create table sample.refund_plans(
    story varchar, refund bigint, type varchar, note_from bigint, note_to bigint, percent bigint, extra decimal(18, 2), after_days bigint,
    means varchar, reference varchar, proof varchar
);
insert into sample.refund_plans
select story, 1, 'refund', 1, 1, 100, 0, 1, 'same', '', 'confirmed' from sample.note_plans
where note = 1 and settlement = 'refund'
    and story not in ('return_grouped', 'return_split', 'email_only', 'never_refunded', 'refund_over', 'refund_under', 'exceeds_capture',
        'means_differs', 'currency_differs', 'ambiguous', 'refund_late', 'label_withheld', 'refund_failed');
insert into sample.refund_plans values
('return_two', 2, 'refund', 2, 2, 100, 0, 2, 'same', '', 'confirmed'), ('return_twins', 2, 'refund', 2, 2, 100, 0, 2, 'same', '', 'confirmed'),
('return_grouped', 1, 'refund', 1, 2, 100, 0, 3, 'same', '', 'confirmed'),
('return_split', 1, 'refund', 1, 1, 60, 0, 1, 'same', 'payment', 'confirmed'), ('return_split', 2, 'refund', 1, 1, -60, 0, 6, 'same', 'payment', 'confirmed'),
('label_withheld', 1, 'refund', 1, 1, 100, -4.90, 2, 'same', 'payment', 'confirmed'),
('dispute_won', 1, 'dispute', 0, 0, 100, 0, 5, 'same', 'payment', 'none'), ('dispute_won', 1, 'dispute_reversal', 0, 0, 100, 0, 14, 'same', 'payment', 'none'),
('email_only', 1, 'refund', 1, 1, 100, 0, 2, 'same', 'email', 'proposed'),
('no_credit_note', 1, 'refund', 0, 0, 20, 0, 9, 'same', 'payment', 'none'),
('refund_over', 1, 'refund', 1, 1, 100, 4.90, 1, 'same', 'note', 'confirmed'), ('refund_under', 1, 'refund', 1, 1, 100, -1.50, 1, 'same', 'note', 'confirmed'),
('duplicate_refund', 2, 'refund', 1, 1, 100, 0, 4, 'same', 'payment', 'none'),
('refund_failed', 1, 'refund', 1, 1, 100, 0, 1, 'same', 'payment', 'revoked'), ('refund_failed', 1, 'refund_failure', 1, 1, 100, 0, 10, 'same', 'payment', 'none'),
('exceeds_capture', 1, 'refund', 1, 1, 100, 27.00, 1, 'same', 'payment', 'confirmed'),
('means_differs', 1, 'refund', 1, 1, 100, 0, 2, 'paypal', 'order', 'confirmed'),
('chargeback', 2, 'dispute', 1, 1, 100, 0, 9, 'same', 'payment', 'none'),
('credit_and_refund', 1, 'refund', 1, 1, 100, 0, 5, 'same', 'payment', 'none'),
('currency_differs', 1, 'refund', 1, 1, 100, 0, 2, 'same', 'note', 'none'),
('ambiguous', 1, 'refund', 1, 1, 100, 0, 4, 'same', 'order', 'proposed'),
('unknown_order', 1, 'refund', 0, 0, 35, 0, 8, 'same', 'foreign', 'none'),
('refund_late', 1, 'refund', 1, 1, 100, 0, 24, 'same', '', 'confirmed');
