package dev.plumbline.drift.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTagTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "nginx:1.21.0, 1.21.0",
                "gcr.io/p/app:v2.1.0, v2.1.0",
                "registry.example.com:5000/app:1.0.0-rc1, 1.0.0-rc1",
                "registry.example.com:5000/app, -",
                "app:1.2.3@sha256:abc, 1.2.3",
                "app@sha256:abc, -",
                "app:latest, -",
                "app, -",
                "app:v1.2, -",
                "app:main, -",
                "app:1.2, 1.2",
                "app:7, 7",
                "app:1.2.3-alpine.3+b1, 1.2.3-alpine.3+b1",
                "app:1.2.3-rc-1, 1.2.3-rc",
                "app:1.2.3alpine, 1.2.3",
                "app:1a2b3c4, 1a2b3c4"
            })
    void theVersionIsTheOneThatTheOperatorReads(String image, String version) {
        assertThat(ImageTag.of(image).version().orElse(null)).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2, 1.2.0, 0",
        "v1, 1.0.0, 0",
        "1.0.0-rc.1, 1.0.0, -1",
        "1.0.0-alpha, 1.0.0-alpha.1, -1",
        "1.0.0-2, 1.0.0-10, -1",
        "1.0.0-10, 1.0.0-a, -1",
        "1.0.0-b, 1.0.0-a, 1",
        "1.0.0+b1, 1.0.0+b2, 0",
        "1.10.0, 1.9.9, 1",
        "20240101, 2.0.0, 1"
    })
    void versionsAreOrderedAsTheirStandardSays(String one, String two, int order) {
        assertThat(Integer.signum(LenientVersion.parse(one)
                        .orElseThrow()
                        .compareTo(LenientVersion.parse(two).orElseThrow())))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({"1a2b3c4", "1.2.3.4", "1.0.0-01", "1.0.0-rc_1", "x", "1.", "99999999999999999999.0.0"})
    void whatIsNoVersionIsNone(String text) {
        assertThat(LenientVersion.parse(text)).isEmpty();
    }
}
