package dev.plumbline.access;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the objects that a text may mean: {@code ledger.entries}, {@code "Odd name".t}, {@code ledger.post(integer)}, {@code schema:ledger}, or a bare name. Parts
 * are read as SQL reads identifiers, bare ones folded to lower case, but a name that is there exactly as typed is found too. A parameter's name has its dots in it.
 */
public final class ObjectLookup {
    private ObjectLookup() {}

    /** Everything that the text may mean, relations before sequences before the other kinds; more than one means that a kind or schema must be said. */
    public static List<DatabaseObject> find(AccessSnapshot snapshot, String text) {
        int colon = text.indexOf(':');
        Optional<ObjectKind> kind =
                colon > 0 ? ObjectKind.ofWord(text.substring(0, colon).strip()) : Optional.empty();
        String rest = kind.isPresent() ? text.substring(colon + 1) : text;
        int open = rest.endsWith(")") ? unquotedParenthesis(rest) : -1;
        String arguments = open > 0 ? rest.substring(open + 1, rest.length() - 1) : "";
        List<String> parts = parts(open > 0 ? rest.substring(0, open) : rest);
        List<DatabaseObject> found = new ArrayList<>();
        for (DatabaseObject object : snapshot.objects()) {
            boolean wanted = kind.map(asked -> asked == object.kind())
                    .orElse(open > 0 ? object.kind() == ObjectKind.ROUTINE : object.kind() != ObjectKind.TYPE);
            if (wanted && matches(object, parts) && (open <= 0 || takes(object, arguments))) {
                found.add(object);
            }
        }
        boolean relations = found.stream().anyMatch(object -> object.kind() == ObjectKind.RELATION);
        return kind.isEmpty() && relations
                ? found.stream()
                        .filter(object -> object.kind() == ObjectKind.RELATION)
                        .toList()
                : found;
    }

    private static int unquotedParenthesis(String text) {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                quoted = !quoted;
            } else if (text.charAt(at) == '(' && !quoted) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(DatabaseObject object, List<String> parts) {
        if (object.kind() == ObjectKind.PARAMETER) {
            return means(String.join(".", parts), object.name());
        }
        String name = parts.get(parts.size() - 1);
        if (!means(name, object.name())) {
            return false;
        }
        boolean inSchema = object.schema() != null && object.kind() != ObjectKind.SCHEMA;
        return parts.size() == 1
                || inSchema
                        && parts.size() == 2
                        && means(
                                parts.get(0),
                                Objects.requireNonNull(object.schema()).text());
    }

    /** A quoted part means just itself; a bare one itself or its lower case. */
    private static boolean means(String part, String name) {
        if (part.startsWith("\"")) {
            return part.substring(1).equals(name);
        }
        return part.equals(name) || part.toLowerCase(Locale.ROOT).equals(name);
    }

    private static boolean takes(DatabaseObject routine, String arguments) {
        return RoutineSignature.means(routine.detail(), arguments);
    }

    /** The dotted parts; one that was quoted keeps a quote in front, so that it is told apart. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                part.append('"');
                at++;
            } else if (letter == '"') {
                if (!quoted) {
                    part.append('"');
                }
                quoted = !quoted;
            } else if (letter == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
