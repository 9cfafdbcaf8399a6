package dev.plumbline.cli.access;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.PrivilegeSet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "grant", description = "Grant privileges on an object to a role or PUBLIC.")
final class GrantCommand extends ChangeCommand {
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

    GrantCommand(Session session, GlobalOptions options) {
        super(session, options);
    }

    @Override
    boolean namesColumns() {
        return !columns.isEmpty();
    }

    @Override
    List<? extends AccessChange> changes(AccessNames names) {
        DatabaseObject on = names.object(object);
        int to = names.roleOrPublic(role);
        if (columns.isEmpty()) {
            return List.of(new GrantPrivileges(on, null, to, names.privileges(on, privileges)));
        }
        PrivilegeSet given = names.columnPrivileges(privileges);
        return columns.stream()
                .map(column -> new GrantPrivileges(on, names.column(on, column), to, given))
                .toList();
    }
}
