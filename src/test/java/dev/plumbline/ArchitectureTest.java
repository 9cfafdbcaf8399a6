package dev.plumbline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "dev.plumbline";
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|.*\\| ([^|]*) \\|$");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static Map<String, Set<String>> roomTable() throws IOException {
        Map<String, Set<String>> rooms = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/ARCHITECTURE.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String uses = row.group(2).strip();
                rooms.put(row.group(1), uses.equals("–") ? Set.of() : Set.copyOf(Arrays.asList(uses.split(", "))));
            }
        }
        return rooms;
    }

    private static String roomOf(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }

    @Test
    void everyRoomUsesOnlyWhatItsRowSays() throws IOException {
        Map<String, Set<String>> rooms = roomTable();
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            String room = roomOf(type);
            Set<String> allowed = rooms.getOrDefault(room, Set.of());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .map(ArchitectureTest::roomOf)
                    .filter(target -> !target.equals(room) && !allowed.contains(target))
                    .distinct()
                    .forEach(target -> wrong.add(type.getName() + " uses " + target));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableNamesEveryRoomAndEveryPackageIsNullMarkedAndDescribed() throws IOException {
        Set<String> onDisk = new TreeSet<>();
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/dev/plumbline"))) {
            folders.filter(Files::isDirectory)
                    .forEach(folder -> onDisk.add(folder.getFileName().toString()));
        }
        assertThat(roomTable().keySet()).containsExactlyInAnyOrderElementsOf(onDisk);
        List<String> bare = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/plumbline"))) {
            for (Path folder : files.filter(Files::isDirectory).toList()) {
                boolean hasCode;
                try (Stream<Path> inside = Files.list(folder)) {
                    hasCode = inside.anyMatch(file -> file.toString().endsWith(".java"));
                }
                Path description = folder.resolve("package-info.java");
                if (hasCode
                        && (!Files.exists(description)
                                || !Files.readString(description).contains("@NullMarked"))) {
                    bare.add(folder.toString());
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void noRoomsFormACircle() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void javaFxIsOnlyInUiAndApp() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + ".ui..", ROOT + ".app..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."))
                .check(CLASSES);
    }

    @Test
    void javaSqlIsOnlyWhereDatabasesAreSpokenTo() {
        noClasses()
                .that(not(resideInAnyPackage(
                        ROOT + ".pg..",
                        ROOT + ".catalog..",
                        ROOT + ".execute..",
                        ROOT + ".migration..",
                        ROOT + ".store..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer.."))
                .check(CLASSES);
    }

    @Test
    void jdbcMetadataIsNeverAsked() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DatabaseMetaData")
                .check(CLASSES);
    }

    @Test
    void theKubernetesClientIsOnlyInKubeAndSandbox() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + ".kube..", ROOT + ".sandbox..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.fabric8.."))
                .check(CLASSES);
    }

    @Test
    void pureRoomsDoNoInputOrOutputAndReadNoClockOrChance() {
        noClasses()
                .that(resideInAnyPackage(ROOT + ".model..", ROOT + ".access..", ROOT + ".drift..", ROOT + ".plan.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(CLASSES);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that()
                .haveModifier(STATIC)
                .and()
                .doNotHaveModifier(SYNTHETIC)
                .should()
                .haveModifier(FINAL)
                .check(CLASSES);
    }

    @Test
    void oneClassHopsToTheUiThread() throws IOException {
        List<Path> hops = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("Platform.runLater")
                        || Files.readString(file).contains("Platform::runLater")) {
                    hops.add(file);
                }
            }
        }
        assertThat(hops).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void namesThatSayNothingAreNotUsed() {
        List<String> banned =
                List.of("Manager", "Helper", "Util", "Utils", "Impl", "Info", "Data", "Abstract", "Common");
        List<String> found = CLASSES.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> banned.stream().anyMatch(word -> name.endsWith(word) || name.startsWith("Abstract")))
                .filter(name -> !name.equals("package-info"))
                .toList();
        assertThat(found).isEmpty();
    }
}
