package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.runbook.KubeChanges.Change;
import dev.plumbline.operation.runbook.KubeChanges.Verb;
import dev.plumbline.operation.runbook.KubeObjects.Address;
import dev.plumbline.operation.runbook.KubeObjects.Found;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A change as text: for a person, and for the digest that an approval is bound to. */
final class ChangeText {
    private ChangeText() {}

    static String shown(Change change) {
        Address address = change.address();
        String where = address.namespace().isEmpty() ? address.name() : address.namespace() + "/" + address.name();
        String bound = change.before()
                .map(there -> "as it is: uid " + there.uid() + ", resourceVersion " + there.resourceVersion())
                .orElse("which is to be created");
        return change.verb().name().toLowerCase(Locale.ROOT) + " " + Visible.text(address.kind() + " " + where)
                + " of context " + Visible.text(address.context()) + ", " + bound + "\n"
                + veiled(change).lines().map(Visible::text).collect(Collectors.joining("\n"));
    }

    /** A Secret is known by what was read, or by the manifest; a kind of another group that is called so is veiled as well. */
    private static String veiled(Change change) {
        String kind = change.before()
                .map(Found::kind)
                .orElseGet(() -> change.body().path("kind").asText());
        ObjectNode body = change.body().deepCopy();
        if (kind.equals("Secret")) {
            ObjectVeil.hideValues(body);
        }
        return body.toPrettyString();
    }

    static List<String> deleted(Place place, JsonNode before) {
        List<String> lines = new ArrayList<>();
        lines.add("- " + Visible.text(place.shown()) + " (uid "
                + before.at("/metadata/uid").asText() + ")");
        before.at("/metadata/finalizers")
                .forEach(finalizer -> lines.add("  stays until finalizer " + Visible.text(finalizer.asText())
                        + " is taken away by its controller"));
        return lines;
    }

    /** SHA-256 of all that makes the change what it is, each part with its length before it. */
    static String digest(String identity, Verb verb, Address address, Optional<Found> before, ObjectNode body) {
        StringBuilder all = new StringBuilder();
        for (String part : List.of(
                identity,
                verb.name(),
                address.context(),
                address.kind(),
                address.namespace(),
                address.name(),
                before.map(Found::uid).orElse(""),
                before.map(Found::resourceVersion).orElse(""),
                body.toString())) {
            all.append(part.length()).append(':').append(part);
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
