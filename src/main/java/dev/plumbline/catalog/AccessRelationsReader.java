package dev.plumbline.catalog;

import dev.plumbline.model.AccessScope;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.RelationFacts;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables, partitioned and foreign tables, views, materialized views and sequences, from {@code pg_class} (manual 53.11); and composite types, which are told from the
 * row types of tables only here.
 */
record AccessRelationsReader(AccessScope scope) implements AccessSubject {
    private static final Pattern INVOKER =
            Pattern.compile("[{,]security_invoker=(true|on|1|yes|t|y)[,}]", Pattern.CASE_INSENSITIVE);

    @Override
    public Query query() {
        return new Query(
                "the tables and sequences", SqlText.of("access_relations.sql"), List.of(ScopeParameters.hidden(scope)));
    }

    @Override
    public String gap() {
        return Gap.OBJECTS + " that are tables and sequences";
    }

    @Override
    public void read(Rows rows, AccessDraft draft) {
        for (Rows.Row row : rows.rows()) {
            if (row.text("detail").equals("c")) {
                draft.compositeType(row);
            } else {
                draft.object(row.text("detail").equals("S") ? ObjectKind.SEQUENCE : ObjectKind.RELATION, row);
                facts(row, draft);
            }
        }
    }

    private static void facts(Rows.Row row, AccessDraft draft) {
        RelationFacts facts = new RelationFacts(
                row.number("oid"),
                row.flag("row_security"),
                row.flag("forced_row_security"),
                checksCaller(row.textOrNull("view_options")),
                oid(row.textOrNull("partition_of")),
                oid(row.textOrNull("sequence_of")));
        boolean plain = !facts.rowSecurity()
                && !facts.forcedRowSecurity()
                && !facts.securityInvoker()
                && facts.partitionOf() == 0
                && facts.sequenceOf() == 0;
        if (!plain) {
            draft.relation(facts);
        }
    }

    private static long oid(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    private static boolean checksCaller(@Nullable String options) {
        return options != null && INVOKER.matcher(options).find();
    }
}
