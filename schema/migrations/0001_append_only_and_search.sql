CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'ledger entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER entries_are_never_removed BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'ledger entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER shipment_events_are_never_changed BEFORE UPDATE ON shipment_events BEGIN SELECT RAISE(ABORT, 'shipment events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER shipment_events_are_never_removed BEFORE DELETE ON shipment_events BEGIN SELECT RAISE(ABORT, 'shipment events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER promises_are_never_changed BEFORE UPDATE ON promises BEGIN SELECT RAISE(ABORT, 'promised dates are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER statement_lines_are_never_changed BEFORE UPDATE ON statement_lines BEGIN SELECT RAISE(ABORT, 'an issued statement is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER statement_lines_are_never_removed BEFORE DELETE ON statement_lines BEGIN SELECT RAISE(ABORT, 'an issued statement is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER statements_are_never_removed BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'an issued statement is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER confirmed_statements_are_never_changed BEFORE UPDATE ON statements
WHEN OLD.status IN ('confirmed', 'confirmed_by_clause')
BEGIN SELECT RAISE(ABORT, 'a confirmed statement is sealed'); END;
--> statement-breakpoint
CREATE TRIGGER statement_figures_are_frozen BEFORE UPDATE OF
  reference, number, account_id, party_id, period, currency, opening_minor, debit_minor, credit_minor, closing_minor,
  quantity_milli, overdue_minor, uninvoiced_minor, unpaid_invoices_minor, undue_bills_minor, ageing, heading, hash,
  issued_at, issued_by
ON statements BEGIN SELECT RAISE(ABORT, 'an issued statement is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER disputes_of_confirmed_statements_are_closed BEFORE UPDATE ON disputes
WHEN (SELECT status FROM statements WHERE id = OLD.statement_id) IN ('confirmed', 'confirmed_by_clause')
BEGIN SELECT RAISE(ABORT, 'a confirmed statement is sealed'); END;
--> statement-breakpoint
CREATE TRIGGER published_revisions_are_never_changed BEFORE UPDATE ON product_revisions
WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published revision is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER published_revisions_are_never_removed BEFORE DELETE ON product_revisions
WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published revision is frozen'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE product_search USING fts5(product_id UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2');
