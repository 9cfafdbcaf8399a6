package dev.plumbline.runbook.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a person gives before a runbook starts. {@code choices} are all that may be given where the type is a choice; {@code standard} is taken where nothing is
 * given, and may speak of inputs before it; where it is empty, the input may stay so.
 */
public record Input(
        String name, InputType type, String label, Optional<String> standard, List<String> choices, int line) {
    private static final Pattern DURATION = Pattern.compile("[1-9][0-9]{0,5}(ms|s|m|h)");

    public Input {
        choices = List.copyOf(choices);
    }

    /** Whether nothing need be given: its standard value is empty. */
    public boolean isOptional() {
        return standard.filter(String::isEmpty).isPresent();
    }

    /** Why a value is none of this type, empty when it is one. */
    public Optional<String> refuses(String value) {
        if (value.isEmpty() && isOptional()) {
            return Optional.empty();
        }
        boolean fits = switch (type) {
            case INTEGER -> value.matches("-?[0-9]{1,18}");
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case CHOICE -> choices.contains(value);
            case DURATION -> DURATION.matcher(value).matches();
            case URL -> value.startsWith("http://") || value.startsWith("https://");
            case SECRET -> value.matches("[^/]+/[^/]+");
            case TABLE -> value.indexOf('.') > 0 && value.indexOf('.') < value.length() - 1;
            case TEXT,
                    FILE,
                    NAMESPACE,
                    DATABASE,
                    INSTANCE,
                    SCHEMA_DEFINITION,
                    DB_UPGRADE,
                    MANAGED_DATABASE,
                    DEPLOYMENT,
                    POD,
                    ROLE,
                    SCHEMA -> !value.isBlank();
        };
        return fits ? Optional.empty() : Optional.of(why());
    }

    private String why() {
        return switch (type) {
            case INTEGER -> "a whole number is asked for";
            case BOOLEAN -> "true or false is asked for";
            case CHOICE -> "one of " + String.join(", ", choices) + " is asked for";
            case DURATION -> "a time such as 30s, 5m or 2h is asked for";
            case URL -> "an address that begins with http:// or https:// is asked for";
            case SECRET -> "the name of a Secret and its key are asked for, name/key";
            case TABLE -> "schema.table is asked for";
            case TEXT,
                    FILE,
                    NAMESPACE,
                    DATABASE,
                    INSTANCE,
                    SCHEMA_DEFINITION,
                    DB_UPGRADE,
                    MANAGED_DATABASE,
                    DEPLOYMENT,
                    POD,
                    ROLE,
                    SCHEMA -> "it is empty";
        };
    }
}
