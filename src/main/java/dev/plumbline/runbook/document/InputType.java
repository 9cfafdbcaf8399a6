package dev.plumbline.runbook.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of a runbook's inputs. Those that name something in a cluster or a database have a picker that lists what is there. */
public enum InputType {
    TEXT,
    INTEGER,
    BOOLEAN,
    CHOICE,
    DURATION,
    URL,
    FILE,
    NAMESPACE,
    DATABASE,
    INSTANCE,
    SCHEMA_DEFINITION,
    DB_UPGRADE,
    MANAGED_DATABASE,
    DEPLOYMENT,
    POD,
    SECRET,
    ROLE,
    SCHEMA,
    TABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    public boolean isDiscovered() {
        return compareTo(NAMESPACE) >= 0;
    }

    /** Whether it names something that only a cluster has. */
    public boolean isOfCluster() {
        return isDiscovered() && compareTo(SECRET) <= 0;
    }

    public static Optional<InputType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(InputType::word).toList();
    }
}
