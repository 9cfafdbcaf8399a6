package dev.plumbline.cli.access;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.PrivilegeSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description =
                "Take privileges on an object from a role or PUBLIC, whoever granted them, acting as the grantor where it must be.")
final class RevokeCommand extends ChangeCommand {
    @Parameters(index = "0", paramLabel = "PRIVILEGES", description = "SELECT,INSERT… or ALL")
    private String privileges = "";

    @Parameters(
            index = "1",
            paramLabel = "OBJECT",
            description = "as for plumbline why: ledger.entries, schema:ledger, language:plpgsql, parameter:work_mem…")
    private String object = "";

    @Parameters(index = "2", paramLabel = "ROLE", description = "the role, or PUBLIC")
    private String role = "";

    @Option(names = "--column", paramLabel = "NAME", description = "only this column of the table; may be repeated")
    private List<String> columns = List.of();

    RevokeCommand(Session session, GlobalOptions options) {
        super(session, options);
    }

    @Override
    boolean namesColumns() {
        return !columns.isEmpty();
    }

    @Override
    List<? extends AccessChange> changes(AccessNames names) {
        DatabaseObject on = names.object(object);
        int from = names.roleOrPublic(role);
        List<AccessChange> changes = new ArrayList<>();
        if (columns.isEmpty()) {
            add(changes, on, null, on.effectiveAcl(), from, names.privileges(on, privileges));
        }
        for (String name : columns) {
            Column column = names.column(on, name);
            AccessList acl = column.acl();
            add(changes, on, column, acl == null ? AccessList.EMPTY : acl, from, names.columnPrivileges(privileges));
        }
        return changes;
    }

    private static void add(
            List<AccessChange> changes,
            DatabaseObject on,
            @Nullable Column column,
            AccessList acl,
            int from,
            PrivilegeSet asked) {
        for (int entry = 0; entry < acl.size(); entry++) {
            long held = acl.held(entry) & asked.bits();
            if (acl.grantee(entry) == from && held != 0) {
                changes.add(new RevokePrivileges(on, column, from, acl.grantor(entry), new PrivilegeSet(held)));
            }
        }
    }
}
