package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LicensesTest {
    private static final Pattern VERSION = Pattern.compile("-\\d.*$");

    @Test
    void everyLibraryThatIsShippedIsListedWithItsLicense() throws IOException {
        String page = Files.readString(Path.of("docs/licenses.md"));
        List<String> shipped = Arrays.stream(
                        System.getProperty("java.class.path").split(Pattern.quote(":")))
                .filter(path -> path.endsWith(".jar"))
                .map(Path::of)
                .filter(LicensesTest::isNotForTestsOnly)
                .map(path -> VERSION.matcher(path.getFileName().toString()).replaceFirst(""))
                .collect(Collectors.toList());
        assertThat(shipped).hasSizeGreaterThan(40).allMatch(name -> page.contains(":" + name + "`"));
    }

    private static boolean isNotForTestsOnly(Path jar) {
        return Stream.of(
                        "junit",
                        "testfx",
                        "assertj",
                        "archunit",
                        "surefire",
                        "opentest4j",
                        "apiguardian",
                        "byte-buddy",
                        "hamcrest",
                        "org.osgi.core")
                .noneMatch(jar.toString()::contains);
    }
}
