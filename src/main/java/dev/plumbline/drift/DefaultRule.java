package dev.plumbline.drift;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Privilege;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A wanted default privilege: objects of {@code type} that {@code creator} creates in {@code schema} carry these for {@code grantee}. */
public record DefaultRule(
        Direction direction,
        Name creator,
        Name schema,
        ObjectType type,
        Name grantee,
        SortedSet<Privilege> privileges) {
    public DefaultRule {
        privileges = Collections.unmodifiableSortedSet(new TreeSet<>(privileges));
    }

    /** Forward: what the owner role creates, the app user may use. Reverse: the other way round. */
    public enum Direction {
        FORWARD("forward", "DEF-201"),
        REVERSE("reverse", "DEF-202");

        private final String word;
        private final String checkCode;

        Direction(String word, String checkCode) {
            this.word = word;
            this.checkCode = checkCode;
        }

        /** The check that compares this direction. */
        public String checkCode() {
            return checkCode;
        }

        public String word() {
            return word;
        }
    }

    /** The rules that the ownership model asks for in one direction, schema by schema: tables, sequences, functions. */
    public static List<DefaultRule> of(OwnershipModel.Auto wanted, Direction direction) {
        Name creator = direction == Direction.FORWARD ? wanted.ownerRole() : wanted.appUser();
        Name grantee = direction == Direction.FORWARD ? wanted.appUser() : wanted.ownerRole();
        List<DefaultRule> rules = new ArrayList<>();
        for (Name schema : wanted.schemas()) {
            rules.add(new DefaultRule(
                    direction,
                    creator,
                    schema,
                    ObjectType.TABLES,
                    grantee,
                    new TreeSet<>(List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE))));
            rules.add(new DefaultRule(
                    direction,
                    creator,
                    schema,
                    ObjectType.SEQUENCES,
                    grantee,
                    new TreeSet<>(List.of(Privilege.USAGE, Privilege.SELECT))));
            rules.add(new DefaultRule(
                    direction,
                    creator,
                    schema,
                    ObjectType.FUNCTIONS,
                    grantee,
                    new TreeSet<>(List.of(Privilege.EXECUTE))));
        }
        return rules;
    }
}
