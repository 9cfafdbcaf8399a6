package dev.plumbline.runbook.input;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.operation.runbook.DatabaseNames;
import dev.plumbline.runbook.document.InputType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What one reading of a database's catalog has for inputs of each type; what it could not list is unknown, not absent. */
final class DatabaseLists {
    private DatabaseLists() {}

    static Map<InputType, ListedNames> of(DatabaseNames names, NameSource source) {
        Map<InputType, ListedNames> lists = new EnumMap<>(InputType.class);
        lists.put(
                InputType.ROLE,
                ListedNames.of(
                        names.roles().stream()
                                .map(name -> new ListedNames.Listed("", name))
                                .toList(),
                        gap(names, Gap.ROLES, source)));
        lists.put(
                InputType.SCHEMA,
                ListedNames.of(
                        names.schemas().stream()
                                .map(name -> new ListedNames.Listed("", name))
                                .toList(),
                        gap(names, Gap.SCHEMAS, source)));
        lists.put(
                InputType.TABLE,
                ListedNames.of(
                        names.tables().stream()
                                .map(table ->
                                        new ListedNames.Listed(table.schema(), table.schema() + "." + table.name()))
                                .toList(),
                        gap(names, Gap.OBJECTS + " that are tables", source)));
        return lists;
    }

    private static Optional<Problem> gap(DatabaseNames names, String subject, NameSource source) {
        return names.gaps().stream()
                .filter(gap ->
                        gap.isAbout(subject) || gap.subject().equals(Gap.OBJECTS) && subject.startsWith(Gap.OBJECTS))
                .findFirst()
                .map(gap -> new Problem(
                        Problem.Kind.GAP,
                        gap.sqlState().isEmpty() ? "GAP" : gap.sqlState(),
                        "Listing the " + gap.subject() + " of",
                        source.shown(),
                        gap.answer(),
                        ""));
    }
}
