package dev.plumbline.drift.gate;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be said against the name of a DBUpgrade: a name of a resource (Kubernetes documentation, "Object Names and IDs", DNS subdomain names), short enough for the operator's
 * Job, whose name is a label of its pods (63 characters).
 */
public final class UpgradeName {
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");
    private static final int LABEL = 63;
    private static final int AROUND = "dbupgrade-".length() + "-01234567".length();

    private UpgradeName() {}

    public static Optional<String> refusal(String name) {
        if (name.isEmpty()) {
            return Optional.of("a name is required");
        }
        if (!FORM.matcher(name).matches()) {
            return Optional.of("a name has lower-case letters, digits, - and . only, with a letter or digit at both"
                    + " ends and beside each .");
        }
        return name.length() > LABEL - AROUND
                ? Optional.of("the operator's Job dbupgrade-NAME-HASH could not be made: a name has at most "
                        + (LABEL - AROUND) + " characters, this one " + name.length())
                : Optional.empty();
    }
}
