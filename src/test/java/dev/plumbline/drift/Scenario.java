package dev.plumbline.drift;

import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One case from {@code src/test/resources/scenarios/CODE/name.scenario}; docs/scenarios.md describes the format. */
public record Scenario(Path file, Map<String, String> head, Map<String, List<String>> sections) {
    private static final Pattern MAJORS = Pattern.compile("\\((\\d+)-(\\d+)\\) (.*)");
    private static final String SECURITY = "SEC-";
    static final Path FOLDER = Path.of("src/test/resources/scenarios");

    /** Those of the ownership checks. */
    public static List<Scenario> all() {
        return onDisk().stream()
                .filter(scenario -> !scenario.code().startsWith(SECURITY))
                .toList();
    }

    /** Those of the checks of roles and grants. */
    public static List<Scenario> ofSecurity() {
        return onDisk().stream()
                .filter(scenario -> scenario.code().startsWith(SECURITY))
                .toList();
    }

    private static List<Scenario> onDisk() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".scenario"))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException("cannot list " + FOLDER, failure);
        }
    }

    public static Scenario read(Path file) {
        Map<String, String> head = new LinkedHashMap<>();
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = null;
        for (String line : linesOf(file)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else if (section != null) {
                section.add(line);
            } else {
                int colon = line.indexOf(':');
                head.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new Scenario(file, head, sections);
    }

    private static List<String> linesOf(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException("cannot read " + file, failure);
        }
    }

    public String name() {
        return FOLDER.relativize(file).toString().replace(".scenario", "");
    }

    public String code() {
        return file.getName(file.getNameCount() - 2).toString();
    }

    public OwnershipModel.Auto wanted() {
        String database = head.getOrDefault("database", "billing");
        return new OwnershipModel.Auto(
                Name.of(database),
                Name.cut(head.getOrDefault("owner", "db_" + database + "_owner")),
                Name.cut(head.getOrDefault("app", "db_" + database + "_app")),
                Arrays.stream(head.getOrDefault("schemas", "public").split(","))
                        .map(String::strip)
                        .map(Name::of)
                        .toList());
    }

    /** The server that the recorded snapshot is of. */
    public String server() {
        return head.getOrDefault("server", "18");
    }

    public Optional<Snapshot> recorded() {
        return Optional.ofNullable(sections.get("snapshot"))
                .map(lines -> SnapshotText.parse(server(), wanted().database(), lines));
    }

    /** The lines of a section that hold on a server: those marked {@code (13-15)} only where the major is within. */
    public List<String> expected(String section, int major) {
        List<String> lines = new ArrayList<>();
        for (String line : sections.getOrDefault(section, List.of())) {
            Matcher marked = MAJORS.matcher(line);
            if (!marked.matches()) {
                lines.add(line);
            } else if (major >= Integer.parseInt(marked.group(1)) && major <= Integer.parseInt(marked.group(2))) {
                lines.add(marked.group(3));
            }
        }
        return lines;
    }

    public List<String> setup() {
        return sections.getOrDefault("setup", List.of());
    }
}
