package dev.plumbline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** FXML, controllers, style sheets and texts belong together by name. */
class ConventionsTest {
    private static final Pattern FXML_KEY = Pattern.compile("\"%([\\w.-]+)\"");
    private static final Pattern CODE_KEY = Pattern.compile("Texts\\.get\\(\\s*\"([\\w.-]+)\"\\s*[,)]");
    private static final Set<String> SHARED_SHEETS =
            Set.of("tokens-light", "tokens-dark", "base", "controls", "marks", "mono-fallback", "pop-over");

    @Test
    void everyFxmlHasItsControllerAndEveryControllerItsFxml() throws IOException {
        Set<String> expected = controllers().stream().map(ViewLoader::fxmlOf).collect(Collectors.toSet());
        Set<String> onDisk = files("fxml", ".fxml").stream()
                .map(file -> "/" + file.toString().replace('\\', '/'))
                .collect(Collectors.toSet());
        assertThat(onDisk).isEqualTo(expected);
    }

    @Test
    void everySheetIsSharedOrBelongsToAFeature() throws IOException {
        Set<String> features = controllers().stream().map(ViewLoader::styleOf).collect(Collectors.toSet());
        List<Path> orphans = files("styles", ".css").stream()
                .filter(file -> !features.contains("/" + file.toString().replace('\\', '/')))
                .filter(file ->
                        !SHARED_SHEETS.contains(file.getFileName().toString().replace(".css", "")))
                .toList();
        assertThat(orphans).isEmpty();
    }

    @Test
    void everyKeyThatIsUsedHasAText() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path file : files("fxml", ".fxml")) {
            collect(FXML_KEY, file, missing);
        }
        for (Path file : files("src/main/java/dev/plumbline/ui", ".java")) {
            collect(CODE_KEY, file, missing);
        }
        kinds(Destination.class).map(kind -> "tab." + kind.getSimpleName()).forEach(missing::add);
        missing.removeIf(Texts.bundle()::containsKey);
        assertThat(missing).isEmpty();
    }

    private static Stream<Class<?>> kinds(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(ConventionsTest::kinds)
                : Stream.of(kind);
    }

    private static void collect(Pattern key, Path file, Set<String> into) throws IOException {
        key.matcher(Files.readString(file)).results().forEach(match -> into.add(match.group(1)));
    }

    private static List<Class<?>> controllers() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.plumbline.ui").stream()
                        .filter(type -> type.getSimpleName().endsWith("Controller"))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toList());
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
