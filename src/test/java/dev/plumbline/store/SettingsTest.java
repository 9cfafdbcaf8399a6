package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.SafeMode;
import dev.plumbline.store.DirectConnections.Saved;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    private Settings open() {
        return Settings.open(folder.resolve("settings.db"));
    }

    @Test
    void whatWasPutIsThereAfterReopening() {
        try (Settings settings = open()) {
            settings.put("theme", "light");
            settings.put("theme", "dark");
            settings.put("window.main", "{\"width\":1200}");
            settings.put("gone", "x");
            settings.remove("gone");
        }
        try (Settings settings = open()) {
            assertThat(settings.get("theme")).contains("dark");
            assertThat(settings.get("gone")).isEmpty();
            assertThat(settings.startingWith("window.")).containsOnlyKeys("window.main");
        }
    }

    @Test
    void aPrefixIsTakenAsItStands() {
        try (Settings settings = open()) {
            settings.put("a%b.x", "1");
            settings.put("aXb.x", "2");
            assertThat(settings.startingWith("a%b.")).containsOnlyKeys("a%b.x");
        }
    }

    @Test
    void twoConsolesSeeEachOthersSettings() {
        try (Settings one = open();
                Settings other = open()) {
            one.put("theme", "dark");
            assertThat(other.get("theme")).contains("dark");
        }
    }

    @Test
    void aContextIsConfirmedUntilSomebodyChoosesOtherwise() {
        try (Settings settings = open()) {
            SafeModes modes = new SafeModes(settings);
            assertThat(modes.of("prod")).isEqualTo(SafeMode.CONFIRM);
            modes.choose("prod", SafeMode.PRODUCTION);
            assertThat(modes.of("prod")).isEqualTo(SafeMode.PRODUCTION);
            settings.put("safe-mode.prod", "RECKLESS");
            assertThat(modes.of("prod")).isEqualTo(SafeMode.CONFIRM);
        }
    }

    @Test
    void aProgramIsApprovedByItsHashUntilWithdrawn() {
        try (Settings settings = open()) {
            ApprovedPrograms programs = new ApprovedPrograms(settings);
            programs.approve("abc", "aws eks get-token");
            assertThat(programs.contains("abc")).isTrue();
            assertThat(programs.contains("abd")).isFalse();
            assertThat(programs.shownByHash()).containsOnlyKeys("abc");
            programs.withdraw("abc");
            assertThat(programs.contains("abc")).isFalse();
        }
    }

    @Test
    void connectionsComeBackWithEveryCharacterAndWithoutAPassword() {
        Saved odd = new Saved("größe & more", "db.example", 6432, "it's \\ odd&=", "ada", "verify-full", "/ca?.pem");
        try (Settings settings = open()) {
            DirectConnections connections = new DirectConnections(settings);
            connections.save(odd);
            connections.save(new Saved("local", "", 0, "", "", "", ""));
            settings.put("connection.broken", "what&is&this");
            assertThat(connections.all()).containsExactlyInAnyOrder(odd, new Saved("local", "", 0, "", "", "", ""));
            assertThat(odd.dsn())
                    .isEqualTo("host='db.example' port='6432' dbname='it\\'s \\\\ odd&=' user='ada' "
                            + "sslmode='verify-full' sslrootcert='/ca?.pem'");
            connections.forget("größe & more");
            assertThat(connections.all()).extracting(Saved::name).containsExactly("local");
        }
    }
}
