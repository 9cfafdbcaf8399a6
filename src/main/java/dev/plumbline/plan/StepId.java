package dev.plumbline.plan;

import dev.plumbline.drift.DefaultRule;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ids of steps: the same finding gets the same id, different ones never. Names are percent-encoded, so an id is one word anywhere. */
final class StepId {
    static final String CREATE_OWNER = "create-owner-role";
    static final String CREATE_APP = "create-app-user";
    static final String APP_INHERIT = "let-app-user-inherit";
    static final String MEMBERSHIP = "grant-membership";
    static final String DATABASE_OWNER = "transfer-database-owner";

    private StepId() {}

    static String borrow(Name role) {
        return "borrow-" + word(role.text());
    }

    static String giveBack(Name role) {
        return "give-back-" + word(role.text());
    }

    static String rule(DefaultRule rule) {
        return "default-" + rule.direction().word() + "-" + word(rule.schema().text()) + "-" + word(rule.type());
    }

    static String reapply(DefaultRule rule) {
        return "reapply-" + rule(rule);
    }

    static String backfill(OwnedObject object, Name grantee) {
        return "existing-" + word(object.schema().text()) + "-" + word(object.type()) + "-"
                + word(object.identity().text()) + "-to-" + word(grantee.text());
    }

    static String extra(Name creator, @Nullable Name schema, ObjectType type, Grantee grantee) {
        Name role = grantee.role();
        String to = role == null ? "public" : "role-" + word(role.text());
        String where = schema == null ? "any-schema" : "in-" + word(schema.text());
        return "extra-" + word(creator.text()) + "-" + where + "-" + word(type) + "-to-" + to;
    }

    private static String word(ObjectType type) {
        return type.word().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static String word(String text) {
        StringBuilder word = new StringBuilder();
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (part & 0xFF);
            boolean plain = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || letter == '_';
            word.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", part & 0xFF));
        }
        return word.toString();
    }
}
