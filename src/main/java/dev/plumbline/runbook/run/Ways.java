package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Part;
import dev.plumbline.runbook.document.Runbook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ways of a runbook's decisions: which blocks stand under the section that an option names. */
public final class Ways {
    private Ways() {}

    /** {@code blocks} are the ids of what is run only when {@code option} of {@code decision} is chosen. */
    public record Way(String decision, String option, String label, String section, Set<String> blocks) {
        public Way {
            blocks = Set.copyOf(blocks);
        }
    }

    public static List<Way> of(Runbook runbook) {
        List<Way> ways = new ArrayList<>();
        for (Block block : runbook.blocks()) {
            if (block.kind() == BlockKind.DECISION) {
                block.field("options").properties().forEach(option -> {
                    String section = option.getValue().path("section").asText("");
                    ways.add(new Way(
                            block.id(),
                            option.getKey(),
                            option.getValue().path("label").asText(option.getKey()),
                            section,
                            section.isEmpty() ? Set.of() : under(runbook, section)));
                });
            }
        }
        return ways;
    }

    /** The guards to be asked before a change: those that stand before it, are not of a way that was not chosen, and are due. */
    public static List<Block> guardsBefore(Runbook runbook, RunState state, Block step) {
        List<Way> ways = of(runbook);
        return runbook.guardsBefore(step).stream()
                .filter(guard -> ways.stream()
                                .filter(way -> way.blocks().contains(guard.id()))
                                .allMatch(way -> isVerified(state, way.decision())
                                        && state.step(way.decision())
                                                .filter(decided ->
                                                        decided.answer().equals(way.option()))
                                                .isPresent())
                        && guard.dependsOn()
                                .map(on -> isVerified(state, on) == guard.has(Block.GIVEN))
                                .orElse(true))
                .toList();
    }

    private static boolean isVerified(RunState state, String step) {
        return state.step(step)
                .filter(each -> each.status() == StepStatus.VERIFIED)
                .isPresent();
    }

    private static Set<String> under(Runbook runbook, String section) {
        Set<String> blocks = new LinkedHashSet<>();
        int level = 0;
        for (Part part : runbook.parts()) {
            if (part instanceof Part.Heading heading) {
                if (level == 0 && heading.slug().equals(section)) {
                    level = heading.level();
                } else if (level > 0 && heading.level() <= level) {
                    break;
                }
            } else if (level > 0 && part instanceof Part.Step step) {
                blocks.add(step.block().id());
            }
        }
        return blocks;
    }
}
