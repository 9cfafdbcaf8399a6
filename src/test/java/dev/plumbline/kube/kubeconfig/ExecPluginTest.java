package dev.plumbline.kube.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExecPluginTest {
    private static ExecPlugin plugin(String command, List<String> arguments, ExecPlugin.Variable... environment) {
        return new ExecPlugin(ExecCredential.V1, command, arguments, List.of(environment), "Never", false, "");
    }

    @Test
    void anythingMovedBetweenItsPartsChangesTheHash() {
        ExecPlugin.Variable pair = new ExecPlugin.Variable("A", "b");
        Set<String> hashes = Set.of(
                plugin("a", List.of("b", "c")).hash(),
                plugin("a", List.of("bc")).hash(),
                plugin("a", List.of("b"), new ExecPlugin.Variable("c", "")).hash(),
                plugin("ab", List.of("c")).hash(),
                plugin("a", List.of("b", "c"), pair).hash(),
                plugin("a", List.of("b", "c"), new ExecPlugin.Variable("Ab", ""))
                        .hash());
        assertThat(hashes).hasSize(6).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void theHashIsTheSameForTheSameCommand() {
        assertThat(plugin("a", List.of("b")).hash())
                .isEqualTo(plugin("a", List.of("b")).hash());
    }

    @Test
    void theCommandIsShownSoThatNothingHides() {
        ExecPlugin hiding = plugin(
                "aws", List.of("two words", "it's", "\u202Egnp", ""), new ExecPlugin.Variable("LD_PRELOAD", "/x y.so"));
        assertThat(hiding.shown()).isEqualTo("LD_PRELOAD='/x y.so' aws 'two words' 'it'\\''s' '\\u{202E}gnp' ''");
    }
}
