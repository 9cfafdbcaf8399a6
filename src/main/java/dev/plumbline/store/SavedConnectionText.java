package dev.plumbline.store;

import dev.plumbline.store.DirectConnections.Saved;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A saved connection as one line: its six parts, each percent-encoded, in a fixed order. */
final class SavedConnectionText {
    private SavedConnectionText() {}

    static String write(Saved saved) {
        return List.of(
                        saved.host(),
                        Integer.toString(saved.port()),
                        saved.database(),
                        saved.user(),
                        saved.sslMode(),
                        saved.rootCertificate())
                .stream()
                .map(part -> java.net.URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Optional<Saved> read(String name, String line) {
        List<String> parts = Arrays.stream(line.split("&", -1))
                .map(part -> java.net.URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        if (parts.size() != 6 || !parts.get(1).matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(new Saved(
                name,
                parts.get(0),
                Integer.parseInt(parts.get(1)),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5)));
    }
}
