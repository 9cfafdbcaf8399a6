package dev.plumbline.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.testing.Layer;
import dev.plumbline.testing.Manifests;
import dev.plumbline.testing.StandInRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a stand-in, which can lie as no real registry does. */
class ImagePullTest {
    private static final ImageLimits SMALL =
            new ImageLimits(4096, 100_000, 200_000, 1000, 1500, 3, Duration.ofSeconds(30));
    private static final ImageAccess NIGHT = new ImageAccess(
            RegistryLogins.parse(
                    new Secret("{\"auths\":{\"127.0.0.1*\":{\"username\":\"x\",\"password\":\"y\"},"
                            + "\"127.0.0.1:*\":{\"username\":\"night\",\"password\":\"secret\"}}}"),
                    "here"),
            Set.of());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private StandInRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = new StandInRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aTokenIsFetchedWithTheLoginAndTheLoginGoesNowhereElse() throws IOException {
        byte[] layer = new Layer().file("migrations/1_a.sql", "one").gzip();
        registry.image(Manifests.GZIP, layer);
        registry.requireToken("t0ken");
        try (StandInRegistry store = new StandInRegistry()) {
            store.put("/store/1", layer);
            registry.sendOn("/v2/shop/blobs/" + Sha256.of(layer), "http://" + store.place() + "/store/1");
            assertThat(taken(NIGHT)).containsExactly("1_a.sql");
            assertThat(store.asked()).containsExactly(new StandInRegistry.Asked("/store/1", ""));
        }
        assertThat(registry.asked().stream().map(asked -> asked.path() + " " + asked.authorization()))
                .containsExactly(
                        "/v2/shop/manifests/v1 ",
                        "/token?service=here&scope=repository%3Ashop%3Apull Basic bmlnaHQ6c2VjcmV0",
                        "/v2/shop/manifests/v1 Bearer t0ken",
                        "/v2/shop/blobs/" + Sha256.of(layer) + " Bearer t0ken");
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS))
                .hasMessageContaining("the token service " + registry.place() + " answered 401.");
        registry.requireToken("not\\na token");
        assertThatThrownBy(() -> taken(NIGHT)).hasMessageContaining("gave no token.");
        registry.sendForTokensTo("ftp://elsewhere.example/token");
        assertThatThrownBy(() -> taken(NIGHT)).hasMessageContaining("its token service is reached without TLS");
    }

    @Test
    void whatIsNotWhatItsDigestSaysIsNotUsed() throws IOException {
        byte[] layer = new Layer().file("migrations/1_a.sql", "one").gzip();
        registry.image(Manifests.GZIP, layer);
        String blob = "/v2/shop/blobs/" + Sha256.of(layer);
        registry.put(blob, new Layer().file("migrations/1_a.sql", "DROP").gzip());
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("IMG-409"))
                .hasMessageContaining("a layer came whose content is sha256:")
                .hasMessageContaining(", not " + Sha256.of(layer));
        String other = "sha256:" + "0".repeat(64);
        registry.put("/v2/shop/manifests/" + other, Manifests.image(Manifests.GZIP, List.of(layer)));
        assertThatThrownBy(() -> take("@" + other, SMALL, ImageAccess.ANONYMOUS))
                .hasMessageContaining("a manifest came whose content is sha256:");
    }

    @Test
    void whatLeadsElsewhereIsRefused() {
        refuses(new Layer().file("migrations/../../etc/cron.d/x", "evil"), "which leads out of its directory.");
        refuses(
                new Layer().link("migrations", "/etc").file("migrations/1_a.sql", "one"),
                "/migrations is a link to /etc, and links are not followed");
        refuses(
                new Layer().link("migrations/1_a.sql", "../etc/passwd"),
                "/migrations/1_a.sql is a link to ../etc/passwd, and links are not followed.");
        refuses(
                new Layer().hardLink("migrations/1_a.sql", "etc/passwd"),
                "/migrations/1_a.sql is a link to /etc/passwd");
        refuses(new Layer().pipe("migrations/1_a.sql"), "/migrations/1_a.sql is no regular file.");
        refuses(
                new Layer().file("migrations/1_\u202Elqs.sql", "x"),
                "1_\\u{202E}lqs.sql\" in /migrations is not taken.");
        refuses(new Layer().file("migrations", "a file"), "/migrations is a file, not a directory.");
        refuses(new Layer().file("other/1_a.sql", "one"), "it holds no directory /migrations.");
        refuses(new Layer().directory("migrations").file(".wh.migrations", ""), "x", false);
    }

    private void refuses(Layer layer, String words) {
        refuses(layer, words, true);
    }

    private void refuses(Layer layer, String words, boolean refused) {
        registry.image(Manifests.GZIP, layer.gzip());
        if (refused) {
            assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS)).hasMessageContaining(words);
        } else {
            // A whiteout never hides what its own layer brings.
            assertThat(taken(ImageAccess.ANONYMOUS)).isEmpty();
        }
    }

    @Test
    void aDirectoryThatALayerTookAwayOrTurnedIntoALinkIsToldSo() {
        byte[] base = new Layer().file("app/migrations/1_a.sql", "one").gzip();
        byte[] gone = new Layer().file(".wh.app", "").gzip();
        byte[] back = new Layer().file("app/migrations/2_b.sql", "two").gzip();
        registry.image(Manifests.GZIP, base, gone);
        assertThatThrownBy(() -> take(":v1", "app/migrations", SMALL, ImageAccess.ANONYMOUS))
                .hasMessageContaining("it holds no directory /app/migrations.");
        registry.image(Manifests.GZIP, base, gone, back);
        assertThat(take(":v1", "app/migrations", SMALL, ImageAccess.ANONYMOUS)).containsExactly("2_b.sql");
        registry.image(Manifests.GZIP, base, new Layer().link("app", "srv").gzip());
        assertThatThrownBy(() -> take(":v1", "app/migrations", SMALL, ImageAccess.ANONYMOUS))
                .hasMessageContaining("/app is a link to srv");
        assertThatThrownBy(() -> take(":v1", "/app/../etc", SMALL, ImageAccess.ANONYMOUS))
                .hasMessageContaining("the directory \"/app/../etc\" leads elsewhere.");
    }

    @Test
    void whatIsTooLargeOrOfAnotherKindIsGivenUp() {
        registry.image(
                Manifests.GZIP,
                new Layer().file("migrations/1_a.sql", "x".repeat(1001)).gzip());
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS))
                .hasMessageContaining("/migrations/1_a.sql has 1001 bytes; at most 1000 bytes are taken a file");
        registry.image(
                Manifests.GZIP, new Layer().file("big", "\0".repeat(300_000)).gzip());
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS))
                .hasMessageContaining("its layers unpack to more than 200000 bytes.");
        byte[] large = new Layer().file("big", "\0".repeat(120_000)).plain();
        registry.image(Manifests.GZIP, large);
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS)).hasMessageContaining("at most 100000 bytes are read.");
        registry.put(
                "/v2/shop/manifests/v1",
                new String(Manifests.image(Manifests.GZIP, List.of(large)), UTF_8)
                        .replace("\"size\":" + large.length, "\"size\":1")
                        .getBytes(UTF_8));
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS))
                .hasMessageContaining("an answer is larger than is allowed.");
        byte[] zstd = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0};
        registry.image("application/vnd.oci.image.layer.v1.tar+zstd", zstd);
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS)).hasMessageContaining("is compressed with zstd");
        registry.image(Manifests.GZIP, zstd);
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS)).hasMessageContaining("is compressed with zstd");
        registry.image(Manifests.GZIP, "no archive".repeat(100).getBytes(UTF_8));
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS)).hasMessageContaining("is no readable tar archive");
        registry.image("application/vnd.acme.thing", new byte[] {1});
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS))
                .hasMessageContaining("it is no image of a file system: it holds application/vnd.acme.thing.");
        registry.put("/v2/shop/manifests/v1", "{\"schemaVersion\":1,\"fsLayers\":[]}".getBytes(UTF_8));
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS)).hasMessageContaining("schema version 1; only 2 is read");
        registry.put("/v2/shop/manifests/v1", "<html>".getBytes(UTF_8));
        assertThatThrownBy(() -> taken(ImageAccess.ANONYMOUS)).hasMessageContaining("its manifest is not JSON");
    }

    @Test
    void nobodyIsSpokenToWithoutTlsUnasked() throws IOException {
        registry.image(
                Manifests.GZIP, new Layer().file("migrations/1_a.sql", "one").gzip());
        String byName = registry.place().replace("127.0.0.1", "127.0.0.1.example");
        ImageReference elsewhere = new ImageReference(byName, "shop", "v1", "");
        assertThat(elsewhere.isLoopback()).isFalse();
        registry.sendOn("/v2/shop/manifests/v2", "gopher://x/");
        assertThatThrownBy(() -> take(":v2", SMALL, ImageAccess.ANONYMOUS))
                .hasMessageContaining("sends on to no address of the web");
        registry.sendOn("/v2/shop/manifests/v3", "/v2/shop/manifests/v3");
        assertThatThrownBy(() -> take(":v3", SMALL, ImageAccess.ANONYMOUS))
                .hasMessageContaining("sends on more than 5 times");
        CancelToken stopped = new CancelToken();
        stopped.cancel();
        assertThatThrownBy(() -> new ImagePull(SMALL)
                        .digest(ImageReference.parse(registry.place() + "/shop:v1"), ImageAccess.ANONYMOUS, stopped))
                .isInstanceOf(Cancelled.class);
    }

    private List<String> taken(ImageAccess access) {
        return take(":v1", SMALL, access);
    }

    private List<String> take(String version, ImageLimits limits, ImageAccess access) {
        return take(version, "/migrations", limits, access);
    }

    private List<String> take(String version, String directory, ImageLimits limits, ImageAccess access) {
        try {
            Path into = Files.createTempDirectory(folder, "into");
            Path scratch = Files.createDirectories(folder.resolve("scratch"));
            new ImagePull(limits)
                    .take(
                            ImageReference.parse(registry.place() + "/shop" + version),
                            directory,
                            Platform.USUAL,
                            access,
                            name -> name.endsWith(".sql"),
                            into,
                            scratch,
                            new CancelToken(),
                            Progress.NONE);
            try (Stream<Path> files = Files.list(into)) {
                return files.map(file -> file.getFileName().toString()).sorted().toList();
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
