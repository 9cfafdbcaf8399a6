package dev.plumbline.migration.lint;

import dev.plumbline.migration.hcl.HclAttribute;
import dev.plumbline.migration.hcl.HclBlock;
import dev.plumbline.migration.hcl.HclReader;
import dev.plumbline.migration.hcl.HclValue;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code lint} blocks of an {@code .atlas.hcl} (Atlas, "Lint configuration"). What is not known here is told by file and line, never passed over in silence.
 *
 * @param notes a sentence for each thing that is not used
 */
public record LintConfig(LintSettings settings, List<String> notes) {
    private static final Map<String, RuleCode> CHECKS =
            Map.of("check_create", RuleCode.PG101, "check_drop", RuleCode.PG102, "check_txmode", RuleCode.PG103);

    public LintConfig {
        notes = List.copyOf(notes);
    }

    /**
     * @param file as it is named in messages
     * @throws ProblemException LINT-421 for what is not HCL, with line and column; LINT-422 for a pattern that is none
     */
    public static LintConfig read(String file, String content) {
        Reading reading = new Reading(file);
        for (HclBlock block : HclReader.read(file, content).blocks()) {
            if (block.type().equals("lint")) {
                reading.lint(block);
            } else if (block.blocks().stream().anyMatch(each -> each.type().equals("lint"))) {
                reading.note(
                        block.line(),
                        block.type() + " \"" + block.label() + "\" has a lint block of its own, which is not used");
            }
        }
        return reading.made();
    }

    private static final class Reading {
        private final String file;
        private final Map<Analyzer, Boolean> analyzers = new EnumMap<>(Analyzer.class);
        private final Map<RuleCode, Boolean> checks = new EnumMap<>(RuleCode.class);
        private final Set<RuleCode> skipped = EnumSet.noneOf(RuleCode.class);
        private final Set<RuleCode> asked = EnumSet.noneOf(RuleCode.class);
        private final List<String> notes = new ArrayList<>();
        private final NamingBlock naming;
        private int latest;

        Reading(String file) {
            this.file = file;
            this.naming = new NamingBlock(file, this::unknown);
        }

        LintConfig made() {
            return new LintConfig(new LintSettings(analyzers, checks, skipped, asked, naming.made(), latest), notes);
        }

        void note(int line, String what) {
            notes.add(file + ":" + line + ": " + what + ".");
        }

        private void unknown(HclAttribute attribute, String where) {
            note(
                    attribute.line(),
                    attribute.value() instanceof HclValue.Unread unread
                            ? attribute.name() + " of " + where + " is " + unread.source()
                                    + ", which is not evaluated here, so it is not used"
                            : attribute.name() + " of " + where
                                    + " is not known here or not of the kind it has to be, so it is not used");
        }

        void lint(HclBlock lint) {
            for (HclAttribute attribute : lint.attributes()) {
                if (attribute.name().equals("latest") && attribute.value() instanceof HclValue.Whole number) {
                    latest = Math.toIntExact(Math.max(0, Math.min(number.number(), Integer.MAX_VALUE)));
                } else {
                    unknown(attribute, "lint");
                }
            }
            for (HclBlock block : lint.blocks()) {
                switch (block.type()) {
                    case "git" ->
                        note(
                                block.line(),
                                "git is not used: say which files are judged by their number or from a version");
                    case "check" -> check(block);
                    default -> analyzer(block);
                }
            }
        }

        private void analyzer(HclBlock block) {
            Optional<Analyzer> named = Analyzer.named(block.type()).filter(each -> each != Analyzer.SYNTAX);
            if (named.isEmpty()) {
                note(block.line(), block.type() + " is no analyzer that is known here, so it is not used");
                return;
            }
            boolean isNaming = named.get() == Analyzer.NAMING;
            for (HclAttribute attribute : block.attributes()) {
                boolean isFlag = attribute.value() instanceof HclValue.Flag;
                boolean is = attribute.value() instanceof HclValue.Flag flag && flag.is();
                if (attribute.name().equals("error") && isFlag) {
                    analyzers.put(named.get(), is);
                } else if (named.get() == Analyzer.CONCURRENT_INDEX && isFlag && CHECKS.containsKey(attribute.name())) {
                    if (!is) {
                        Optional.ofNullable(CHECKS.get(attribute.name())).ifPresent(skipped::add);
                    }
                } else if (!isNaming || !NamingBlock.isKnown(attribute)) {
                    unknown(attribute, block.type());
                }
            }
            if (isNaming) {
                naming.read("", block);
            }
            for (HclBlock inner : block.blocks()) {
                if (!isNaming || !naming.kind(inner)) {
                    note(inner.line(), inner.type() + " in " + block.type() + " is not known here, so it is not used");
                }
            }
        }

        private void check(HclBlock block) {
            Optional<RuleCode> code = RuleCode.named(block.label());
            if (code.isEmpty() || code.get().analyzer() == Analyzer.SYNTAX) {
                note(
                        block.line(),
                        "check \"" + block.label() + "\" names no code that can be changed here, so it is not used");
                return;
            }
            asked.add(code.get());
            for (HclAttribute attribute : block.attributes()) {
                if (attribute.name().equals("error") && attribute.value() instanceof HclValue.Flag flag) {
                    checks.put(code.get(), flag.is());
                } else if (attribute.name().equals("skip") && attribute.value() instanceof HclValue.Flag flag) {
                    if (flag.is()) {
                        skipped.add(code.get());
                    }
                } else {
                    unknown(attribute, "check \"" + block.label() + "\"");
                }
            }
        }
    }
}
