package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.RoleClosure;
import dev.plumbline.cli.output.Console;
import dev.plumbline.drift.defaults.CellDetail;
import dev.plumbline.drift.defaults.Chip;
import dev.plumbline.drift.defaults.Counter;
import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.drift.defaults.MatrixCell;
import dev.plumbline.drift.defaults.MatrixRow;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Locale;

/** The matrix as JSON, every interesting cell with its statements. */
final class DefaultPrivilegesJson {
    private DefaultPrivilegesJson() {}

    static ObjectNode of(DefaultMatrix matrix, RoleClosure closure) {
        ObjectNode root = Console.mapper().createObjectNode();
        matrix.unknown().ifPresent(gap -> root.put("unknown", gap.subject()));
        ObjectNode counters = root.putObject("counters");
        for (Counter counter : matrix.counters()) {
            counters.putObject(counter.direction().word())
                    .put("present", counter.present())
                    .put("asked", counter.asked());
        }
        root.put("differing", matrix.differing());
        ArrayNode open = root.putArray("publicMayCreateIn");
        matrix.openToPublic().forEach(schema -> open.add(schema.text()));
        ArrayNode creators = root.putArray("creators");
        for (MatrixRow row : matrix.rows()) {
            ObjectNode creator = creators.addObject();
            creator.put("creator", row.creator().text());
            if (row.isForAllRoles()) {
                creator.put("forAllRoles", true);
            }
            creator.put("exists", row.exists());
            creator.put("superuser", row.superuser());
            ArrayNode createsIn = creator.putArray("createsIn");
            row.createsIn().forEach(schema -> createsIn.add(schema.text()));
            ArrayNode cells = creator.putArray("cells");
            for (MatrixCell cell : matrix.interesting(row)) {
                cell(cells.addObject(), CellDetail.of(matrix, closure, row, cell.column()));
            }
        }
        return root;
    }

    private static void cell(ObjectNode node, CellDetail detail) {
        MatrixCell cell = detail.cell();
        Name schema = cell.column().schema();
        node.put("schema", schema == null ? null : schema.text());
        node.put("type", cell.column().type().word().toLowerCase(Locale.ROOT));
        node.put("state", word(cell.state().name()));
        ArrayNode grants = node.putArray("grants");
        for (Chip chip : cell.chips()) {
            Name role = chip.grantee().role();
            ObjectNode grant = grants.addObject();
            grant.put("grantee", role == null ? chip.grantee().shown() : role.text());
            grant.put("public", chip.grantee().isPublic());
            grant.put("letters", chip.letters());
            grant.put("state", word(chip.state().name()));
        }
        ArrayNode missing = node.putArray("missing");
        cell.wanted()
                .ifPresent(
                        wanted -> wanted.missing().stream().map(Privilege::word).forEach(missing::add));
        node.put("note", cell.note());
        statements(node, "sql", detail.stored());
        statements(node, "missingSql", detail.missing());
        ObjectNode backfill = node.putObject("backfill");
        backfill.put("looked", detail.backfill().looked());
        detail.backfill().unknown().ifPresent(gap -> backfill.put("unknown", gap.subject()));
        ArrayNode unmatched = backfill.putArray("unmatched");
        detail.backfill().unmatched().forEach(unmatched::add);
        statements(backfill, "sql", detail.backfill().grants());
        statements(node, "mirrorSql", detail.mirror());
    }

    private static void statements(ObjectNode node, String field, List<Sql> statements) {
        ArrayNode list = node.putArray(field);
        statements.forEach(sql -> list.add(sql.text()));
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
