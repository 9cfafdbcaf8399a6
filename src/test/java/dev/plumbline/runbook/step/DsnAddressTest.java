package dev.plumbline.runbook.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DsnAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "postgresql://admin:se%40cret@db.example:5433/shop?sslmode=require | db.example:5433/shop",
                "postgres://db.example/shop | db.example/shop",
                "postgresql://admin@[::1]:5432/shop | [::1]:5432/shop",
                "postgresql://a:b@one,two:5433/shop#x | one,two:5433/shop",
                "postgresql:// | \"\"",
                "postgresql://admin:se/cret@db.example/shop | db.example/shop",
                "postgresql://admin:se?cret@db.example/shop | \"\"",
                "host=db.example port=5433 dbname=shop user=admin password='it''s' | db.example:5433/shop",
                "host = 'db.example' dbname = 'my shop' password=x | db.example/my shop",
                "user=admin password=secret | \"\""
            })
    void onlyServerAndDatabaseAreTold(String dsn, String address) {
        assertThat(DsnAddress.of(dsn)).isEqualTo(address).doesNotContain("cret", "admin", "it'");
    }
}
