package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that statements name. */
final class NamedRoles {
    private NamedRoles() {}

    /** Of all statements that can be parsed. */
    static Set<Name> of(List<FileText> files, PostgresParser parser) {
        Set<Name> roles = new HashSet<>();
        for (FileText file : files) {
            for (MigrationStatement statement : file.statements()) {
                if (parser.parse(statement.text()) instanceof PostgresParser.Parsing.Parsed parsed) {
                    parsed.statements().forEach(tree -> roles.addAll(of(tree)));
                }
            }
        }
        return roles;
    }

    private static Set<Name> of(Node tree) {
        return tree.everyText("rolename").stream()
                .filter(role -> !role.startsWith("pg_"))
                .map(Name::of)
                .collect(Collectors.toSet());
    }
}
