package dev.plumbline.cli;

import dev.plumbline.access.NearNames;
import dev.plumbline.access.ObjectLookup;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the words of a command mean in the database that was read; a word that means nothing there is a mistake of usage, never an empty answer. */
record AccessNames(AccessSnapshot snapshot, CommandSpec command) {
    private static final int SHOWN = 8;

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

    DatabaseObject object(String text) {
        List<DatabaseObject> found = ObjectLookup.find(snapshot, text);
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

    Column column(DatabaseObject table, String name) {
        return snapshot.columns().stream()
                .filter(one ->
                        one.relation() == table.oid() && one.name().text().equals(name))
                .findFirst()
                .orElseThrow(() -> mistake(table.shown() + " has no column \"" + Visible.text(name) + "\"."));
    }

    Privilege privilege(DatabaseObject object, String word) {
        Privilege asked = Privilege.ofWord(word.strip());
        List<Privilege> possible = object.kind().privileges(snapshot.version());
        if (!possible.contains(asked)) {
            throw mistake("A " + object.kind().word() + " has no privilege \"" + Visible.text(word) + "\", only "
                    + possible.stream().map(Privilege::word).collect(Collectors.joining(", ")) + ".");
        }
        return asked;
    }

    /** {@code SELECT,INSERT}, or {@code ALL}. */
    PrivilegeSet privileges(DatabaseObject object, String words) {
        if (words.equalsIgnoreCase("all")) {
            return PrivilegeSet.of(object.kind().privileges(snapshot.version()));
        }
        List<Privilege> privileges = new ArrayList<>();
        for (String word : words.split(",", -1)) {
            privileges.add(privilege(object, word));
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
