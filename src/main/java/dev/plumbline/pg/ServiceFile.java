package dev.plumbline.pg;

import dev.plumbline.model.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connection service file (PostgreSQL manual 34.17): {@code [name]} sections of {@code key=value} lines that complete what was given. */
final class ServiceFile {
    private ServiceFile() {}

    static void complete(DsnSettings settings, Map<String, String> environment, Path home) {
        String service = settings.value("service", environment.getOrDefault("PGSERVICE", ""));
        if (service.isEmpty()) {
            return;
        }
        for (Path file : places(settings, environment, home)) {
            if (Files.exists(file) && takeOver(lines(file), service, settings)) {
                return;
            }
        }
        throw DsnFault.of(
                "the service \"" + Visible.text(service) + "\" is not defined.",
                "Define it in ~/.pg_service.conf or the file that PGSERVICEFILE names.");
    }

    private static List<Path> places(DsnSettings settings, Map<String, String> environment, Path home) {
        String named = settings.value("servicefile", environment.getOrDefault("PGSERVICEFILE", ""));
        Path own = named.isEmpty() ? home.resolve(".pg_service.conf") : Path.of(named);
        @Nullable String system = environment.get("PGSYSCONFDIR");
        return system == null ? List.of(own) : List.of(own, Path.of(system, "pg_service.conf"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw DsnFault.of(
                    "the service file \"" + Visible.text(file.toString()) + "\" cannot be read: "
                            + unreadable.getMessage() + ".",
                    "");
        }
    }

    private static boolean takeOver(List<String> lines, String service, DsnSettings settings) {
        boolean within = false;
        boolean found = false;
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("[")) {
                within = text.equals("[" + service + "]");
                found |= within;
            } else if (within && !text.isEmpty() && !text.startsWith("#")) {
                takeOver(text, settings);
            }
        }
        return found;
    }

    private static void takeOver(String line, DsnSettings settings) {
        int sign = line.indexOf('=');
        if (sign <= 0) {
            throw DsnFault.of("a line of the service is not of the form key=value.", "");
        }
        settings.putIfAbsent(line.substring(0, sign), line.substring(sign + 1));
    }
}
