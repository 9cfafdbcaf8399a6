package dev.plumbline.operation.difference;

import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.CompareStructure;
import dev.plumbline.operation.structure.StructureGuard;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that turn one state into another, for {@code psql -f}; what they leave as it is stands above them. */
public final class DiffScript {
    private DiffScript() {}

    /** @param also what the head of the script says beside */
    public static String of(CompareStructure.Planned planned, List<String> also) {
        List<String> head = new ArrayList<>();
        head.add("Turns " + planned.from());
        head.add("into  " + planned.to());
        planned.offers().forEach(offer -> head.add(RenameText.inScript(offer)));
        head.addAll(also);
        planned.left()
                .forEach(left -> head.add("NOT IN THIS SCRIPT: "
                        + left.name().kind().word() + " " + left.name().shown() + ": " + left.reason()));
        planned.plan().notPlanned().forEach(left -> head.add("NOT IN THIS SCRIPT: " + shown(left)));
        planned.plan().advice().forEach(advice -> head.add("Stays: " + advice));
        head.add("Run with: psql -X -f FILE. What it makes belongs to the login that runs it.");
        head.addAll(StructureGuard.inWords(planned.server()));
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append("-- ").append(Visible.text(line)).append('\n'));
        Sql guard = StructureGuard.of(planned.plan(), planned.renames(), planned.state(), planned.server());
        return text.append(StructureScript.write(planned.plan(), Optional.of(guard)))
                .toString();
    }

    /** What stays, and why. */
    public static String shown(StructurePlan.NotPlanned left) {
        String what = left.name() == null
                ? left.what()
                : left.name().kind().word() + " " + left.name().shown();
        return what + ": " + left.reason();
    }
}
