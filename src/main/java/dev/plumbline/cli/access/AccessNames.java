package dev.plumbline.cli.access;

import dev.plumbline.access.NearNames;
import dev.plumbline.access.ObjectLookup;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the words of a command mean in the database that was read; a word that means nothing there is a mistake of usage, never an empty answer. */
record AccessNames(AccessSnapshot snapshot, CommandSpec command) {
    private static final int SHOWN = 8;
    private static final String PARAMETER = "parameter:";
    private static final int PARAMETERS_SINCE = 15;

    int role(String text) {
        Integer number = text.isEmpty() ? null : snapshot.roles().of(Name.of(text));
        if (number == null) {
            List<String> roles = snapshot.catalog().roles().stream()
                    .map(role -> role.name().text())
                    .toList();
            throw mistake("The server has no role \"" + Visible.text(text) + "\"." + nearTo(text, roles));
        }
        return number;
    }

    Name roleName(String text) {
        return snapshot.roles().role(role(text)).name();
    }

    int roleOrPublic(String text) {
        return text.equalsIgnoreCase("public") ? RoleIndex.PUBLIC : role(text);
    }

    Name schema(String text) {
        return snapshot.catalog()
                .schema(Name.of(text))
                .orElseThrow(() -> mistake("There is no schema \"" + Visible.text(text) + "\"."))
                .name();
    }

    DatabaseObject object(String text) {
        List<DatabaseObject> found = ObjectLookup.find(snapshot, text);
        if (found.isEmpty() && text.startsWith(PARAMETER) && snapshot.version().isPostgresAtLeast(PARAMETERS_SINCE)) {
            return ungranted(text.substring(PARAMETER.length()));
        }
        if (found.isEmpty()) {
            List<String> objects =
                    snapshot.objects().stream().map(DatabaseObject::shown).toList();
            throw mistake("There is no object \"" + Visible.text(text) + "\" in the database." + nearTo(text, objects));
        }
        if (found.size() > 1) {
            throw mistake("\"" + Visible.text(text) + "\" may be "
                    + found.stream()
                            .map(one -> one.kind().word() + ":" + one.shown())
                            .limit(SHOWN)
                            .collect(Collectors.joining(", "))
                    + ": say which.");
        }
        return found.get(0);
    }

    /** A parameter is in the catalog only while something is granted on it; the server knows them by lower case and judges whether there is one. */
    private DatabaseObject ungranted(String name) {
        Integer owner = snapshot.catalog()
                .bootstrapSuperuser()
                .map(role -> snapshot.roles().of(role.name()))
                .orElse(null);
        if (owner == null || name.isBlank()) {
            throw mistake("There is no parameter \"" + Visible.text(name) + "\".");
        }
        return new DatabaseObject(
                ObjectKind.PARAMETER,
                0,
                null,
                name.strip().toLowerCase(Locale.ROOT),
                "",
                owner,
                null,
                ObjectOrigin.SYSTEM);
    }

    Column column(DatabaseObject table, String name) {
        if (snapshot.version().isCockroach()) {
            throw mistake("CockroachDB has no grants on columns: ask without one.");
        }
        return snapshot.columns().stream()
                .filter(one ->
                        one.relation() == table.oid() && one.name().text().equals(name))
                .findFirst()
                .orElseThrow(() -> mistake(table.shown() + " has no column \"" + Visible.text(name) + "\"."));
    }

    Privilege privilege(DatabaseObject object, String word) {
        return privilege(object.kind(), word);
    }

    private Privilege privilege(ObjectKind kind, String word) {
        Privilege asked = Privilege.ofWord(word.strip());
        List<Privilege> possible = kind.privileges(snapshot.version());
        if (!possible.contains(asked)) {
            throw mistake("A " + kind.word() + " has no privilege \"" + Visible.text(word) + "\", only "
                    + possible.stream().map(Privilege::word).collect(Collectors.joining(", ")) + ".");
        }
        return asked;
    }

    /** {@code SELECT,INSERT}, or {@code ALL}. */
    PrivilegeSet privileges(DatabaseObject object, String words) {
        return privileges(object.kind(), words);
    }

    /** As for a column, which takes fewer than its table. */
    PrivilegeSet columnPrivileges(String words) {
        return privileges(ObjectKind.COLUMN, words);
    }

    private PrivilegeSet privileges(ObjectKind kind, String words) {
        if (words.equalsIgnoreCase("all")) {
            return PrivilegeSet.of(kind.privileges(snapshot.version()));
        }
        List<Privilege> privileges = new ArrayList<>();
        for (String word : words.split(",", -1)) {
            privileges.add(privilege(kind, word));
        }
        return PrivilegeSet.of(privileges);
    }

    private static String nearTo(String typed, List<String> known) {
        List<String> near =
                NearNames.of(typed, known).stream().map(Visible::text).toList();
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    ParameterException mistake(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
