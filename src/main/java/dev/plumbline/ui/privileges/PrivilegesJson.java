package dev.plumbline.ui.privileges;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.RoleIndex;

/** A page as JSON: one object for each line, names as they are; of a matrix only the cells in which something stands. */
final class PrivilegesJson {
    private PrivilegesJson() {}

    static String of(PrivilegesPage page, CancelToken cancel) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (MatrixLine line : page.matrix()) {
            cancel.check();
            ArrayNode cells = subject(list, line.subject()).putArray("roles");
            for (int column = 0; column < page.columns().size(); column++) {
                if (line.held(column) != 0) {
                    cell(
                            cells.addObject(),
                            page,
                            page.columns().get(column),
                            line.held(column),
                            line.grantable(column));
                }
            }
        }
        for (HolderLine line : page.lines()) {
            cancel.check();
            ObjectNode node = subject(list, line.subject());
            cell(node, page, line.role(), line.held(), line.grantable());
            if (page.compares()) {
                cell(node.putObject("other"), page, page.other(), line.otherHeld(), line.otherGrantable());
            }
        }
        return list.toPrettyString() + "\n";
    }

    private static ObjectNode subject(ArrayNode list, Subject subject) {
        ObjectNode node = list.addObject();
        node.put("kind", subject.kind().word());
        node.put("schema", subject.object().schema() == null ? null : subject.schemaText());
        node.put("name", subject.object().name());
        node.put("detail", subject.object().detail());
        if (subject.column() != null) {
            node.put("column", subject.column().name().text());
        }
        return node;
    }

    private static void cell(ObjectNode node, PrivilegesPage page, int role, long held, long grantable) {
        node.put("role", PrivilegesExport.raw(page.index().grantee(role)));
        node.put("isPublic", role == RoleIndex.PUBLIC);
        node.put("letters", HolderLine.letters(held, grantable));
    }
}
