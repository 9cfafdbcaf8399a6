package dev.plumbline.runbook.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadAgainAndItsChainHolds() {
        Path file = written();
        ReadTranscript read = ReadTranscript.of(file);
        assertThat(read.isWhole()).isTrue();
        assertThat(read.entries())
                .extracting(Entry::kind)
                .containsExactly(EntryKind.BEGUN, EntryKind.STARTED, EntryKind.RAN);
        assertThat(read.entries().get(2).text("rows")).isEqualTo("two \"lines\"\n€");
    }

    @Test
    void aLineThatWasChangedTakenOutOrPutElsewhereIsFound() throws IOException {
        Path file = written();
        List<String> lines = Files.readAllLines(file);
        assertThat(broken(file, changed(lines, 1, "STARTED", "SKIPPED".toLowerCase(java.util.Locale.ROOT))))
                .isEqualTo(0);
        assertThat(broken(file, List.of(lines.get(0), lines.get(1).replace("detect", "detekt"), lines.get(2))))
                .isEqualTo(2);
        assertThat(broken(file, List.of(lines.get(0), lines.get(2)))).isEqualTo(2);
        assertThat(broken(file, List.of(lines.get(1), lines.get(0), lines.get(2))))
                .isEqualTo(1);
        assertThat(broken(file, List.of(lines.get(0), "not an entry", lines.get(2))))
                .isEqualTo(2);
        Files.write(file, List.of(lines.get(0), lines.get(1).replace("detect", "detekt"), lines.get(2)));
        assertThatThrownBy(() -> Transcript.open(file, NOON, new Redactor()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void bytesThatAreNoTextAreFoundWhereTheyStand() throws IOException {
        Path file = written();
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 10}, StandardOpenOption.APPEND);
        ReadTranscript read = ReadTranscript.of(file);
        assertThat(read.broken().map(ReadTranscript.Broken::why)).contains("It holds bytes that are no text.");
        assertThat(read.isWhole()).isFalse();
    }

    @Test
    void aLineThatAKillCutOffIsTakenAwayAndTold() throws IOException {
        Path file = written();
        String last = Files.readAllLines(file).get(2);
        Files.writeString(file, last.substring(0, 40), StandardOpenOption.APPEND);
        try (Transcript again = Transcript.open(file, NOON, new Redactor())) {
            assertThat(again.entries()).hasSize(4);
            assertThat(again.entries().get(3).kind()).isEqualTo(EntryKind.TORN);
        }
        assertThat(ReadTranscript.of(file).isWhole()).isTrue();
    }

    @Test
    void aLineMayBeCutAnywhereAlsoWithinALetter() throws IOException {
        Path file = written();
        byte[] all = Files.readAllBytes(file);
        int third = all.length - Files.readAllLines(file).get(2).getBytes(StandardCharsets.UTF_8).length - 1;
        for (int end = third + 1; end < all.length - 1; end++) {
            Files.write(file, Arrays.copyOf(all, end));
            ReadTranscript read = ReadTranscript.of(file);
            assertThat(read.broken()).as("cut at %d", end).isEmpty();
            assertThat(read.entries()).hasSize(2);
        }
        String euro = new String(all, StandardCharsets.ISO_8859_1);
        int within = euro.indexOf("\u00e2\u0082\u00ac") + 2;
        Files.write(file, Arrays.copyOf(all, within));
        try (Transcript again = Transcript.open(file, NOON, new Redactor())) {
            assertThat(again.entries().get(2).kind()).isEqualTo(EntryKind.TORN);
            assertThat(again.entries().get(2).data().path("bytes").asInt()).isEqualTo(within - third);
        }
        assertThat(ReadTranscript.of(file).entries()).hasSize(3);
        assertThat(ReadTranscript.of(file).isWhole()).isTrue();
    }

    @Test
    void aLineWhoseEndAloneWasCutOffIsWholeAndTheNextOneIsALineOfItsOwn() throws IOException {
        Path file = written();
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 1));
        try (Transcript again = Transcript.open(file, NOON, new Redactor())) {
            assertThat(again.entries()).hasSize(3);
            again.append(EntryKind.RESUMED, "", Transcript.data());
        }
        assertThat(ReadTranscript.of(file).isWhole()).isTrue();
        assertThat(ReadTranscript.of(file).entries()).hasSize(4);
    }

    @Test
    void aLineThatSaysTheSameInOtherBytesIsFound() throws IOException {
        Path file = written();
        List<String> lines = Files.readAllLines(file);
        assertThat(broken(file, changed(lines, 1, "\"n\":2", "\"n\":02"))).isEqualTo(2);
        assertThat(broken(file, changed(lines, 1, "\"n\":2", "\"n\": 2"))).isEqualTo(2);
        assertThat(broken(file, changed(lines, 1, "12:00:00Z", "12:00:00.000Z")))
                .isEqualTo(2);
        assertThat(broken(file, changed(lines, 1, "\"detect\"", "\"\\u0064etect\"")))
                .isEqualTo(2);
        assertThat(broken(file, changed(lines, 2, "€", "\\u20ac"))).isEqualTo(3);
        assertThat(broken(file, changed(lines, 1, "\"data\":{}", "\"data\":{ }")))
                .isEqualTo(2);
        assertThat(broken(file, changed(lines, 2, "\"}", "\"} "))).isNotZero();
        assertThat(broken(file, changed(lines, 0, "{\"n\"", "{\"m\":1,\"n\""))).isEqualTo(1);
        assertThat(broken(file, lines)).isZero();
    }

    @Test
    void anyByteThatIsAnotherIsFound() throws IOException {
        Path file = written();
        byte[] all = Files.readAllBytes(file);
        for (int at = 0; at < all.length; at++) {
            for (int other : new int[] {all[at] ^ 1, '\r', '\n', 0xC3}) {
                byte[] changed = all.clone();
                changed[at] = (byte) other;
                if (changed[at] != all[at]) {
                    Files.write(file, changed);
                    ReadTranscript read = ReadTranscript.of(file);
                    assertThat(read.isWhole() && read.torn().isEmpty())
                            .as("byte %d is %d", at, other)
                            .isFalse();
                }
            }
        }
        String text = new String(all, StandardCharsets.UTF_8);
        Files.writeString(file, text.replace("\n", "\r\n"));
        assertThat(ReadTranscript.of(file).isWhole()).isFalse();
    }

    @Test
    void howManyLinesThereAreDoesNotMatterNorWhereTheLastOneIsCut() throws IOException {
        Path file = folder.resolve("long.jsonl");
        try (Transcript transcript = Transcript.open(file, NOON, new Redactor())) {
            for (int number = 1; number <= 8_194; number++) {
                transcript.append(EntryKind.PREVIEWED, "a", Transcript.data().put("number", "\u20ac" + number));
            }
        }
        List<String> lines = Files.readAllLines(file);
        for (int count : new int[] {0, 1, 4_095, 4_096, 4_097, 8_193}) {
            String whole = String.join("\n", lines.subList(0, count)) + (count == 0 ? "" : "\n");
            Files.writeString(file, whole);
            assertThat(ReadTranscript.of(file).entries()).hasSize(count);
            byte[] cut = lines.get(count).getBytes(StandardCharsets.UTF_8);
            for (int end : new int[] {1, 80, cut.length - 160, cut.length - 1}) {
                Files.writeString(file, whole);
                Files.write(file, Arrays.copyOf(cut, end), StandardOpenOption.APPEND);
                ReadTranscript read = ReadTranscript.of(file);
                assertThat(read.broken()).isEmpty();
                assertThat(read.torn()).isNotEmpty();
                assertThat(read.entries()).hasSize(count);
            }
        }
    }

    @Test
    void aLongOneIsReadInItsOrder() throws IOException {
        Path file = folder.resolve("long.jsonl");
        try (Transcript transcript = Transcript.open(file, NOON, new Redactor())) {
            for (int number = 0; number < 9_000; number++) {
                transcript.append(EntryKind.PREVIEWED, "a", Transcript.data().put("number", number));
            }
        }
        List<Entry> entries = ReadTranscript.of(file).entries();
        assertThat(entries).hasSize(9_000);
        assertThat(entries.get(8_999).data().path("number").asInt()).isEqualTo(8_999);
        List<String> lines = Files.readAllLines(file);
        assertThat(broken(file, changed(lines, 4_096, "\"number\":4096", "\"number\":4097")))
                .isEqualTo(4_097);
        assertThat(ReadTranscript.of(file).entries()).hasSize(4_096);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] = (byte) 0xFF;
        Files.write(file, bytes);
        assertThat(ReadTranscript.of(file).broken()).isPresent();
    }

    @Test
    void linesMayBeLongerThanWhatIsReadAtOnce() throws IOException {
        Path file = folder.resolve("wide.jsonl");
        try (Transcript transcript = Transcript.open(file, NOON, new Redactor())) {
            for (int width : new int[] {1, 3_000_000, 9_000_000, 1, 4_000_000, 1}) {
                transcript.append(
                        EntryKind.RAN, "a", Transcript.data().put("rows", "\u20ac".repeat(width / 3) + width));
            }
        }
        ReadTranscript read = ReadTranscript.of(file);
        assertThat(read.isWhole()).isTrue();
        assertThat(read.entries()).hasSize(6);
        assertThat(read.entries().get(2).text("rows")).startsWith("\u20ac").endsWith("\u20ac9000000");
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, 8_000_001));
        assertThat(ReadTranscript.of(file).entries()).hasSize(2);
        assertThat(ReadTranscript.of(file).torn()).isNotEmpty();
        assertThat(ReadTranscript.of(file).broken()).isEmpty();
    }

    @Test
    void onlyOneMayWrite() {
        Path file = folder.resolve("transcript.jsonl");
        try (Transcript one = Transcript.open(file, NOON, new Redactor())) {
            one.append(EntryKind.BEGUN, "", Transcript.data());
            assertThatThrownBy(() -> Transcript.open(file, NOON, new Redactor()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("another console");
        }
    }

    @Test
    void aClockThatGoesBackIsTold() {
        Path file = written();
        Clock earlier = Clock.fixed(NOON.instant().minusSeconds(3600), ZoneOffset.UTC);
        try (Transcript again = Transcript.open(file, earlier, new Redactor())) {
            Entry entry = again.append(EntryKind.RESUMED, "", Transcript.data());
            assertThat(entry.at()).isEqualTo(NOON.instant());
            assertThat(entry.text("clock")).contains("2026-03-01T11:00:00Z");
        }
    }

    @Test
    void secretsAreNotWrittenDown() throws IOException {
        Path file = folder.resolve("secret.jsonl");
        Redactor redactor = new Redactor();
        redactor.hide(new Secret("hunter2-hunter2"));
        try (Transcript transcript = Transcript.open(file, NOON, redactor)) {
            transcript.append(
                    EntryKind.RAN,
                    "a",
                    Transcript.data()
                            .put("one", "login with hunter2-hunter2 works")
                            .put("two", "ALTER ROLE a PASSWORD 'it''s mine'; password=abc token: xyz")
                            .put("three", "postgresql://me:pa55@host/db Authorization: Bearer abcdefghijk")
                            .put("four", "SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy"));
        }
        String text = Files.readString(file);
        assertThat(text)
                .doesNotContain("hunter2", "mine", "abc", "xyz", "pa55", "c2FsdA")
                .contains("login with *** works");
    }

    private Path written() {
        Path file = folder.resolve("transcript.jsonl");
        try (Transcript transcript = Transcript.open(file, NOON, new Redactor())) {
            transcript.append(EntryKind.BEGUN, "", Transcript.data().put("runbook", "quarantine"));
            transcript.append(EntryKind.STARTED, "detect", Transcript.data());
            transcript.append(EntryKind.RAN, "detect", Transcript.data().put("rows", "two \"lines\"\n€"));
        }
        return file;
    }

    private static List<String> changed(List<String> lines, int at, String from, String to) {
        List<String> other = new ArrayList<>(lines);
        other.set(at, other.get(at).replace(from, to));
        return other;
    }

    /** The line that is found broken, 0 where none is. */
    private static long broken(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
        return ReadTranscript.of(file).broken().map(ReadTranscript.Broken::line).orElse(0L);
    }
}
