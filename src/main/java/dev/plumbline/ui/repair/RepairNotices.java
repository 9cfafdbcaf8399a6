package dev.plumbline.ui.repair;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.RenameLines;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands above the panes: how a run ended, what went wrong, what this login may not do. */
final class RepairNotices {
    private RepairNotices() {}

    static List<Node> of(RepairViewModel model) {
        List<Node> notices = new ArrayList<>();
        RepairResult result = model.run().result();
        if (result != null) {
            model.resultWords()
                    .ifPresent(words -> notices.add(new ResultView(
                            result,
                            words,
                            model.words(),
                            model.planned()
                                    .structure()
                                    .map(StructureDetail::told)
                                    .orElse(List.of()),
                            model::showRecord,
                            model::plan)));
        }
        Problem lost = model.run().problemProperty().get();
        if (lost != null) {
            notices.add(new ProblemPane(lost).offering(Texts.get("repair.again"), model::plan));
        }
        Problem unread = model.planning().problemProperty().get();
        if (unread != null && model.stagedProperty().get() != null) {
            notices.add(new ProblemPane(unread).offering(Texts.get("retry"), model::plan));
        }
        addProof(model, notices);
        if (result == null) {
            model.planned()
                    .structure()
                    .ifPresent(detail -> notices.addAll(RenameLines.of(
                            detail.renamed(),
                            detail.offered(),
                            offer -> model.rename(offer, true),
                            done -> model.rename(done, false))));
        }
        if (!model.planned().notices().isEmpty() && result == null) {
            notices.add(sentences(model.words().get("notices"), model.planned().notices(), "leftOut"));
        }
        StagedPlan staged = model.stagedProperty().get();
        List<Plan.Refusal> refusals = staged == null ? List.of() : ofTheWhole(staged.plan());
        if (!refusals.isEmpty() && result == null) {
            notices.add(new RefusalsView(refusals, model.words()));
        }
        return notices;
    }

    /** What is refused of one step stands with that step. */
    private static List<Plan.Refusal> ofTheWhole(Plan plan) {
        return plan.refusals().stream()
                .filter(refusal -> refusal.stepId().isEmpty())
                .toList();
    }

    private static void addProof(RepairViewModel model, List<Node> notices) {
        Problem unproved = model.proof().reading().problemProperty().get();
        if (unproved != null) {
            notices.add(new ProblemPane(unproved));
        }
        Proof proof = model.proof().reading().value();
        if (proof != null) {
            proof.problem().ifPresent(problem -> notices.add(new ProblemPane(problem)));
            if (!proof.notes().isEmpty()) {
                notices.add(sentences(Texts.get("repair.proof.notes"), proof.notes(), "proofNotes"));
            }
        }
    }

    private static VBox sentences(String heading, List<String> notes, String id) {
        VBox card = new VBox();
        card.setId(id);
        card.getStyleClass().addAll("card", "warning", "refusals");
        Label title = new Label(heading);
        title.getStyleClass().addAll("heading", "warning-text");
        card.getChildren().add(title);
        notes.forEach(note -> {
            Label line = new Label(Visible.text(note));
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            card.getChildren().add(line);
        });
        return card;
    }
}
