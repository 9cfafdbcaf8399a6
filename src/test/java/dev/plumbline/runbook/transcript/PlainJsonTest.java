package dev.plumbline.runbook.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String LETTERS = "{}[]\"\":,,\\0123456789truefalsn-.e \nu\u00e9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sentence\":\"1 row\",\"evidence\":[\"count\",\"1\",\"(1 row)\"],\"rows\":120,\"none\":0}",
                "{\"held\":true,\"catalog\":{\"lines\":[],\"file\":null},\"all\":[[],{},[false]]}",
                "{\"text\":\"two \\\"lines\\\"\\n and a \\\\\"}"
            })
    void knowsWhatEntriesAreMostly(String text) {
        assertThat(isObject(text)).isTrue();
        assertThat(isObject(text + " ")).isFalse();
        assertThat(isObject(text.substring(0, text.length() - 1))).isFalse();
        assertThat(isObject("[" + text + "]")).isFalse();
    }

    @Test
    void saysNothingOfWhatIsNestedDeeper() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(isObject(deep)).isFalse();
    }

    /** Of an object, with letters put elsewhere: what it knows as one is one. */
    @Test
    void whatItKnowsIsAnObject() {
        Random random = new Random(20);
        int known = 0;
        for (int time = 0; time < 200_000; time++) {
            StringBuilder text = new StringBuilder("{\"a\":[1,true,\"b\\n\",{\"c\":null}],\"d\":{\"e\":0}}");
            for (int change = random.nextInt(4); change > 0; change--) {
                int at = random.nextInt(text.length());
                char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letter);
                    case 1 -> text.insert(at, letter);
                    default -> text.deleteCharAt(at);
                }
            }
            if (isObject(text.toString())) {
                known++;
                assertThat(isObjectOfJson(text.toString())).as(text.toString()).isTrue();
            }
        }
        assertThat(known).isBetween(50_000, 199_999);
    }

    private static boolean isObject(String text) {
        byte[] bytes = ("x" + text + "x").getBytes(StandardCharsets.UTF_8);
        return PlainJson.isObject(bytes, 1, bytes.length - 1);
    }

    private static boolean isObjectOfJson(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode;
        } catch (JsonProcessingException none) {
            return false;
        }
    }
}
